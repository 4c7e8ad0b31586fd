package dev.tocsin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tocsin.incident.Attempts.Result;
import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Notice.Kind;
import dev.tocsin.incident.Notice.Member;
import dev.tocsin.incident.Notice.Tried;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Plan;
import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Remediation;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a notice knows of what was tried, and of when more will be known. */
class ToldFactsTest {

  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final Instant START = Instant.parse("2026-11-22T22:41:05Z");
  private static final Sighting DOWN = Sighting.of(new Observation.Failing("connection refused"));
  private static final Sighting UP = Sighting.of(new Observation.Passing("ok"));

  private final List<Notice> notices = new ArrayList<>();
  private Outcome repaired = new Outcome.Done("patched");
  private Ledger ledger = Ledger.EMPTY;
  private Instant now = START;

  @Test
  void an_alert_says_by_when_the_attempt_that_comes_next_has_had_its_time() {
    rounds(Remediation.by("evictPod"), DOWN, 2);

    Member alert = told(Kind.ALERT);
    assertThat(alert.tried()).isEmpty();
    assertThat(alert.next()).contains(START.plus(INTERVAL).plus(Duration.ofMinutes(10)));
  }

  @Test
  void a_recovery_knows_the_attempts_that_were_made_and_what_became_of_them() {
    rounds(Remediation.by("evictPod"), DOWN, 2);
    rounds(Remediation.by("evictPod"), UP, 4);

    Member recovery = told(Kind.RECOVERY);
    assertThat(recovery.tried())
        .extracting(Tried::step, Tried::result)
        .containsExactly(tuple("evictPod", Result.ACCEPTED));
    assertThat(recovery.next()).isEmpty();
  }

  @Test
  void a_human_who_is_asked_for_learns_which_attempts_were_refused() {
    repaired = new Outcome.Refused("forbidden");
    rounds(Remediation.by("evictPod"), DOWN, 40);

    Member gaveUp = told(Kind.GAVE_UP);
    assertThat(gaveUp.attempts()).isEqualTo(3);
    assertThat(gaveUp.tried()).extracting(Tried::result).containsOnly(Result.REFUSED);
    assertThat(gaveUp.tried()).hasSize(3);
  }

  @Test
  void attempts_for_an_earlier_incident_are_not_told_of_a_new_one() {
    rounds(Remediation.by("evictPod"), DOWN, 2);
    rounds(Remediation.by("evictPod"), UP, 10);
    notices.clear();
    rounds(Remediation.by("evictPod"), DOWN, 2);

    assertThat(told(Kind.ALERT).tried()).isEmpty();
  }

  private void rounds(Remediation remediation, Sighting seen, int count) {
    Target target = Target.of("frigate", Policy.DEFAULT.remediation(remediation));
    Planner planner = new Planner(List.of(target), INTERVAL);
    for (int i = 0; i < count; i++) {
      Plan plan = planner.plan(ledger, Map.of("frigate", seen), now);
      Map<String, Outcome> outcomes = new TreeMap<>();
      plan.notices().forEach(n -> outcomes.put(n.key(), new Outcome.Done("mailed")));
      plan.acts().forEach(a -> outcomes.put(a.attempt().key(), repaired));
      notices.addAll(plan.notices());
      ledger = plan.next().settle(outcomes, now);
      now = now.plus(INTERVAL);
    }
  }

  private Member told(Kind kind) {
    Optional<Notice> told = notices.stream().filter(n -> n.kind() == kind).findFirst();
    assertThat(told).as(kind + " of " + notices).isPresent();
    return told.orElseThrow().members().get(0);
  }
}
