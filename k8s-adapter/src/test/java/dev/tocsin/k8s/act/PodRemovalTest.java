package dev.tocsin.k8s.act;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Outcome.Done;
import dev.tocsin.incident.Outcome.NotDone;
import dev.tocsin.incident.Outcome.Unclear;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Precondition.Verdict;
import dev.tocsin.k8s.act.Candidates.Victim;
import dev.tocsin.k8s.api.Answer;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.look.Workload;
import dev.tocsin.k8s.testing.RealApiServer;
import dev.tocsin.k8s.witness.Chronicle;
import dev.tocsin.k8s.witness.Subject;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Recorded;
import dev.tocsin.round.Time;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Evicting and deleting, as a real API server sees it. */
@ExtendWith(RealApiServer.class)
class PodRemovalTest {

  /**
   * The requests: look, bind, read the pod, evict; and again: look, bind, read, open, read, evict.
   */
  private static final int BOUND = 2;

  private static final int EVICTION_AGAIN = 6;

  private final Kubernetes kubernetes = RealApiServer.kubernetes();
  private final Cams cams = new Cams();
  private final Story story = Story.of("evictPod");
  private final ClusterEffects effects = cams.effects(kubernetes, story);

  @Test
  void one_pod_is_evicted_and_the_others_stay() {
    Pod victim = cams.pod("frigate-a");
    cams.pod("frigate-b");
    assertThat(remediate())
        .isEqualTo(new Done("evicted pod " + cams.namespace() + "/frigate-a on node still-fawn"));
    assertThat(cams.standing()).containsExactly("frigate-b");
    assertThat(cams.outcome()).isEqualTo("done");
    assertThat(cams.event("Attempted").getRelated().getUid())
        .isEqualTo(victim.getMetadata().getUid());
  }

  @Test
  void an_evicted_pod_has_the_time_that_it_asked_for() {
    cams.pod("frigate-a");
    remediate();
    assertThat(cams.leaving("frigate-a").getMetadata().getDeletionGracePeriodSeconds())
        .isEqualTo(30);
  }

  // In the way

  // F69
  @Test
  void a_disruption_budget_is_named_and_nothing_is_gone() {
    cams.pod("frigate-a");
    cams.budget("frigate-pdb", 0);
    Outcome outcome = remediate();
    assertThat(outcome).isInstanceOf(NotDone.class);
    assertThat(outcome.detail())
        .startsWith("a disruption budget is in the way: The disruption budget frigate-pdb needs");
    assertThat(cams.standing()).containsExactly("frigate-a");
    assertThat(cams.outcome()).isEqualTo("not-done");
  }

  // F69
  @Test
  void two_disruption_budgets_are_no_lost_answer() {
    cams.pod("frigate-a");
    cams.budget("one", 1);
    cams.budget("two", 1);
    Outcome outcome = remediate();
    assertThat(outcome).isInstanceOf(NotDone.class);
    assertThat(outcome.detail()).contains("more than one PodDisruptionBudget");
    assertThat(cams.standing()).containsExactly("frigate-a");
  }

  @Test
  void deleting_asks_no_disruption_budget() {
    cams.pod("frigate-a");
    cams.budget("frigate-pdb", 0);
    Story deleting = Story.of("deletePod");
    assertThat(effects.remediate(deleting.attempt(), RealApiServer.soon()))
        .isInstanceOf(Done.class);
    assertThat(cams.standing()).isEmpty();
  }

  // F26
  @Test
  void an_admission_that_does_not_answer_is_no_second_repair() {
    cams.pod("frigate-a");
    cams.deadWebhook("Fail", "pods/eviction");
    Recorded<Attempt> attempt = story.attempt();
    Outcome outcome = effects.remediate(attempt, RealApiServer.soon());
    assertThat(outcome).isInstanceOf(NotDone.class);
    assertThat(outcome.detail()).contains("is still there", "failed calling webhook");
    assertThat(effects.find(attempt, RealApiServer.soon())).isInstanceOf(NotDone.class);
    assertThat(cams.standing()).containsExactly("frigate-a");
  }

  // F26
  @Test
  void an_admission_that_may_be_left_out_holds_nothing() {
    cams.pod("frigate-a");
    cams.deadWebhook("Ignore", "pods/eviction");
    assertThat(remediate()).isInstanceOf(Done.class);
  }

  @Test
  void where_there_is_no_pod_to_replace_nothing_is_written() {
    Outcome outcome = remediate();
    assertThat(outcome).isEqualTo(new NotDone("there is no pod to replace: every pod is well"));
    assertThat(cams.events()).isEmpty();
  }

  // S14
  @Test
  void nothing_begins_after_the_deadline() {
    cams.pod("frigate-a");
    Deadline over = Deadline.in(Duration.ZERO, Time.system());
    assertThat(effects.remediate(story.attempt(), over)).isInstanceOf(NotDone.class);
    assertThat(cams.standing()).containsExactly("frigate-a");
    assertThat(cams.events()).isEmpty();
  }

