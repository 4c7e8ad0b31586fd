package dev.tocsin.k8s.act;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Outcome.Done;
import dev.tocsin.incident.Outcome.NotDone;
import dev.tocsin.incident.Outcome.Refused;
import dev.tocsin.incident.Outcome.Unclear;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.look.Workload;
import dev.tocsin.k8s.testing.RealApiServer;
import dev.tocsin.k8s.witness.Mark;
import dev.tocsin.round.Recorded;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Restarting by a mark on the template, as a real API server sees it. */
@ExtendWith(RealApiServer.class)
class RolloutRestartTest {

  private static final int READ = 1;
  private static final int PATCH = 3;
  private static final int READ_BACK = 4;

  private final Kubernetes kubernetes = RealApiServer.kubernetes();
  private final Cams cams = new Cams();
  private final Recorded<Attempt> attempt = Story.of("rolloutRestart").attempt();
  private final ClusterEffects effects = cams.effects(kubernetes, Story.of("rolloutRestart"));

  @Test
  void a_restart_that_is_repeated_changes_nothing() {
    Deployment before = cams.deployment();
    assertThat(remediate())
        .isEqualTo(new Done("restarted deployment " + cams.namespace() + "/frigate"));
    Deployment once = cams.read(before);
    assertThat(once.getMetadata().getGeneration()).isEqualTo(2);
    assertThat(once.getSpec().getTemplate().getMetadata().getAnnotations())
        .containsEntry("tocsin.dev/attempt", attempt.key())
        .containsEntry("tocsin.dev/owner", Cams.OWNER)
        .containsOnlyKeys("tocsin.dev/attempt", "tocsin.dev/owner", "tocsin.dev/attempted-at");
    assertThat(remediate()).isInstanceOf(Done.class);
    assertThat(cams.read(before)).isEqualTo(once);
    assertThat(cams.outcome()).isEqualTo("done");
  }

  @Test
  void a_stateful_set_is_restarted_too() {
    StatefulSet before = cams.statefulSet("RollingUpdate");
    assertThat(of(Workload.Type.STATEFULSET)).isInstanceOf(Done.class);
    assertThat(cams.read(before).getMetadata().getGeneration()).isEqualTo(2);
  }

  // F65
  @Test
  void a_stateful_set_that_nothing_would_restart_is_refused_and_not_marked() {
    StatefulSet before = cams.statefulSet("OnDelete");
    assertThat(of(Workload.Type.STATEFULSET)).isInstanceOf(Refused.class);
    assertThat(cams.read(before).getMetadata().getGeneration()).isEqualTo(1);
    assertThat(cams.events()).isEmpty();
  }

  // F66
  @Test
  void a_whole_daemon_set_is_never_restarted() {
    assertThat(of(Workload.Type.DAEMONSET)).isInstanceOf(Refused.class);
  }

  @Test
  void pods_by_their_labels_have_no_template_to_mark() {
    assertThat(of(Workload.Type.PODS)).isInstanceOf(Refused.class);
  }

  @Test
  void what_does_not_exist_is_not_restarted() {
    assertThat(remediate())
        .isEqualTo(new NotDone(
            "nothing was done: there is no deployment " + cams.namespace() + "/frigate"));
    assertThat(find()).isInstanceOf(NotDone.class);
    assertThat(cams.events()).isEmpty();
  }

  // F70
  @Test
  void a_deployment_that_was_made_anew_is_not_restarted_for_the_old_one() {
    Deployment old = cams.deployment();
    Outcome outcome = meanwhile(PATCH, () -> cams.anew(old));
    assertThat(outcome)
        .isEqualTo(
            new NotDone("deployment " + cams.namespace() + "/frigate was made anew meanwhile"));
    assertThat(cams.read(old).getMetadata().getGeneration()).isEqualTo(1);
    assertThat(remediate().detail()).endsWith("is another one than when this attempt was begun");
    assertThat(cams.read(old).getMetadata().getGeneration()).isEqualTo(1);
  }

  // F26
  @Test
  void an_admission_that_does_not_answer_is_no_restart() {
    Deployment before = cams.deployment();
    cams.deadWebhook("Fail", "deployments");
    assertThat(remediate()).isInstanceOf(NotDone.class);
    assertThat(find()).isInstanceOf(NotDone.class);
    assertThat(cams.read(before).getMetadata().getGeneration()).isEqualTo(1);
    assertThat(cams.outcome()).isEqualTo("not-done");
  }

