package dev.tocsin.k8s.look;

import static dev.tocsin.k8s.look.Fact.NODE_READY;
import static dev.tocsin.k8s.look.Fact.NODE_SCHEDULABLE;
import static dev.tocsin.k8s.look.Thing.deployment;
import static dev.tocsin.k8s.look.Thing.minutes;
import static dev.tocsin.k8s.look.Thing.node;
import static dev.tocsin.k8s.look.Thing.pod;
import static dev.tocsin.k8s.look.Thing.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import org.junit.jupiter.api.Test;

/** Nobody is restarted onto a node that cannot run him. */
class NodeFactsTest {

  private static final String DOWN =
      "NOT_MET: node still-fawn is not ready: Kubelet stopped posting node status.";

  private static Cluster frigateOn(NodeThing node) {
    return Cluster.of(deployment("frigate"), pod("frigate").on("still-fawn").notReady(), node);
  }

  @Test
  void a_node_that_is_ready_long_enough_and_open_holds_nothing() {
    Cluster cluster = frigateOn(node("still-fawn"));
    assertThat(cluster.says(NODE_READY)).isEqualTo("MET: node still-fawn is ready");
    assertThat(cluster.says(NODE_SCHEDULABLE)).isEqualTo("MET: node still-fawn is schedulable");
    assertThat(cluster.fact(NODE_READY).subject()).isEqualTo("node still-fawn");
  }

  // F49
  @Test
  void a_node_that_is_not_ready_gets_no_restart() {
    assertThat(
            frigateOn(node("still-fawn").notReady("container runtime is down")).says(NODE_READY))
        .isEqualTo("NOT_MET: node still-fawn is not ready: container runtime is down");
  }

  // F49
  @Test
  void a_node_that_is_just_back_gets_time_to_start_its_pods() {
    assertThat(frigateOn(node("still-fawn").readyFor(seconds(40))).says(NODE_READY))
        .isEqualTo("NOT_MET: node still-fawn is ready again for 40s of 2m");
    assertThat(
            frigateOn(node("still-fawn").readyFor(minutes(2))).fact(NODE_READY).met())
        .isTrue();
  }

  // F86
  @Test
  void a_clock_that_is_behind_makes_no_node_ready_early() {
    assertThat(frigateOn(node("still-fawn").readyFor(minutes(-3))).says(NODE_READY))
        .isEqualTo("NOT_MET: node still-fawn is ready again for 0s of 2m");
  }

  // F50
  @Test
  void a_node_whose_kubelet_is_silent_gets_no_restart() {
    assertThat(frigateOn(node("still-fawn").silent()).says(NODE_READY)).isEqualTo(DOWN);
  }

  // F50
  @Test
  void a_node_that_is_still_tainted_as_unreachable_gets_no_restart() {
    NodeThing back = node("still-fawn").taint("node.kubernetes.io/unreachable", "");
    assertThat(frigateOn(back).says(NODE_READY))
        .isEqualTo("NOT_MET: node still-fawn still has the taint node.kubernetes.io/unreachable");
  }

  // F51
  @Test
  void a_node_that_somebody_cordoned_gets_no_restart_unless_that_is_left_out() {
    Cluster cluster = frigateOn(node("still-fawn").cordoned(minutes(90)));
    assertThat(cluster.says(NODE_SCHEDULABLE)).isEqualTo("NOT_MET: node still-fawn is cordoned");
    assertThat(cluster.victims()).isEmpty();
    assertThat(cluster.without(NODE_SCHEDULABLE).victims()).containsExactly("frigate-1");
    assertThat(cluster.holds()).doesNotContain("nodeSchedulable");
  }

  // F52
  @Test
  void a_node_that_a_tool_is_emptying_gets_no_restart() {
    assertThat(says(node("still-fawn").taint("ToBeDeletedByClusterAutoscaler", "1795561200")))
        .isEqualTo("NOT_MET: node still-fawn is being drained"
            + " (taint ToBeDeletedByClusterAutoscaler)");
    assertThat(says(node("still-fawn").taint("karpenter.sh/disrupted", "")))
        .isEqualTo("NOT_MET: node still-fawn is being drained (taint karpenter.sh/disrupted)");
    assertThat(says(node("still-fawn")
            .cordoned(minutes(1))
            .annotated("weave.works/kured-reboot-in-progress", "2026-11-25T02:58:00Z")))
        .isEqualTo("NOT_MET: node still-fawn is being drained"
            + " (annotation weave.works/kured-reboot-in-progress)");
    assertThat(says(node("still-fawn").leaving()))
        .isEqualTo("NOT_MET: node still-fawn is being deleted");
  }