  @Test
  void a_step_without_a_workload_is_refused_and_not_done_by_somebody_else() {
    var nothing = new ClusterEffects(
        kubernetes,
        new Chronicle(Cams.OWNER),
        cams.without(cams.watched(Workload.Type.DEPLOYMENT)),
        story,
        Cams.victims(kubernetes));
    assertThat(nothing.remediate(story.attempt(), RealApiServer.soon()))
        .isEqualTo(new Outcome.Refused("there is no workload to repair"));
  }

  // Another pod than the one that was diagnosed

  @Test
  void a_namesake_of_the_pod_that_was_diagnosed_is_not_evicted() {
    Victim diagnosed = victim(cams.pod("frigate-a"));
    replaced("frigate-a");
    Outcome outcome = with(diagnosed).remediate(story.attempt(), RealApiServer.soon());
    assertThat(outcome)
        .isEqualTo(new NotDone("pod " + cams.namespace() + "/frigate-a is gone already"));
    assertThat(cams.standing()).containsExactly("frigate-a");
  }

  @Test
  void a_namesake_that_comes_in_the_last_moment_is_refused_by_the_server() {
    Victim diagnosed = victim(cams.pod("frigate-a"));
    replaced("frigate-a");
    for (Removal removal : Removal.values()) {
      assertThat(removal.remove(kubernetes, diagnosed, RealApiServer.soon()))
          .isInstanceOfSatisfying(
              Answer.Refused.class, no -> assertThat(no.status()).isEqualTo(409));
    }
    assertThat(cams.standing()).containsExactly("frigate-a");
  }

  @Test
  void a_pod_that_changed_since_it_was_diagnosed_is_not_deleted() {
    Victim diagnosed = victim(cams.pod("frigate-a"));
    cams.touch("frigate-a");
    Recorded<Attempt> attempt = Story.of("deletePod").attempt();
    assertThat(with(diagnosed).remediate(attempt, RealApiServer.soon()))
        .isInstanceOf(NotDone.class);
    assertThat(cams.standing()).containsExactly("frigate-a");
  }

  // Once more, under the same key

  @Test
  void who_tries_again_touches_no_other_pod_than_the_first_time() {
    cams.pod("frigate-b");
    cams.budget("frigate-pdb", 0);
    Recorded<Attempt> attempt = story.attempt();
    effects.remediate(attempt, RealApiServer.soon());
    cams.pod("frigate-a");
    cams.unguarded();
    assertThat(effects.remediate(attempt, RealApiServer.soon())).isInstanceOf(Done.class);
    assertThat(cams.standing()).containsExactly("frigate-a");
    assertThat(cams.outcome()).isEqualTo("done");
  }

  @Test
  void a_pod_that_is_well_by_now_is_not_replaced_because_it_was_chosen_before() {
    cams.pod("frigate-a");
    cams.budget("frigate-pdb", 0);
    Recorded<Attempt> attempt = story.attempt();
    effects.remediate(attempt, RealApiServer.soon());
    cams.unguarded();
    Victim other = victim(cams.pod("frigate-b"));
    Outcome outcome = with(other).remediate(attempt, RealApiServer.soon());
    assertThat(outcome.detail()).endsWith("frigate-a is no pod to replace any more");
    assertThat(cams.outcome()).isEqualTo("not-done");
    assertThat(cams.standing()).containsExactlyInAnyOrder("frigate-a", "frigate-b");
  }

  // F08
  @Test
  void an_attempt_whose_pod_is_gone_is_done_and_costs_no_second_pod() {
    cams.pod("frigate-a");
    cams.pod("frigate-b");
    Recorded<Attempt> attempt = story.attempt();
    effects.remediate(attempt, RealApiServer.soon());
    cams.reap("frigate-a");
    assertThat(effects.remediate(attempt, RealApiServer.soon())).isInstanceOf(Done.class);
    assertThat(cams.standing()).containsExactly("frigate-b");
  }

  // F08
  @Test
  void an_attempt_that_is_made_after_all_is_not_remembered_as_not_done() {
    cams.pod("frigate-a");
    cams.budget("frigate-pdb", 0);
    Recorded<Attempt> attempt = story.attempt();
    effects.remediate(attempt, RealApiServer.soon());
    assertThat(cams.outcome()).isEqualTo("not-done");
    cams.unguarded();
    try (KubernetesClient killed = new Mishap(Mishap.Kind.KILLED_AFTER, EVICTION_AGAIN).client()) {
      cams.effects(Kubernetes.of(killed), story).remediate(attempt, RealApiServer.soon());
    }
    assertThat(cams.standing()).isEmpty();
    assertThat(cams.outcome()).isEqualTo("open");
    assertThat(effects.find(attempt, RealApiServer.soon())).isInstanceOf(Done.class);
    assertThat(cams.outcome()).isEqualTo("done");
  }

  // F07
  @Test
  void an_attempt_that_was_bound_and_never_made_is_no_witness_once_it_was_looked_for() {
    cams.pod("frigate-a");
    Recorded<Attempt> attempt = story.attempt();
    try (KubernetesClient killed = new Mishap(Mishap.Kind.KILLED_AFTER, BOUND).client()) {
      cams.effects(Kubernetes.of(killed), story).remediate(attempt, RealApiServer.soon());
    }
    assertThat(effects.find(attempt, RealApiServer.soon())).isInstanceOf(NotDone.class);
    assertThat(cams.outcome()).isEqualTo("not-done");
  }

