package dev.tocsin.k8s.look;

import static dev.tocsin.k8s.look.Thing.daemonSet;
import static dev.tocsin.k8s.look.Thing.deployment;
import static dev.tocsin.k8s.look.Thing.event;
import static dev.tocsin.k8s.look.Thing.minutes;
import static dev.tocsin.k8s.look.Thing.node;
import static dev.tocsin.k8s.look.Thing.pod;
import static dev.tocsin.k8s.look.Thing.seconds;
import static dev.tocsin.k8s.look.Thing.statefulSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Observation.Cause;
import dev.tocsin.incident.Observation.Failing;
import dev.tocsin.incident.Observation.Passing;
import dev.tocsin.incident.Observation.Unknown;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What people are told of a workload. */
class WorkloadHealthTest {

  private static Observation frigate(PodThing pod, Thing... more) {
    Thing[] things = new Thing[more.length + 3];
    System.arraycopy(more, 0, things, 3, more.length);
    things[0] = deployment("frigate");
    things[1] = pod;
    things[2] = node("still-fawn");
    return Cluster.of(things).observation();
  }

  @Test
  void enough_is_enough() {
    assertThat(frigate(pod("frigate").on("still-fawn"))).isEqualTo(new Passing("1 of 1 available"));
  }

  // F55
  @Test
  void a_pod_without_a_node_is_told_with_the_schedulers_words() {
    assertThat(frigate(pod("frigate")
            .pending("0/2 nodes are available: 1 cordoned."
                + " no new claims to deallocate, preemption: 0/2 nodes are available: 2 Preemption"
                + " is not helpful for scheduling.")))
        .isEqualTo(new Failing("0 of 1 available: pod frigate-1 cannot be scheduled:"
            + " 0/2 nodes are available: 1 cordoned."));
  }

  // F49
  @Test
  void a_node_that_is_down_explains_all_the_rest() {
    Cluster cluster = Cluster.of(
        deployment("frigate"),
        pod("frigate").on("still-fawn").waiting("CrashLoopBackOff", ""),
        node("still-fawn").silent());
    assertThat(cluster.observation())
        .isEqualTo(new Failing("0 of 1 available:"
            + " node still-fawn is not ready: Kubelet stopped posting node status."));
  }

  // F50
  @Test
  void a_pod_whose_node_is_silent_or_gone_is_not_believed_to_be_ready() {
    Thing[] frigate = {deployment("frigate"), pod("frigate").on("still-fawn")};
    assertThat(Cluster.of(frigate[0], frigate[1], node("still-fawn").silent()).observation())
        .isEqualTo(new Failing("0 of 1 available:"
            + " node still-fawn is not ready: Kubelet stopped posting node status."));
    assertThat(Cluster.of(frigate[0], frigate[1], node("other")).observation())
        .isEqualTo(new Failing("0 of 1 available: there is no node still-fawn"));
    assertThat(Cluster.of(frigate[0], frigate[1], node("still-fawn").notReady("no network"))
            .observation())
        .isEqualTo(new Passing("1 of 1 available"));
  }

  // F58
  @Test
  void an_image_that_cannot_be_pulled_is_named() {
    assertThat(frigate(pod("frigate").on("still-fawn").waiting("ErrImagePull", "")))
        .isEqualTo(new Failing(
            "0 of 1 available: pod frigate-1 cannot pull its image example.org/frigate:1"));
  }

  // F57
  @Test
  void a_crash_loop_is_told_with_its_last_exit_and_without_what_the_program_wrote() {
    assertThat(frigate(pod("frigate")
            .on("still-fawn")
            .waiting("CrashLoopBackOff", "back-off")
            .lastExit(1, "Error", 12)))
        .isEqualTo(new Failing("0 of 1 available: container frigate of pod frigate-1 is in a"
            + " crash loop, 12 restarts, last exit 1"));
  }

  @Test
  void a_volume_that_does_not_mount_is_told() {
    EventThing mount = event("FailedMount")
        .about("Pod", "frigate-1")
        .saying("MountVolume.SetUp failed for volume \"media\" : mount failed: exit status 32");
    assertThat(frigate(pod("frigate").on("still-fawn").waiting("ContainerCreating", ""), mount))
        .isEqualTo(new Failing("0 of 1 available: pod frigate-1 waits for a volume:"
            + " MountVolume.SetUp failed for volume \"media\" : mount failed: exit status 32"));
  }

  @Test
  void a_warning_of_before_the_pod_ran_explains_nothing_any_more() {
    EventThing mount = event("FailedMount").about("Pod", "frigate-1").saying("it did not mount");
    assertThat(frigate(pod("frigate").on("still-fawn").notReady(), mount))
        .isEqualTo(new Failing("0 of 1 available: pod frigate-1 is not ready:"
            + " containers with unready status: [frigate]"));
  }

