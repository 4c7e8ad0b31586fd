package dev.tocsin.k8s.look;

import static dev.tocsin.k8s.look.Fact.NAMESPACE_ACTIVE;
import static dev.tocsin.k8s.look.Fact.NOT_PAUSED;
import static dev.tocsin.k8s.look.Fact.OWNER_KNOWN;
import static dev.tocsin.k8s.look.Fact.PODS_CREATABLE;
import static dev.tocsin.k8s.look.Fact.ROLLOUT_SETTLED;
import static dev.tocsin.k8s.look.Thing.daemonSet;
import static dev.tocsin.k8s.look.Thing.deployment;
import static dev.tocsin.k8s.look.Thing.event;
import static dev.tocsin.k8s.look.Thing.minutes;
import static dev.tocsin.k8s.look.Thing.node;
import static dev.tocsin.k8s.look.Thing.pod;
import static dev.tocsin.k8s.look.Thing.statefulSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nothing is taken away that nobody makes anew. */
class OwnerFactsTest {

  private static Cluster frigate(DeploymentThing deployment) {
    return Cluster.of(deployment, pod("frigate").on("still-fawn"), node("still-fawn"));
  }

  private static Cluster selected(Thing... things) {
    return Cluster.of(things).looking("pods/cams/app=frigate");
  }

  @Test
  void a_deployment_that_is_well_holds_nothing() {
    assertThat(frigate(deployment("frigate")).holds()).isEmpty();
    assertThat(frigate(deployment("frigate")).preconditions()).hasSize(Fact.values().length);
  }

  // F61
  @Test
  void a_paused_deployment_is_left_alone() {
    assertThat(frigate(deployment("frigate").paused()).says(NOT_PAUSED))
        .isEqualTo("NOT_MET: deployment cams/frigate is paused");
  }

  // F63
  @Test
  void a_rollout_that_is_running_is_left_alone() {
    assertThat(frigate(deployment("frigate").replicas(2).updated(1, 2)).says(ROLLOUT_SETTLED))
        .isEqualTo("NOT_MET: a rollout of deployment cams/frigate is running: 1 of 2 updated");
    assertThat(
            frigate(deployment("frigate").updated(1, 2)).fact(ROLLOUT_SETTLED).met())
        .isFalse();
    assertThat(frigate(deployment("frigate").notTakenUp()).says(ROLLOUT_SETTLED))
        .isEqualTo("NOT_MET: a change of deployment cams/frigate is not taken up yet");
    assertThat(
            frigate(deployment("frigate").progressing("True", "ReplicaSetUpdated", "", minutes(1)))
                .says(ROLLOUT_SETTLED))
        .endsWith("is running: its new pods are not available yet");
  }

  // F64
  @Test
  void a_rollout_that_is_stuck_gets_no_third_replica_set() {
    String message = "ReplicaSet \"frigate-v2\" has timed out progressing.";
    assertThat(frigate(deployment("frigate")
                .progressing("False", "ProgressDeadlineExceeded", message, minutes(1)))
            .says(ROLLOUT_SETTLED))
        .isEqualTo("NOT_MET: the rollout of deployment cams/frigate is stuck: " + message);
  }

  // F63
  @Test
  void a_rollout_of_a_stateful_set_or_daemon_set_is_left_alone_too() {
    assertThat(web(statefulSet("web").replicas(3).revisions("r1", "r2", 1)).says(ROLLOUT_SETTLED))
        .isEqualTo("NOT_MET: a rollout of statefulset cams/web is running: 1 of 3 updated");
    assertThat(web(statefulSet("web").replicas(3).revisions("r1", "r2", 1).partition(2))
            .fact(ROLLOUT_SETTLED)
            .met())
        .isTrue();
    assertThat(web(statefulSet("web").revisions("r1", "r2", 0).onDelete())
            .fact(ROLLOUT_SETTLED)
            .met())
        .isTrue();
    assertThat(Cluster.of(daemonSet("logs").nodes(3).updated(2))
            .looking("daemonset/cams/logs")
            .says(ROLLOUT_SETTLED))
        .isEqualTo("NOT_MET: a rollout of daemonset cams/logs is running: 2 of 3 updated");
  }

  private static Cluster web(StatefulSetThing set) {
    return Cluster.of(set).looking("statefulset/cams/web");
  }

  // F67
  @Test
  void a_namespace_that_is_being_deleted_is_left_alone() {
    Namespace going = new NamespaceBuilder()
        .withNewMetadata()
        .withName("cams")
        .endMetadata()
        .withNewStatus()
        .withPhase("Terminating")
        .endStatus()
        .build();
    Cluster cluster = frigate(deployment("frigate"));
    assertThat(cluster.namespace(Optional.of(going)).says(NAMESPACE_ACTIVE))
        .isEqualTo("NOT_MET: namespace cams is being deleted");
    assertThat(cluster.namespace(Optional.empty()).says(NAMESPACE_ACTIVE))
        .isEqualTo("NOT_MET: there is no namespace cams");
    assertThat(cluster.namespace(Optional.of(new Namespace())).says(NAMESPACE_ACTIVE))
        .startsWith("UNKNOWN: ");
    assertThat(cluster.forbidding(Namespace.class).says(NAMESPACE_ACTIVE))
        .startsWith("UNKNOWN: we may not");
  }

