package dev.tocsin.k8s.look;

import static dev.tocsin.k8s.look.Fact.DISRUPTION_ALLOWED;
import static dev.tocsin.k8s.look.Thing.budget;
import static dev.tocsin.k8s.look.Thing.deployment;
import static dev.tocsin.k8s.look.Thing.node;
import static dev.tocsin.k8s.look.Thing.pod;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a disruption budget would refuse is not even tried (F69). */
class DisruptionTest {

  private static Cluster with(PodThing pod, BudgetThing... budgets) {
    Thing[] things = new Thing[budgets.length + 3];
    System.arraycopy(budgets, 0, things, 3, budgets.length);
    things[0] = deployment("frigate");
    things[1] = pod.on("still-fawn");
    things[2] = node("still-fawn");
    return Cluster.of(things);
  }

  private static String says(PodThing pod, BudgetThing... budgets) {
    return with(pod, budgets).says(DISRUPTION_ALLOWED);
  }

  @Test
  void a_budget_with_nothing_left_holds_and_is_named() {
    Cluster cluster = with(pod("frigate"), budget("frigate").allows(0).healthy(1, 1));
    assertThat(cluster.says(DISRUPTION_ALLOWED))
        .isEqualTo("NOT_MET: disruption budget cams/frigate"
            + " allows no eviction now, 1 healthy of 1 needed");
    assertThat(cluster.fact(DISRUPTION_ALLOWED).subject())
        .isEqualTo("disruption budget cams/frigate");
  }

  @Test
  void a_budget_with_something_left_holds_nobody() {
    assertThat(says(pod("frigate"), budget("frigate").allows(1)))
        .isEqualTo("MET: disruption budget cams/frigate allows one more to go");
    assertThat(says(pod("frigate"), budget("frigate").over("other").allows(0)))
        .isEqualTo("MET: no disruption budget covers pod frigate-1");
  }

  @Test
  void a_pod_that_is_not_ready_may_go_as_its_policy_says() {
    PodThing broken = pod("frigate").notReady();
    assertThat(says(broken, budget("frigate").allows(0).healthy(0, 1))).startsWith("NOT_MET");
    assertThat(says(broken, budget("frigate").allows(0).healthy(2, 2))).startsWith("MET");
    assertThat(says(broken, budget("frigate").allows(0).healthy(0, 1).unhealthy("AlwaysAllow")))
        .startsWith("MET");
  }

  // F25
  @Test
  void a_policy_that_we_do_not_know_is_as_strict_as_can_be() {
    assertThat(says(
            pod("frigate").notReady(),
            budget("frigate").allows(0).healthy(2, 2).unhealthy("Perhaps")))
        .startsWith("NOT_MET");
  }

  @Test
  void a_pod_that_does_not_run_is_in_no_budget() {
    PodThing waiting = pod("frigate").waiting("ImagePullBackOff", "");
    assertThat(says(waiting, budget("frigate").allows(0).healthy(0, 1))).startsWith("MET");
  }

  @Test
  void two_budgets_over_one_pod_can_never_be_satisfied() {
    assertThat(says(
            pod("frigate"), budget("frigate").allows(1), budget("all").overAll().allows(1)))
        .isEqualTo("NOT_MET: pod frigate-1 is in more than one disruption budget: disruption budget"
            + " cams/all, disruption budget cams/frigate, and can never be evicted");
  }

  @Test
  void a_budget_that_was_just_changed_is_waited_for() {
    assertThat(says(pod("frigate"), budget("frigate").allows(1).notReckoned()))
        .isEqualTo("NOT_MET: disruption budget cams/frigate is not reckoned yet");
  }

  @Test
  void what_evicts_nothing_asks_no_budget() {
    Cluster cluster = with(pod("frigate"), budget("frigate").allows(0).healthy(1, 1));
    assertThat(cluster.repairing(Repair.DELETE_POD).says(DISRUPTION_ALLOWED))
        .isEqualTo("MET: no pod is evicted");
    assertThat(Needs.of(cluster.watched()).kinds()).doesNotContain(dev.tocsin.k8s.api.Kind.BUDGETS);
  }
}
