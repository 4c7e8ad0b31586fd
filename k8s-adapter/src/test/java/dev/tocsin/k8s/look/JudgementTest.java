package dev.tocsin.k8s.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Observation.Cause;
import dev.tocsin.incident.Observation.Failing;
import dev.tocsin.incident.Observation.Passing;
import dev.tocsin.incident.Observation.Unknown;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Precondition.Verdict;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Sighting.Witness;
import dev.tocsin.k8s.look.Watched.Check;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the cluster says and what somebody else saw, put together. */
class JudgementTest {

  private static final Precondition GATEWAY =
      new Precondition("gateway", "gateway", Verdict.MET, "gateway: MET, HTTP 200");
  private static final Precondition READY =
      new Precondition("nodeReady", "node still-fawn", Verdict.NOT_MET, "it is not ready");

  private static Judgement judgement(Check check, Health health) {
    return new Judgement(check, health, List.of(READY), Witness.NONE, Optional.of("still-fawn"));
  }

  private static Observation elsewhere(Observation seen, Health health) {
    return judgement(new Check.Elsewhere(), health)
        .with(Optional.of(Sighting.of(seen)))
        .orElseThrow()
        .observation();
  }

  private static final Health LACKING =
      Health.bad("0 of 1 available: why", "deployment cams/frigate: 0 of 1 available, why");

  @Test
  void a_failure_seen_elsewhere_gets_its_reason_from_the_cluster() {
    assertThat(elsewhere(new Failing("HTTP 503"), LACKING))
        .isEqualTo(new Failing("HTTP 503; deployment cams/frigate: 0 of 1 available, why"));
    assertThat(elsewhere(new Failing("HTTP 503"), Health.well("1 of 1 available")))
        .isEqualTo(new Failing("HTTP 503"));
  }

  @Test
  void nothing_is_cut_from_what_somebody_else_saw() {
    String words = "body.detectors.coral.inference_speed < 100.0 is false: saw 250 ".repeat(3);
    Failing seen = new Failing(words);
    assertThat(((Failing) elsewhere(seen, LACKING)).symptom())
        .startsWith(seen.symptom())
        .hasSizeLessThanOrEqualTo(200);
  }

  // F62
  @Test
  void what_is_off_on_purpose_is_not_down() {
    Health off = Health.off("deployment cams/frigate is scaled to 0");
    assertThat(elsewhere(new Failing("connection refused"), off))
        .isEqualTo(new Unknown(Cause.INTENDED, "deployment cams/frigate is scaled to 0"));
    assertThat(elsewhere(new Passing("HTTP 200"), off)).isEqualTo(new Passing("HTTP 200"));
  }

  @Test
  void a_cluster_that_does_not_answer_silences_no_probe() {
    Health blind = Health.unseen(Cause.NO_ANSWER, "no answer");
    assertThat(elsewhere(new Failing("HTTP 503"), blind)).isEqualTo(new Failing("HTTP 503"));
    assertThat(elsewhere(new Passing("HTTP 200"), LACKING)).isEqualTo(new Passing("HTTP 200"));
  }

  @Test
  void the_clusters_preconditions_come_first() {
    Sighting theirs = new Sighting(new Passing(""), List.of(GATEWAY), Witness.NONE);
    Sighting seen =
        judgement(new Check.Elsewhere(), LACKING).with(Optional.of(theirs)).get();
    assertThat(seen.preconditions()).containsExactly(READY, GATEWAY);
    assertThat(seen.place()).contains("still-fawn");
  }

  @Test
  void whom_somebody_else_had_no_time_for_is_left_out_unless_the_cluster_looks_at_him() {
    assertThat(judgement(new Check.Elsewhere(), LACKING).with(Optional.empty())).isEmpty();
    assertThat(judgement(new Check.OfWorkload(), LACKING)
            .with(Optional.empty())
            .orElseThrow()
            .observation())
        .isEqualTo(new Failing("0 of 1 available: why"));
  }

  @Test
  void what_somebody_else_says_of_a_target_that_only_the_cluster_looks_at_is_ignored() {
    Sighting theirs = Sighting.of(new Unknown(Cause.OURS_MISSING, "no such check"));
    assertThat(judgement(new Check.OfWorkload(), LACKING).with(Optional.of(theirs)))
        .map(Sighting::observation)
        .contains(new Failing("0 of 1 available: why"));
  }

  @Test
  void a_bug_with_one_target_blocks_acting_and_silences_nobody() {
    Deeds broken = new Deeds("us", events -> {}, (target, marked) -> {
      throw new IllegalStateException("boom");
    });
    Cluster cluster = Cluster.of(Thing.deployment("frigate"));
    Judge judge = new Judge(cluster.snapshot(), Ledger.EMPTY, Thing.minutes(15), broken);
    Watched watched = cluster.watched();
    Sighting own = judge.of("frigate", watched).with(Optional.empty()).orElseThrow();
    assertThat(own.observation())
        .isInstanceOfSatisfying(
            Unknown.class, unknown -> assertThat(unknown.cause()).isEqualTo(Cause.BUG));
    Watched probed =
        new Watched(new Check.Elsewhere(), watched.workload(), watched.asked(), watched.repairs());
    Sighting theirs = Sighting.of(new Failing("HTTP 503"));
    Sighting seen = judge.of("frigate", probed).with(Optional.of(theirs)).orElseThrow();
    assertThat(seen.observation()).isEqualTo(new Failing("HTTP 503"));
    assertThat(seen.firstNotMet()).map(Precondition::name).contains("sight");
  }

  @Test
  void a_ledger_that_knows_nothing_of_a_target_remembers_no_place() {
    assertThat(Known.of("frigate", Ledger.EMPTY).place()).isEmpty();
  }
}
