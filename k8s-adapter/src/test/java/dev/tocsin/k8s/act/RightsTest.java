package dev.tocsin.k8s.act;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Outcome.Done;
import dev.tocsin.incident.Outcome.NotDone;
import dev.tocsin.incident.Outcome.Refused;
import dev.tocsin.incident.Outcome.Unclear;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.testing.RealApiServer;
import dev.tocsin.round.Recorded;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F16: what a service account without this or that right can do, and that it does nothing else. */
@ExtendWith(RealApiServer.class)
class RightsTest {

  private final Cams cams = new Cams();
  private final Story story = Story.of("evictPod");
  private final Recorded<Attempt> attempt = story.attempt();

  @ParameterizedTest
  @ValueSource(
      strings = {"pods list", "pods get", "pods/eviction create", "events.events.k8s.io create"})
  void without_one_right_an_eviction_is_refused_and_no_pod_is_gone(String missing) {
    cams.pod("frigate-a");
    Outcome outcome = remediate(attempt, missing);
    assertThat(outcome).isInstanceOf(Refused.class);
    assertThat(outcome.detail()).startsWith("we may not ").contains("(403): ", "forbidden");
    assertThat(cams.standing()).containsExactly("frigate-a");
  }

  @Test
  void without_the_right_to_delete_a_deletion_is_refused() {
    cams.pod("frigate-a");
    assertThat(remediate(Story.of("deletePod").attempt(), "pods delete"))
        .isInstanceOf(Refused.class);
    assertThat(cams.standing()).containsExactly("frigate-a");
    assertThat(cams.outcome()).isEqualTo("refused");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"deployments.apps get", "deployments.apps patch", "events.events.k8s.io create"})
  void without_one_right_a_restart_is_refused_and_nothing_is_marked(String missing) {
    Deployment before = cams.deployment();
    assertThat(remediate(Story.of("rolloutRestart").attempt(), missing))
        .isInstanceOf(Refused.class);
    assertThat(cams.read(before).getMetadata().getGeneration()).isEqualTo(1);
  }

  // F92
  @Test
  void without_the_right_to_change_an_event_a_repair_is_made_and_its_outcome_stays_open() {
    cams.pod("frigate-a");
    assertThat(remediate(attempt, "events.events.k8s.io patch")).isInstanceOf(Done.class);
    assertThat(cams.event("Attempted").getMetadata().getAnnotations())
        .doesNotContainKey("tocsin.dev/outcome");
  }

  @Test
  void what_may_not_be_read_back_is_not_tried_again() {
    cams.pod("frigate-a");
    cams.budget("frigate-pdb", 0);
    cams.effects(RealApiServer.kubernetes(), story).remediate(attempt, RealApiServer.soon());
    cams.unguarded();
    assertThat(remediate(attempt, "events.events.k8s.io get")).isInstanceOf(NotDone.class);
    assertThat(cams.standing()).containsExactly("frigate-a");
  }

  @Test
  void what_may_not_be_looked_for_is_unclear() {
    try (KubernetesClient client = Rights.without(cams.namespace(), "events.events.k8s.io get")) {
      ClusterEffects effects = cams.effects(Kubernetes.of(client), story);
      assertThat(effects.find(attempt, RealApiServer.soon())).isInstanceOf(Unclear.class);
    }
  }

  @Test
  void all_rights_together_are_enough() {
    cams.pod("frigate-a");
    cams.deployment();
    assertThat(remediate(attempt, "pods delete")).isInstanceOf(Done.class);
    assertThat(cams.outcome()).isEqualTo("done");
  }

  private Outcome remediate(Recorded<Attempt> attempt, String missing) {
    try (KubernetesClient client = Rights.without(cams.namespace(), missing)) {
      return cams.effects(Kubernetes.of(client), story).remediate(attempt, RealApiServer.soon());
    }
  }
}