  @Test
  void a_readiness_probe_that_fails_is_told_without_path_and_query() {
    EventThing probe = event("Unhealthy")
        .about("Pod", "frigate-1")
        .saying("Readiness probe failed: Get \"http://10.1.0.9:5000/api?token=canary\": timeout");
    assertThat(frigate(pod("frigate").on("still-fawn").notReady(), probe))
        .isEqualTo(new Failing("0 of 1 available: pod frigate-1 is not ready:"
            + " Readiness probe failed: Get \"http://10.1.0.9:5000/…\": timeout"));
  }

  @Test
  void a_readiness_gate_that_is_closed_is_named() {
    assertThat(frigate(pod("frigate").on("still-fawn").gate("example.org/mounted")))
        .isEqualTo(new Failing("0 of 1 available: pod frigate-1 is not ready:"
            + " it waits for its readiness gate example.org/mounted"));
  }

  @Test
  void a_pod_that_is_not_ready_for_long_enough_does_not_count() {
    Cluster cluster =
        Cluster.of(deployment("frigate").minReady(60), pod("frigate").readyFor(seconds(20)));
    assertThat(cluster.observation())
        .isEqualTo(
            new Failing("0 of 1 available: pod frigate-1 is ready, but not yet for long enough"));
  }

  // F68
  @Test
  void a_quota_is_told_first() {
    Cluster cluster = Cluster.of(deployment("frigate")
        .replicas(2)
        .condition("ReplicaFailure", "True", "FailedCreate", "exceeded quota: small", minutes(1)));
    assertThat(cluster.observation())
        .isEqualTo(
            new Failing("0 of 2 available: no more pods can be made: exceeded quota: small"));
    Cluster told = Cluster.of(
        deployment("frigate").replicas(2),
        pod("frigate"),
        event("FailedCreate").about("ReplicaSet", "frigate-v1").saying("Error creating: no"));
    assertThat(told.observation())
        .isEqualTo(new Failing("1 of 2 available: no more pods can be made: no"));
  }

  // F56
  @Test
  void a_pod_that_hangs_in_terminating_is_told_beside_its_successor() {
    assertThat(frigate(
            pod("frigate").pending("0/1 nodes"),
            pod("frigate").named("frigate-0").on("still-fawn").leaving(minutes(4))))
        .isEqualTo(new Failing("0 of 1 available: pod frigate-1 cannot be scheduled: 0/1 nodes;"
            + " pod frigate-0 hangs in Terminating for 4m on node still-fawn"));
  }

  // F62
  @Test
  void scaled_to_zero_is_meant_so() {
    assertThat(Cluster.of(deployment("frigate").replicas(0)).observation())
        .isEqualTo(new Unknown(Cause.INTENDED, "deployment cams/frigate is scaled to 0"));
    assertThat(Cluster.of(daemonSet("logs").nodes(0))
            .looking("daemonset/cams/logs")
            .observation())
        .isEqualTo(new Unknown(Cause.INTENDED, "no node is to run daemonset cams/logs"));
    assertThat(Cluster.of(deployment("frigate").replicas(0))
            .looking("pods/cams/app=frigate")
            .observation())
        .isEqualTo(new Unknown(Cause.INTENDED, "deployment cams/frigate is scaled to 0"));
  }

  @Test
  void a_daemon_set_of_which_nobody_has_counted_the_nodes_is_not_meant_to_be_off() {
    assertThat(Cluster.of(daemonSet("logs").nodes(0).notTakenUp())
            .looking("daemonset/cams/logs")
            .observation())
        .isEqualTo(
            new Failing("0 of 0 available: a change of daemonset cams/logs is not taken up yet"));
  }

  // F63
  @Test
  void a_rollout_is_no_outage_while_the_deployment_says_it_is_available() {
    Cluster cluster = rollingOut(deployment("frigate").updated(1, 2));
    assertThat(cluster.observation())
        .isEqualTo(new Passing("0 of 1 available and 1 of the version before,"
            + " a rollout of deployment cams/frigate is running: 1 of 1 updated"));
    assertThat(
            rollingOut(deployment("frigate").updated(1, 2).available("False")).observation())
        .isInstanceOf(Failing.class);
  }

  // F63
  @Test
  void a_rollout_is_no_excuse_for_having_no_pod_at_all() {
    assertThat(Cluster.of(
                deployment("frigate").updated(0, 1).version(2, minutes(3)),
                pod("frigate").on("still-fawn").notReady())
            .observation())
        .isInstanceOf(Failing.class);
  }

  // F64
  @Test
  void a_rollout_that_is_stuck_is_told_although_the_version_before_still_runs() {
    DeploymentThing stuck = deployment("frigate")
        .updated(1, 2)
        .progressing("False", "ProgressDeadlineExceeded", "it timed out", minutes(1));
    assertThat(rollingOut(stuck).observation())
        .isEqualTo(new Failing(
            "0 of 1 available and 1 of the version before: pod frigate-2 cannot pull its image: no such"
                + " image; the rollout of deployment cams/frigate is stuck: it timed out"));
  }

  private static Cluster rollingOut(DeploymentThing deployment) {
    return Cluster.of(
        deployment.version(2, minutes(3)),
        pod("frigate").on("still-fawn"),
        pod("frigate")
            .version(2)
            .named("frigate-2")
            .on("still-fawn")
            .waiting("ImagePullBackOff", "no such image"),
        node("still-fawn"));
  }