  private static String says(NodeThing node) {
    return frigateOn(node).says(NODE_SCHEDULABLE);
  }

  @Test
  void a_node_that_repels_the_pod_gets_no_restart() {
    NodeThing node = node("still-fawn").taint("node.kubernetes.io/disk-pressure", "");
    assertThat(says(node))
        .isEqualTo(
            "NOT_MET: node still-fawn has the taint node.kubernetes.io/disk-pressure:NoSchedule");
    Cluster tolerating = Cluster.of(
        deployment("frigate"),
        pod("frigate").on("still-fawn").tolerating("node.kubernetes.io/disk-pressure"),
        node);
    assertThat(tolerating.fact(NODE_SCHEDULABLE).met()).isTrue();
  }

  // F53
  @Test
  void a_node_that_was_deleted_gets_no_restart() {
    assertThat(frigateOn(node("other")).says(NODE_READY))
        .isEqualTo("NOT_MET: there is no node still-fawn");
  }

  // F47, F55
  @Test
  void the_night_of_the_incident_a_pod_that_is_pending_has_a_node_all_the_same() {
    Cluster pinned = Cluster.of(
        deployment("frigate").pinnedTo("still-fawn"),
        pod("frigate").pending("0/2 nodes are available"),
        node("still-fawn").silent(),
        node("other"));
    assertThat(pinned.says(NODE_READY)).isEqualTo(DOWN);
    assertThat(pinned.situation().place()).contains("still-fawn");
  }

  // F47
  @Test
  void the_node_is_known_from_the_selector_when_no_pod_is_left() {
    Cluster pinned = Cluster.of(
        deployment("frigate").pinnedTo("still-fawn"), node("still-fawn").silent());
    assertThat(pinned.says(NODE_READY)).isEqualTo(DOWN);
  }

  // F47
  @Test
  void the_node_is_known_from_the_pod_that_hangs_in_terminating() {
    Cluster cluster = Cluster.of(
        deployment("frigate"),
        pod("frigate").pending("0/2 nodes are available"),
        pod("frigate").named("frigate-0").on("still-fawn").leaving(minutes(5)),
        node("still-fawn").silent());
    assertThat(cluster.says(NODE_READY)).isEqualTo(DOWN);
  }

  // F47
  @Test
  void the_node_is_known_from_memory_when_nothing_else_tells() {
    Cluster cluster = Cluster.of(
        deployment("frigate"), pod("frigate").pending("…"), node("still-fawn").silent());
    assertThat(cluster.remembering("still-fawn").says(NODE_READY)).isEqualTo(DOWN);
  }

  // F47
  @Test
  void memory_is_not_believed_where_the_cluster_tells() {
    Cluster cluster = Cluster.of(
        deployment("frigate"),
        pod("frigate").on("other"),
        node("other"),
        node("still-fawn").silent());
    assertThat(cluster.remembering("still-fawn").says(NODE_READY))
        .isEqualTo("MET: node other is ready");
    assertThat(cluster.situation().place()).contains("other");
  }

  // F47
  @Test
  void a_node_that_is_not_known_is_no_good_node() {
    Cluster cluster =
        Cluster.of(deployment("frigate"), pod("frigate").pending("…"), node("still-fawn"));
    assertThat(cluster.says(NODE_READY))
        .isEqualTo("UNKNOWN: the node of deployment cams/frigate is not known");
    assertThat(cluster.fact(NODE_SCHEDULABLE).met()).isFalse();
  }

