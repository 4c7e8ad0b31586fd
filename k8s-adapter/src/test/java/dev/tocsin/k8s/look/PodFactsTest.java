package dev.tocsin.k8s.look;

import static dev.tocsin.k8s.look.Fact.IMAGE_PULLABLE;
import static dev.tocsin.k8s.look.Fact.NOT_CRASH_LOOPING;
import static dev.tocsin.k8s.look.Fact.NOT_TERMINATING;
import static dev.tocsin.k8s.look.Fact.OTHERS_READY;
import static dev.tocsin.k8s.look.Fact.POD_SCHEDULED;
import static dev.tocsin.k8s.look.Fact.STARTUP_OVER;
import static dev.tocsin.k8s.look.Thing.deployment;
import static dev.tocsin.k8s.look.Thing.minutes;
import static dev.tocsin.k8s.look.Thing.node;
import static dev.tocsin.k8s.look.Thing.pod;
import static dev.tocsin.k8s.look.Thing.seconds;
import static dev.tocsin.k8s.look.Thing.statefulSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No pod is taken away whose successor would fare no better. */
class PodFactsTest {

  private static Cluster frigate(PodThing pod) {
    return Cluster.of(deployment("frigate"), pod.on("still-fawn"), node("still-fawn"));
  }

  // F55
  @Test
  void a_pod_for_which_no_node_was_found_is_not_restarted() {
    Cluster cluster = Cluster.of(
        deployment("frigate"), pod("frigate").pending("0/2 nodes are available: 2 cordoned."));
    assertThat(cluster.says(POD_SCHEDULED))
        .isEqualTo("NOT_MET: pod frigate-1 cannot be scheduled:"
            + " 0/2 nodes are available: 2 cordoned.");
    assertThat(cluster.victims()).isEmpty();
  }

  // F56
  @Test
  void a_pod_that_hangs_in_terminating_is_said_and_not_forced() {
    PodThing hanging = pod("frigate").named("frigate-0").on("still-fawn").leaving(minutes(5));
    assertThat(Cluster.of(deployment("frigate"), pod("frigate"), hanging).says(NOT_TERMINATING))
        .isEqualTo("NOT_MET: pod frigate-0 hangs in Terminating for 5m on node still-fawn");
    PodThing going = pod("frigate").named("frigate-0").leaving(seconds(30));
    assertThat(Cluster.of(deployment("frigate"), pod("frigate"), going)
            .fact(NOT_TERMINATING)
            .met())
        .isTrue();
  }

  // F57
  @Test
  void a_pod_in_a_crash_loop_is_left_to_its_kubelet_unless_that_is_left_out() {
    Cluster cluster = frigate(pod("frigate")
        .waiting("CrashLoopBackOff", "back-off 5m0s restarting failed container")
        .lastExit(137, "OOMKilled", 7));
    assertThat(cluster.says(NOT_CRASH_LOOPING))
        .isEqualTo("NOT_MET: container frigate of pod"
            + " frigate-1 is in a crash loop, 7 restarts, last exit 137, out of memory");
    assertThat(cluster.holds()).containsExactly("notCrashLooping");
    assertThat(cluster.without(NOT_CRASH_LOOPING).holds()).isEmpty();
    assertThat(cluster.victims()).containsExactly("frigate-1");
  }

  // F57
  @Test
  void a_container_that_just_ended_is_left_to_its_kubelet_too() {
    assertThat(frigate(pod("frigate").ended(1)).says(NOT_CRASH_LOOPING))
        .isEqualTo("NOT_MET: container frigate of pod frigate-1 ended with exit 1");
  }