  // F63
  @Test
  void a_rollout_of_which_nobody_says_that_it_is_stuck_has_ten_minutes_for_each_pod() {
    assertThat(rolling(minutes(3)).observation()).isInstanceOf(Passing.class);
    assertThat(rolling(minutes(10)).observation()).isInstanceOf(Failing.class);
  }

  private static Cluster rolling(Duration since) {
    return Cluster.of(
            statefulSet("web").replicas(3).revisions("r1", "r2", 1),
            pod("web").ordinal(0),
            pod("web").ordinal(1),
            pod("web").ordinal(2).madeAgo(since).notReady())
        .looking("statefulset/cams/web");
  }

  // F66
  @Test
  void a_daemon_set_counts_nodes_and_the_pod_on_the_failing_one_is_bad() {
    Cluster cluster = Cluster.of(
            daemonSet("logs").nodes(2),
            pod("logs")
                .named("logs-a")
                .ownedBy("DaemonSet", "logs")
                .on("still-fawn")
                .notReady(),
            pod("logs").named("logs-b").ownedBy("DaemonSet", "logs").on("other"),
            node("still-fawn"),
            node("other"))
        .looking("daemonset/cams/logs");
    assertThat(cluster.observation())
        .isEqualTo(new Failing("1 of 2 available: pod logs-a is not"
            + " ready: containers with unready status: [logs]"));
    assertThat(cluster.victims()).containsExactly("logs-a");
  }

  // F66
  @Test
  void a_daemon_set_replaces_as_many_pods_as_it_was_told() {
    DaemonSetThing rolling = daemonSet("logs").nodes(4).updated(1).replacing("50%");
    Cluster cluster = Cluster.of(
            rolling,
            pod("logs").named("logs-a").ownedBy("DaemonSet", "logs"),
            pod("logs").named("logs-b").ownedBy("DaemonSet", "logs"))
        .looking("daemonset/cams/logs");
    assertThat(cluster.observation()).isInstanceOf(Passing.class);
  }

  // F70
  @Test
  void a_deployment_that_does_not_exist_is_a_failure_of_the_target() {
    assertThat(Cluster.of(node("still-fawn")).observation())
        .isEqualTo(new Failing("there is no deployment cams/frigate"));
  }

  // F24
  @Test
  void a_selector_that_chooses_nothing_is_a_mistake_of_ours() {
    assertThat(Cluster.of(deployment("nvr")).looking("pods/cams/app=frigate").observation())
        .isEqualTo(new Unknown(
            Cause.OURS_MISSING,
            "there are no pods cams/app=frigate," + " and nothing that makes such pods"));
  }

  // F24
  @Test
  void a_selector_that_chooses_nothing_although_somebody_makes_such_pods_is_an_outage() {
    assertThat(Cluster.of(deployment("frigate").replicas(2))
            .looking("pods/cams/app=frigate")
            .observation())
        .isEqualTo(new Failing("0 of 2 available"));
  }

  // F60, F74
  @Test
  void a_bare_pod_that_failed_is_told_with_its_reason() {
    assertThat(Cluster.of(pod("frigate").ownerless().over("Failed", "Evicted", "low on memory"))
            .looking("pods/cams/app=frigate")
            .observation())
        .isEqualTo(new Failing("0 of 1 available: pod frigate-1 is Failed: low on memory"));
  }

  @Test
  void pods_of_several_owners_are_counted_together() {
    assertThat(Cluster.of(
                deployment("frigate"),
                statefulSet("frigate"),
                pod("frigate"),
                pod("frigate").ordinal(0),
                pod("frigate").named("bare").ownerless().on("still-fawn").notReady())
            .forbidding(Node.class)
            .looking("pods/cams/app=frigate")
            .observation()
            .toString())
        .contains("2 of 3 available: pod bare is not ready");
  }

  // F61
  @Test
  void a_paused_deployment_is_told_as_paused() {
    assertThat(Cluster.of(deployment("frigate").paused()).observation())
        .isEqualTo(new Failing("0 of 1 available: deployment cams/frigate is paused"));
  }

  // F16
  @Test
  void what_we_may_not_read_is_our_trouble_and_not_the_targets() {
    for (Class<?> type : new Class<?>[] {Deployment.class, ReplicaSet.class, Pod.class}) {
      assertThat(Cluster.of(deployment("frigate")).forbidding(type).observation())
          .isInstanceOfSatisfying(
              Unknown.class, unknown -> assertThat(unknown.cause()).isEqualTo(Cause.NO_ACCESS));
    }
  }

  // F13
  @Test
  void nodes_that_we_may_not_read_silence_nobody() {
    Cluster cluster = Cluster.of(
        deployment("frigate"), pod("frigate").on("still-fawn").waiting("ErrImagePull", "no"));
    assertThat(cluster.forbidding(Node.class).observation())
        .isEqualTo(new Failing("0 of 1 available: pod frigate-1 cannot pull its image: no"));
  }
}