  @Test
  void a_node_that_the_user_names_is_where_it_has_to_be_and_must_be_good() {
    Cluster cluster = Cluster.of(
        deployment("frigate"), pod("frigate").pending("…"), node("still-fawn").silent());
    assertThat(cluster.node("still-fawn").says(NODE_READY)).isEqualTo(DOWN);
    Cluster elsewhere = Cluster.of(
        deployment("frigate"),
        pod("frigate").on("other"),
        node("other"),
        node("nas").silent());
    assertThat(elsewhere.node("nas").says(NODE_READY)).startsWith("NOT_MET: node nas is not ready");
  }

  @Test
  void a_selector_may_name_the_node_by_its_host_name() {
    Cluster cluster = Cluster.of(
        deployment("frigate").pinnedTo("fawn.lan"),
        pod("frigate").pending("…"),
        node("still-fawn").hostname("fawn.lan").silent());
    assertThat(cluster.says(NODE_READY)).isEqualTo(DOWN);
    assertThat(cluster.situation().place()).contains("still-fawn");
  }

  // F71
  @Test
  void one_bad_pod_on_a_good_node_may_be_evicted_and_no_other() {
    Cluster cluster = threeReplicas();
    assertThat(cluster.fact(NODE_READY).met()).isTrue();
    assertThat(cluster.fact(NODE_SCHEDULABLE).met()).isTrue();
    assertThat(cluster.victims()).containsExactly("frigate-b");
  }

  // F71
  @Test
  void a_rollout_needs_the_nodes_of_all_pods() {
    assertThat(threeReplicas().repairing(Repair.ROLLOUT_RESTART).says(NODE_READY))
        .isEqualTo(DOWN);
    assertThat(
            threeReplicas().repairing(Repair.EVICT_POD, Repair.ROLLOUT_RESTART).says(NODE_READY))
        .isEqualTo(DOWN);
  }

  private static Cluster threeReplicas() {
    return Cluster.of(
        deployment("frigate").replicas(3),
        pod("frigate").named("frigate-a").on("still-fawn").notReady(),
        pod("frigate").named("frigate-b").on("other").notReady(),
        pod("frigate").named("frigate-c").on("other"),
        node("still-fawn").silent(),
        node("other"));
  }

  // F71
  @Test
  void two_halves_of_good_nodes_are_no_good_node() {
    Cluster cluster = Cluster.of(
        deployment("frigate").replicas(2),
        pod("frigate").named("frigate-a").on("still-fawn").notReady(),
        pod("frigate").named("frigate-b").on("other").notReady(),
        node("still-fawn").silent(),
        node("other").cordoned(minutes(9)));
    assertThat(cluster.says(NODE_SCHEDULABLE)).isEqualTo("NOT_MET: node other is cordoned");
    assertThat(cluster.victims()).isEmpty();
  }

  // F13, F16
  @Test
  void a_node_that_we_may_not_read_is_neither_ready_nor_not() {
    Cluster cluster = frigateOn(node("still-fawn")).forbidding(Node.class);
    assertThat(cluster.says(NODE_READY)).isEqualTo("UNKNOWN: we may not list nodes (403)");
    assertThat(cluster.holds()).containsExactly("nodeReady", "nodeSchedulable");
    assertThat(cluster.victims()).isEmpty();
  }

  // F13
  @Test
  void pods_that_we_may_not_read_leave_the_node_known_that_the_workload_names() {
    Cluster pinned = Cluster.of(
            deployment("frigate").pinnedTo("still-fawn"), node("still-fawn").silent())
        .forbidding(Pod.class);
    assertThat(pinned.says(NODE_READY)).isEqualTo(DOWN);
    Cluster loose = Cluster.of(deployment("frigate"), node("still-fawn")).forbidding(Pod.class);
    assertThat(loose.says(NODE_READY)).isEqualTo("UNKNOWN: we may not list pods (403)");
    assertThat(loose.fact(NODE_READY).subject()).isEqualTo("namespace cams");
  }

  // F25
  @Test
  void a_readiness_that_we_do_not_know_is_no_readiness() {
    assertThat(frigateOn(node("still-fawn").says("Perhaps", "", minutes(9))).says(NODE_READY))
        .isEqualTo("UNKNOWN: node still-fawn says of its readiness 'Perhaps'");
    assertThat(frigateOn(node("still-fawn").saysNothing()).says(NODE_READY))
        .isEqualTo("UNKNOWN: node still-fawn does not say whether it is ready");
  }
}