  // F58
  @Test
  void an_image_that_cannot_be_pulled_is_not_pulled_by_restarting() {
    assertThat(frigate(pod("frigate")
                .waiting("ImagePullBackOff", "Back-off pulling image \"example.org/frigate:1\""))
            .says(IMAGE_PULLABLE))
        .isEqualTo("NOT_MET: pod frigate-1 cannot pull its image:"
            + " Back-off pulling image \"example.org/frigate:1\"");
    assertThat(frigate(pod("frigate").waiting("InvalidImageName", null)).says(IMAGE_PULLABLE))
        .isEqualTo("NOT_MET: pod frigate-1 cannot pull its image example.org/frigate:1");
    assertThat(frigate(
                pod("frigate").waiting("CreateContainerConfigError", "secret \"rtsp\" not found"))
            .says(IMAGE_PULLABLE))
        .isEqualTo("NOT_MET: container frigate of pod frigate-1 cannot be started:"
            + " secret \"rtsp\" not found");
  }

  // F25
  @Test
  void a_state_that_we_do_not_know_is_neither_good_nor_bad() {
    assertThat(frigate(pod("frigate").waiting("QuantumStateError", "")).says(IMAGE_PULLABLE))
        .isEqualTo("UNKNOWN: container frigate of pod frigate-1 waits for 'QuantumStateError',"
            + " which we do not know");
  }

  @Test
  void a_pod_of_which_its_kubelet_says_nothing_is_not_taken_for_good() {
    Cluster cluster = frigate(pod("frigate").untold());
    assertThat(cluster.says(IMAGE_PULLABLE))
        .isEqualTo("UNKNOWN: nothing is said of the containers of pod frigate-1");
    assertThat(cluster.fact(NOT_CRASH_LOOPING).met()).isFalse();
  }

  @Test
  void a_pod_just_started_has_its_time() {
    assertThat(frigate(pod("frigate").madeAgo(seconds(40)).notReady()).says(STARTUP_OVER))
        .isEqualTo("NOT_MET: pod frigate-1 started 40s ago, it has 5m");
    assertThat(frigate(pod("frigate").madeAgo(minutes(5)).notReady())
            .fact(STARTUP_OVER)
            .met())
        .isTrue();
  }

  // F59
  @Test
  void a_container_that_ran_out_of_memory_was_restarted_already() {
    Cluster cluster = frigate(pod("frigate")
        .madeAgo(minutes(900))
        .runningFor(seconds(90))
        .lastExit(137, "OOMKilled", 1)
        .notReady());
    assertThat(cluster.says(STARTUP_OVER))
        .isEqualTo("NOT_MET: pod frigate-1 started 1m30s ago, it has 5m");
    assertThat(cluster.observation().toString())
        .contains("pod frigate-1 is not ready: container"
            + " frigate ran out of memory and was restarted 1m30s ago");
  }

  @Test
  void with_no_time_to_start_asked_for_nobody_is_starting() {
    Asked none = new Asked(Duration.ZERO, Duration.ZERO, Duration.ZERO, Optional.empty(), Set.of());
    assertThat(frigate(pod("frigate").madeAgo(seconds(1))).asking(none).holds()).isEmpty();
  }

  // F60
  @Test
  void leftovers_are_nobodys_victim_and_nobodys_trouble() {
    Cluster cluster = Cluster.of(
        deployment("frigate"),
        pod("frigate").named("frigate-good").on("still-fawn"),
        pod("frigate")
            .named("frigate-evicted")
            .on("still-fawn")
            .over("Failed", "Evicted", "The node was low on resource: memory."),
        pod("frigate").named("frigate-done").on("still-fawn").over("Succeeded", "", ""),
        node("still-fawn"));
    assertThat(cluster.holds()).isEmpty();
    assertThat(cluster.observation().toString()).contains("1 of 1 available");
    assertThat(cluster.victims()).isEmpty();
    assertThat(cluster.checking(new Watched.Check.Elsewhere()).victims())
        .containsExactly("frigate-good");
  }