  @Test
  void an_event_that_somebody_damaged_binds_nothing_and_nothing_is_done() {
    cams.pod("frigate-a");
    cams.budget("frigate-pdb", 0);
    Recorded<Attempt> attempt = story.attempt();
    effects.remediate(attempt, RealApiServer.soon());
    cams.annotate(cams.event("Attempted"), "tocsin.dev/pod-uid", "another");
    cams.unguarded();
    assertThat(effects.remediate(attempt, RealApiServer.soon())).isInstanceOf(NotDone.class);
    assertThat(effects.find(attempt, RealApiServer.soon())).isInstanceOf(Unclear.class);
    assertThat(cams.standing()).containsExactly("frigate-a");
  }

  // Looking for it

  // F07
  @Test
  void an_attempt_that_never_began_is_not_done() {
    cams.pod("frigate-a");
    assertThat(effects.find(story.attempt(), RealApiServer.soon()))
        .isEqualTo(new NotDone("it was not begun"));
  }

  // F08
  @Test
  void an_attempt_is_found_by_the_pod_that_is_gone_when_nobody_wrote_its_outcome() {
    cams.pod("frigate-a");
    Recorded<Attempt> attempt = story.attempt();
    effects.remediate(attempt, RealApiServer.soon());
    cams.annotate(cams.event("Attempted"), "tocsin.dev/outcome", "open");
    assertThat(effects.find(attempt, RealApiServer.soon())).isInstanceOf(Done.class);
    cams.reap("frigate-a");
    assertThat(effects.find(attempt, RealApiServer.soon())).isInstanceOf(Done.class);
    cams.pod("frigate-a");
    assertThat(effects.find(attempt, RealApiServer.soon())).isInstanceOf(Done.class);
  }

  @Test
  void an_event_that_has_expired_does_not_make_an_attempt_undone() {
    Recorded<Attempt> attempt = Story.of(Duration.ofMinutes(51), "evictPod").attempt();
    cams.pod("frigate-new");
    assertThat(effects.find(attempt, RealApiServer.soon()))
        .isEqualTo(new Done("its Event has expired, and a pod is younger than the attempt"));
  }

  @Test
  void an_event_that_cannot_have_expired_is_missed() {
    Recorded<Attempt> attempt = Story.of(Duration.ofMinutes(49), "evictPod").attempt();
    cams.pod("frigate-new");
    assertThat(effects.find(attempt, RealApiServer.soon())).isInstanceOf(NotDone.class);
  }

  @Test
  void a_pod_that_is_younger_than_its_incident_does_not_make_a_new_attempt_done() {
    Story old = Story.of(Duration.ofMinutes(61), "evictPod");
    old.preconditions(new Precondition("nodeReady", "node n1", Verdict.NOT_MET, "n1 is down"));
    old.round(old);
    old.later(Duration.ofMinutes(50)).preconditions();
    Recorded<Attempt> attempt = old.attempt();
    cams.pod("frigate-new");
    assertThat(effects.find(attempt, RealApiServer.soon()))
        .isEqualTo(new NotDone("it was not begun"));
  }

  @Test
  void an_old_incident_whose_pods_are_older_still_was_never_acted_on() {
    Recorded<Attempt> attempt = Story.of(Duration.ofMinutes(51), "evictPod").attempt();
    assertThat(effects.find(attempt, RealApiServer.soon())).isInstanceOf(NotDone.class);
  }

  // F13
  @Test
  void what_cannot_be_read_is_unclear() {
    cams.pod("frigate-a");
    Recorded<Attempt> attempt = story.attempt();
    effects.remediate(attempt, RealApiServer.soon());
    try (KubernetesClient dead = new Mishap(Mishap.Kind.KILLED_BEFORE, 1).client()) {
      assertThat(cams.effects(Kubernetes.of(dead), story).find(attempt, RealApiServer.soon()))
          .isInstanceOf(Unclear.class);
    }
  }

  private Outcome remediate() {
    return effects.remediate(story.attempt(), RealApiServer.soon());
  }

  private void replaced(String name) {
    cams.reap(name);
    cams.pod(name);
  }

  private static Victim victim(Pod pod) {
    return new Victim(
        Subject.of(pod), pod.getMetadata().getResourceVersion(), pod.getSpec().getNodeName());
  }

  /** What is looked at is what was there before. */
  private ClusterEffects with(Victim diagnosed) {
    Subject workload = new Subject("apps/v1", "Deployment", cams.namespace(), "frigate", "uid");
    Candidates candidates = new Candidates(workload, List.of(diagnosed), "", Optional.empty());
    return new ClusterEffects(
        kubernetes,
        new Chronicle(Cams.OWNER),
        cams.watched(Workload.Type.DEPLOYMENT),
        story,
        (watched, deadline) -> new Answer.Ok<>(candidates));
  }
}