  // F68
  @Test
  void what_a_quota_forbids_is_not_asked_for_again() {
    String message = "pods \"frigate-x\" is forbidden: exceeded quota: small";
    assertThat(frigate(deployment("frigate")
                .condition("ReplicaFailure", "True", "FailedCreate", message, minutes(1)))
            .says(PODS_CREATABLE))
        .isEqualTo("NOT_MET: deployment cams/frigate can make no pods: " + message);
  }

  // F68
  @Test
  void a_stateful_set_has_no_condition_and_tells_it_in_events() {
    EventThing failed = event("FailedCreate")
        .about("StatefulSet", "web")
        .saying("create Pod web-1 in StatefulSet web failed error: exceeded quota: small");
    StatefulSetThing web = statefulSet("web").replicas(2);
    assertThat(Cluster.of(web, pod("web").ordinal(0), failed)
            .looking("statefulset/cams/web")
            .says(PODS_CREATABLE))
        .isEqualTo("NOT_MET: statefulset cams/web can make no pods:"
            + " create Pod web-1 in StatefulSet web failed error: exceeded quota: small");
    assertThat(Cluster.of(web, pod("web").ordinal(0))
            .looking("statefulset/cams/web")
            .forbidding(Event.class)
            .says(PODS_CREATABLE))
        .isEqualTo("UNKNOWN: we may not list events (403)");
  }

  // F68
  @Test
  void a_quota_that_was_in_the_way_an_hour_ago_holds_nobody() {
    EventThing failed = event("FailedCreate").about("ReplicaSet", "frigate-v1").saying("quota");
    assertThat(Cluster.of(deployment("frigate"), pod("frigate").on("still-fawn"), failed)
            .fact(PODS_CREATABLE)
            .met())
        .isTrue();
  }

  // F70
  @Test
  void a_deployment_that_is_gone_or_going_is_left_alone() {
    assertThat(Cluster.of(node("still-fawn")).says(OWNER_KNOWN))
        .isEqualTo("NOT_MET: there is no deployment cams/frigate");
    assertThat(frigate(deployment("frigate").leaving()).says(OWNER_KNOWN))
        .isEqualTo("NOT_MET: deployment cams/frigate is being deleted");
  }

  // F74
  @Test
  void a_pod_that_nobody_makes_anew_is_never_taken() {
    assertStranger(pod("frigate").ownerless(), "pod frigate-1 has no controller to make it anew");
    assertStranger(
        pod("frigate").ownedBy("Node", "still-fawn"),
        "pod frigate-1 is a static pod of node still-fawn");
    assertStranger(
        pod("frigate").ownedBy("Job", "frigate-27"),
        "pod frigate-1 belongs to Job frigate-27, a kind of owner that we do not know");
    Cluster bare = selected(pod("frigate").ownerless().on("still-fawn"), node("still-fawn"));
    assertThat(bare.without(OWNER_KNOWN).victims()).isEmpty();
  }

  private static void assertStranger(PodThing pod, String words) {
    Cluster cluster = selected(pod.on("still-fawn").notReady(), node("still-fawn"));
    assertThat(cluster.says(OWNER_KNOWN)).isEqualTo("NOT_MET: " + words);
    assertThat(cluster.victims()).isEmpty();
  }

  // F73
  @Test
  void the_pods_of_an_argo_rollout_are_taken_only_if_a_user_says_so() {
    Thing rollout = deployment("frigate")
        .version(
            2,
            minutes(90),
            version -> version
                .editMetadata()
                .withOwnerReferences()
                .addNewOwnerReference()
                .withKind("Rollout")
                .withName("frigate")
                .withUid("Rollout/frigate")
                .withController(true)
                .endOwnerReference()
                .endMetadata());
    Cluster cluster = selected(
        rollout, pod("frigate").version(2).on("still-fawn").notReady(), node("still-fawn"));
    assertThat(cluster.says(OWNER_KNOWN))
        .isEqualTo("NOT_MET: pod frigate-1 belongs to"
            + " Rollout frigate, a kind of owner that we do not know");
    assertThat(cluster.victims()).isEmpty();
    assertThat(cluster.without(OWNER_KNOWN).victims()).containsExactly("frigate-1");
  }

  @Test
  void pods_chosen_by_labels_may_belong_to_anything_that_we_know() {
    Cluster cluster =
        selected(deployment("frigate"), pod("frigate").on("still-fawn"), node("still-fawn"));
    assertThat(cluster.says(OWNER_KNOWN))
        .isEqualTo("MET: pods cams/app=frigate makes its pods anew");
    assertThat(cluster.holds()).isEmpty();
  }

  @Test
  void an_owner_that_was_not_seen_is_not_taken_for_granted() {
    Cluster cluster = selected(pod("frigate").on("still-fawn"), node("still-fawn"));
    assertThat(cluster.says(OWNER_KNOWN))
        .isEqualTo("UNKNOWN: ReplicaSet frigate-v1, which made pod frigate-1, was not seen");
    assertThat(cluster.victims()).isEmpty();
  }

  // F13, F16
  @Test
  void a_list_that_we_may_not_read_makes_unknown_what_depends_on_it_and_nothing_else() {
    assertThat(
            frigate(deployment("frigate")).forbidding(PodDisruptionBudget.class).holds())
        .containsExactly("disruptionAllowed");
    assertThat(frigate(deployment("frigate")).forbidding(Event.class).holds())
        .containsExactly("untouched");
    assertThat(frigate(deployment("frigate")).forbidding(Deployment.class).says(OWNER_KNOWN))
        .isEqualTo("UNKNOWN: we may not list deployments (403)");
  }
}