  // F65
  @Test
  void a_stateful_set_that_lacks_another_pod_keeps_all_it_has() {
    StatefulSetThing web = statefulSet("web").replicas(3);
    Cluster two =
        web(web, 3, pod("web").ordinal(1).notReady(), pod("web").ordinal(2).notReady());
    assertThat(two.says(OTHERS_READY)).isEqualTo("NOT_MET: pod web-1 and pod web-2 are not ready");
    assertThat(two.victims()).containsExactly("web-2", "web-1");
    Cluster missing = web(web, 2, pod("web").ordinal(1).notReady());
    assertThat(missing.says(OTHERS_READY))
        .isEqualTo("NOT_MET: statefulset cams/web lacks 1 of its pods");
    Cluster one = web(web, 3, pod("web").ordinal(1), pod("web").ordinal(2).notReady());
    assertThat(one.holds()).isEmpty();
    assertThat(one.victims()).containsExactly("web-2");
  }

  private static Cluster web(StatefulSetThing set, int count, PodThing... others) {
    Thing[] things = new Thing[others.length + 3];
    System.arraycopy(others, 0, things, 3, others.length);
    things[0] = set;
    things[1] = node("still-fawn");
    things[2] = pod("web").ordinal(0).on("still-fawn");
    for (PodThing pod : others) {
      pod.on("still-fawn");
    }
    assertThat(others).hasSize(count - 1);
    return Cluster.of(things).looking("statefulset/cams/web");
  }

  // F65
  @Test
  void of_a_stateful_set_the_highest_number_goes_first_even_above_nine() {
    StatefulSetThing web = statefulSet("web").replicas(11);
    Cluster cluster =
        web(web, 3, pod("web").ordinal(9).notReady(), pod("web").ordinal(10).notReady());
    assertThat(cluster.victims()).containsExactly("web-10", "web-9");
  }

  // F47
  @Test
  void where_there_is_no_pod_there_is_nothing_to_take() {
    Cluster none = Cluster.of(deployment("frigate").pinnedTo("still-fawn"), node("still-fawn"));
    assertThat(none.says(POD_SCHEDULED)).isEqualTo("UNKNOWN: deployment cams/frigate has no pod");
    assertThat(none.victims()).isEmpty();
  }

  // F13
  @Test
  void pods_that_we_may_not_read_are_neither_good_nor_bad() {
    Cluster cluster = frigate(pod("frigate")).forbidding(Pod.class);
    assertThat(cluster.holds())
        .contains("podScheduled", "imagePullable", "notTerminating", "startupOver")
        .doesNotContain("ownerKnown", "namespaceActive", "rolloutSettled");
  }

  // F71
  @Test
  void of_several_bad_pods_the_oldest_goes_first() {
    Cluster cluster = Cluster.of(
        deployment("frigate").replicas(3),
        pod("frigate").named("frigate-a").on("still-fawn").madeAgo(minutes(20)).notReady(),
        pod("frigate").named("frigate-b").on("still-fawn").madeAgo(minutes(30)).notReady(),
        pod("frigate").named("frigate-c").on("still-fawn").madeAgo(minutes(40)),
        node("still-fawn"));
    assertThat(cluster.victims()).containsExactly("frigate-b", "frigate-a");
  }

  @Test
  void where_somebody_else_says_that_it_fails_any_pod_may_be_the_trouble() {
    Cluster cluster = Cluster.of(
            deployment("frigate").replicas(2),
            pod("frigate").named("frigate-a").on("still-fawn"),
            pod("frigate").named("frigate-b").on("still-fawn").madeAgo(minutes(9)),
            node("still-fawn"))
        .checking(new Watched.Check.Elsewhere());
    assertThat(cluster.victims()).containsExactly("frigate-a", "frigate-b");
  }

  @Test
  void a_pod_that_is_well_is_never_taken_where_the_cluster_itself_is_asked() {
    Cluster cluster = Cluster.of(
        deployment("frigate").replicas(3),
        pod("frigate").named("frigate-a").on("still-fawn"),
        pod("frigate").named("frigate-b").on("still-fawn").madeAgo(minutes(9)),
        node("still-fawn"));
    assertThat(cluster.victims()).isEmpty();
  }
}
