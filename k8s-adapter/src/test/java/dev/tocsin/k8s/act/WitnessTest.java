package dev.tocsin.k8s.act;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Sighting.PastAlert;
import dev.tocsin.incident.Sighting.PastAttempt;
import dev.tocsin.incident.Sighting.Witness;
import dev.tocsin.incident.Telling;
import dev.tocsin.k8s.api.Kind;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.testing.RealApiServer;
import dev.tocsin.k8s.witness.Chronicle;
import dev.tocsin.round.RoundReport;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** F39: the ledger is lost, and the cluster remembers. */
@ExtendWith(RealApiServer.class)
class WitnessTest {

  private static final Map<String, String> OURS =
      Map.of("labelSelector", "app.kubernetes.io/managed-by=tocsin");

  private final Cams cams = new Cams();
  private final Kubernetes kubernetes = RealApiServer.kubernetes();

  @Test
  void who_acts_and_tells_is_remembered_by_the_cluster() {
    Story story = Story.of("evictPod", "rolloutRestart", "rolloutRestart");
    Deployment deployment = cams.deployment();
    cams.pod("frigate-a");
    rounds(story, 6);
    cams.replicaSet("frigate-2", cams.read(deployment));
    Witness witness = witness();
    assertThat(witness.told()).contains(new PastAlert(story.incident(), Telling.NOT_DUE));
    assertThat(witness.attempts())
        .extracting(PastAttempt::key)
        .containsExactlyInAnyOrder(
            story.incident() + "-remediate-1", story.incident() + "-remediate-2");
    assertThat(witness.attempts())
        .allMatch(a -> Duration.between(a.at(), Instant.now()).abs().toMinutes() < 30);
    cams.expire("Alerted");
    cams.events().forEach(event -> RealApiServer.client().resource(event).delete());
    assertThat(witness().attempts())
        .extracting(PastAttempt::key)
        .containsExactly(story.incident() + "-remediate-2");
  }

  @Test
  void an_incident_whose_end_was_told_is_not_told_again() {
    Story story = Story.of("rolloutRestart");
    cams.deployment();
    round(story);
    rounds(story.passes(), 4);
    assertThat(cams.said()).containsExactly("Alerted", "Attempted", "Recovered");
    assertThat(witness().told()).isEmpty();
  }

  @Test
  void a_repair_that_a_budget_refused_costs_nothing_of_ours_either() {
    Story story = Story.of("evictPod");
    cams.pod("frigate-a");
    cams.budget("frigate-pdb", 0);
    round(story);
    assertThat(cams.outcome()).isEqualTo("not-done");
    assertThat(witness().attempts()).isEmpty();
  }

  /** S2, S3 */
  @Test
  void a_ledger_that_is_deleted_alerts_nobody_again_and_repairs_nothing_within_its_budget() {
    Story story = Story.of("evictPod", "evictPod", "evictPod", "evictPod");
    cams.deployment();
    cams.pod("frigate-a");
    cams.pod("frigate-b");
    cams.pod("frigate-c");
    round(story);
    round(story.forgets());
    assertThat(story.notices()).hasSize(1);
    assertThat(cams.standing()).as("within settle").hasSize(2);
    for (int i = 0; i < 8; i++) {
      round(story.forgets());
    }
    assertThat(cams.standing()).as("the window is spent").hasSize(1);
    assertThat(story.notices()).hasSize(1);
  }

  @Test
  void a_ledger_that_is_deleted_in_every_round_ends_in_one_call_for_a_human() {
    Story story = Story.of("evictPod", "evictPod");
    cams.deployment();
    cams.pod("frigate-a");
    cams.pod("frigate-b");
    cams.pod("frigate-c");
    for (int i = 0; i < 40; i++) {
      round(story);
      story.forgets();
    }
    assertThat(cams.standing()).hasSize(1);
    assertThat(story.notices())
        .extracting(n -> n.intent().kind().name())
        .containsExactly("ALERT", "GAVE_UP");
  }

  /** As an observer and a runner do it, with what they read. */
  private RoundReport round(Story story) {
    Kubernetes byItsClock = Kubernetes.of(RealApiServer.client(), story);
    Chronicle chronicle = chronicle();
    story.witness(chronicle.witness(Story.TARGET, Optional.empty(), marked()));
    ClusterEffects effects = cams.effects(byItsClock, chronicle, story);
    RoundReport report = story.round(effects);
    assertThat(effects.publish(report, RealApiServer.soon())).isEmpty();
    return report;
  }

  private void rounds(Story story, int rounds) {
    for (int i = 0; i < rounds; i++) {
      round(story);
    }
  }

  private Witness witness() {
    return chronicle().witness(Story.TARGET, Optional.empty(), marked());
  }

  private Chronicle chronicle() {
    Chronicle chronicle = new Chronicle(Cams.OWNER);
    chronicle.heard(kubernetes
        .list(Kind.EVENTS, cams.namespace(), OURS, RealApiServer.soon())
        .value()
        .orElseThrow());
    return chronicle;
  }

  private List<HasMetadata> marked() {
    List<HasMetadata> all = new ArrayList<>();
    for (Kind<?> kind : List.of(Kind.REPLICA_SETS, Kind.PODS)) {
      kubernetes
          .list(kind, cams.namespace(), Map.of(), RealApiServer.soon())
          .value()
          .ifPresent(all::addAll);
    }
    return all;
  }
}