  // F26
  @Test
  void an_admission_that_may_be_left_out_holds_no_restart() {
    cams.deployment();
    cams.deadWebhook("Ignore", "deployments");
    assertThat(remediate()).isInstanceOf(Done.class);
  }

  // F54
  @Test
  void what_is_gone_when_the_patch_comes_is_not_done() {
    Deployment old = cams.deployment();
    assertThat(meanwhile(PATCH, () -> cams.delete(old))).isInstanceOf(NotDone.class);
  }

  // F72
  @Test
  void a_mark_that_git_takes_back_at_once_is_found_on_the_replica_set() {
    Deployment before = cams.deployment();
    Outcome outcome = meanwhile(READ_BACK, () -> {
      cams.replicaSet("frigate-2", cams.read(before));
      cams.reapply();
    });
    assertThat(outcome).isInstanceOf(Done.class);
  }

  @Test
  void a_mark_that_is_taken_back_before_anybody_saw_it_restarted_nothing() {
    cams.deployment();
    Outcome outcome = meanwhile(READ_BACK, cams::reapply);
    assertThat(outcome).isInstanceOf(NotDone.class);
    assertThat(outcome.detail()).endsWith("though the API server agreed");
  }

  // F72
  @Test
  void a_mark_that_git_took_back_is_no_reason_to_restart_again() {
    Deployment before = cams.deployment();
    remediate();
    cams.replicaSet("frigate-2", cams.read(before));
    cams.reapply();
    cams.annotate(cams.event("Attempted"), "tocsin.dev/outcome", "open");
    assertThat(find())
        .isEqualTo(new Done("it was restarted; somebody took the mark from its template since"));
  }

  // F72
  @Test
  void where_no_old_replica_set_is_kept_the_event_says_that_it_was_restarted() {
    cams.deployment();
    remediate();
    cams.reapply();
    assertThat(find()).isEqualTo(new Done("it was restarted, says its Event"));
    cams.annotate(cams.event("Attempted"), "tocsin.dev/outcome", "open");
    assertThat(find()).isInstanceOf(NotDone.class);
  }

  // F72
  @Test
  void the_pods_of_a_stateful_set_carry_the_mark_when_its_template_does_not() {
    cams.statefulSet("RollingUpdate");
    cams.pod("frigate-0", Mark.of(attempt.intent(), Cams.OWNER).annotations(Instant.now()));
    ClusterEffects set = cams.effects(kubernetes, Workload.Type.STATEFULSET, Story.of("x"));
    assertThat(set.find(attempt, RealApiServer.soon())).isInstanceOf(Done.class);
  }

  // F83
  @Test
  void the_mark_of_another_installation_is_not_ours() {
    cams.statefulSet("RollingUpdate");
    cams.pod("frigate-0", new Mark(attempt.key(), "somebody/else").annotations(Instant.now()));
    ClusterEffects set = cams.effects(kubernetes, Workload.Type.STATEFULSET, Story.of("x"));
    assertThat(set.find(attempt, RealApiServer.soon())).isInstanceOf(NotDone.class);
  }

  // F08
  @Test
  void a_restart_is_found_by_its_mark() {
    cams.deployment();
    remediate();
    assertThat(find()).isInstanceOf(Done.class);
  }

  // F07
  @Test
  void a_restart_that_never_began_is_not_done() {
    cams.deployment();
    assertThat(find()).isInstanceOf(NotDone.class);
  }

  // F13
  @Test
  void what_cannot_be_read_is_unclear() {
    cams.deployment();
    for (int lost = READ; lost < PATCH; lost++) {
      try (KubernetesClient dead = new Mishap(Mishap.Kind.KILLED_BEFORE, lost).client()) {
        ClusterEffects blind = cams.effects(Kubernetes.of(dead), Story.of("x"));
        assertThat(blind.find(attempt, RealApiServer.soon())).isInstanceOf(Unclear.class);
      }
    }
  }

  private Outcome remediate() {
    return effects.remediate(attempt, RealApiServer.soon());
  }

  private Outcome find() {
    return effects.find(attempt, RealApiServer.soon());
  }

  private Outcome of(Workload.Type type) {
    return cams.effects(kubernetes, type, Story.of("x")).remediate(attempt, RealApiServer.soon());
  }

  /** The requests: read, bind, patch, read back. */
  private Outcome meanwhile(int request, Runnable something) {
    try (KubernetesClient client = Mishap.meanwhile(request, something).client()) {
      return cams.effects(Kubernetes.of(client), Story.of("x"))
          .remediate(attempt, RealApiServer.soon());
    }
  }
}
