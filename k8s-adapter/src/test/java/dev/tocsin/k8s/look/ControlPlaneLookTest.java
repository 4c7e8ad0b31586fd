package dev.tocsin.k8s.look;

import static dev.tocsin.k8s.testing.Patience.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Observation.Cause;
import dev.tocsin.incident.Observation.Failing;
import dev.tocsin.incident.Observation.Passing;
import dev.tocsin.incident.Observation.Unknown;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Precondition.Verdict;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Sighting.Witness;
import dev.tocsin.incident.Target;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.look.Watched.Check;
import dev.tocsin.k8s.testing.ControlPlane;
import dev.tocsin.k8s.testing.RealApiServer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a whole control plane really says, and how it is told. */
@ExtendWith(ControlPlane.Present.class)
@Timeout(180)
class ControlPlaneLookTest {

  /** Nobody of a test waits for minutes. */
  private static final Asked AT_ONCE =
      new Asked(Duration.ZERO, Duration.ZERO, Duration.ZERO, Optional.empty(), Set.of());

  private static ControlPlane plane;
  private static Kubernetes kubernetes;

  @BeforeAll
  static void up() {
    plane = ControlPlane.up();
    kubernetes = Kubernetes.of(plane.client());
  }

  @AfterAll
  static void down() {
    plane.close();
  }

  private static Watched watched(String workload, Asked asked) {
    return new Watched(
        new Check.OfWorkload(),
        Workload.parse(workload),
        asked,
        Map.of("evictPod", Repair.EVICT_POD));
  }

  private static Sighting look(Watched watched) {
    Deeds deeds = new Deeds("us", events -> {}, (target, marked) -> Witness.NONE);
    return new ClusterObserver(
            kubernetes,
            deeds,
            Map.of("it", watched),
            Duration.ofMinutes(15),
            (targets, deadline) -> Map.of())
        .look(List.of(Target.of("it", Policy.DEFAULT)), RealApiServer.soon())
        .get("it");
  }

  private static Situation situation(String workload) {
    return Situations.read(
            kubernetes, "us", watched(workload, AT_ONCE), Known.NOTHING, RealApiServer.soon())
        .value()
        .orElseThrow();
  }

  /** All of it at once: what was seen a moment ago says nothing of what is seen now. */
  private static void await(String workload, Consumer<Sighting> holds) {
    await(watched(workload, AT_ONCE), holds);
  }

  private static void await(Watched watched, Consumer<Sighting> holds) {
    patiently().untilAsserted(() -> look(watched), holds);
  }

  private static void passes(Sighting seen) {
    assertThat(seen.observation()).isInstanceOf(Passing.class);
  }

  private static void passesAndNothingHolds(Sighting seen) {
    passes(seen);
    assertThat(holds(seen)).isEmpty();
  }

  private static AbstractStringAssert<?> assertSymptom(Sighting seen) {
    assertThat(seen.observation()).isInstanceOf(Failing.class);
    return assertThat(((Failing) seen.observation()).symptom());
  }

  private static Precondition fact(Sighting seen, Fact fact) {
    return seen.preconditions().get(fact.ordinal());
  }

  private static Set<String> holds(Sighting seen) {
    return seen.preconditions().stream()
        .filter(p -> !p.met())
        .map(Precondition::name)
        .collect(Collectors.toSet());
  }

  private static void apply(String yaml) {
    plane
        .client()
        .load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
        .serverSideApply();
  }

  private static void namespace(String name) {
    apply("apiVersion: v1\nkind: Namespace\nmetadata: {name: " + name + "}");
  }

  /** One container, on that node only. */
  private static String deployment(String namespace, String node, String spec) {
    return workload("Deployment", namespace, "frigate", node, spec);
  }

  private static String workload(
      String kind, String namespace, String name, String node, String spec) {
    return """
        apiVersion: apps/v1
        kind: %s
        metadata: {namespace: %s, name: %s}
        spec:
          selector: {matchLabels: {app: %3$s}}
          %s
          template:
            metadata: {labels: {app: %3$s}}
            spec:
              nodeSelector: {kubernetes.io/hostname: %s}
              containers: [{name: main, image: example.org/main:1}]
        """.formatted(kind, namespace, name, spec, node);
  }

  // F49, F50, F53, F55, F56
  @Test
  void the_night_of_the_incident() {
    plane.node("still-fawn");
    namespace("cams");
    apply(deployment("cams", "still-fawn", "replicas: 1"));
    await("deployment/cams/frigate", well -> {
      passesAndNothingHolds(well);
      assertThat(well.observation()).isEqualTo(new Passing("1 of 1 available"));
      assertThat(well.place()).contains("still-fawn");
    });
    await(
        watched("deployment/cams/frigate", Asked.USUAL),
        well -> assertThat(fact(well, Fact.NODE_READY).detail())
            .startsWith("node still-fawn is ready again for ")
            .endsWith("s of 2m"));

    plane.nodeDown("still-fawn");
    String silent = "node still-fawn is not ready: Kubelet stopped posting node status.";
    await("deployment/cams/frigate", down -> {
      assertSymptom(down).isEqualTo("0 of 1 available: " + silent);
      assertThat(fact(down, Fact.NODE_READY))
          .isEqualTo(new Precondition("nodeReady", "node still-fawn", Verdict.NOT_MET, silent));
    });

    plane.kubectl("-n", "cams", "delete", "pod", "--all", "--wait=false");
    await("deployment/cams/frigate", pending -> {
      assertSymptom(pending)
          .startsWith("0 of 1 available: pod frigate-")
          .contains("cannot be scheduled: 0/", "had untolerated taint");
      assertThat(fact(pending, Fact.NODE_READY).detail()).isEqualTo(silent);
      assertThat(fact(pending, Fact.POD_SCHEDULED).verdict()).isEqualTo(Verdict.NOT_MET);
      assertThat(pending.place()).contains("still-fawn");
    });

    plane.kubectl("delete", "node", "still-fawn");
    await("deployment/cams/frigate", gone -> {
      assertThat(fact(gone, Fact.NODE_READY).detail()).startsWith("there is no node");
      assertThat(gone.firstNotMet())
          .map(Precondition::detail)
          .contains("there is no node still-fawn");
    });
  }

  // F51, F52
  @Test
  void a_node_is_cordoned_and_then_drained() {
    plane.node("old-oak");
    namespace("oak");
    apply(deployment("oak", "old-oak", "replicas: 1"));
    await("deployment/oak/frigate", ControlPlaneLookTest::passes);
    plane.kubectl("cordon", "old-oak");
    await("deployment/oak/frigate", cordoned -> {
      passes(cordoned);
      assertThat(cordoned.firstNotMet())
          .map(Precondition::detail)
          .contains("node old-oak is cordoned");
    });

    plane.kubectl("-n", "oak", "delete", "pod", "--all");
    await(
        "deployment/oak/frigate",
        drained -> assertThat(drained.observation()).isInstanceOfSatisfying(Unknown.class, off -> {
          assertThat(off.cause()).isEqualTo(Cause.INTENDED);
          assertThat(off.detail())
              .matches("deployment oak/frigate was drained from node old-oak (\\d+m)?(\\d+s)? ago");
        }));
  }

  // F61, F63, F64, F73
  @Test
  void a_rollout_runs_and_gets_stuck() {
    plane.node("new-elm");
    namespace("elm");
    String strategy = "progressDeadlineSeconds: 6\n  strategy:"
        + " {rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}";
    apply(deployment("elm", "new-elm", strategy));
    await("deployment/elm/frigate", ControlPlaneLookTest::passes);
    plane.kubectl("-n", "elm", "rollout", "restart", "deployment/frigate");
    await("deployment/elm/frigate", ControlPlaneLookTest::passesAndNothingHolds);
    await(
        watched("deployment/elm/frigate", Asked.USUAL),
        just -> assertThat(fact(just, Fact.UNTOUCHED).detail())
            .matches("somebody (restarted|changed) deployment elm/frigate \\d+s ago"));

    plane.kubectl(
        "-n",
        "elm",
        "patch",
        "deployment",
        "frigate",
        "-p",
        "{\"spec\":{\"template\":{\"metadata\":{\"annotations\":{\"kubelet-stages/hold\":\"true\"}}}}}");
    await("deployment/elm/frigate", running -> {
      passes(running);
      assertThat(running.observation().toString()).contains("a rollout of");
      assertThat(fact(running, Fact.ROLLOUT_SETTLED).verdict()).isEqualTo(Verdict.NOT_MET);
    });

    await(
        "deployment/elm/frigate",
        stuck -> assertSymptom(stuck)
            .startsWith("0 of 1 available and 1 of the version before: pod frigate-")
            .contains("; the rollout of deployment elm/frigate is stuck: ReplicaSet \"frigate-"));
    plane.kubectl("-n", "elm", "rollout", "pause", "deployment/frigate");
    await(
        "deployment/elm/frigate",
        paused -> assertThat(fact(paused, Fact.NOT_PAUSED).detail())
            .isEqualTo("deployment elm/frigate is paused"));
  }

  // F68
  @Test
  void a_quota_is_in_the_way() {
    plane.node("young-ash");
    namespace("ash");
    apply("""
        apiVersion: v1
        kind: ResourceQuota
        metadata: {namespace: ash, name: small}
        spec: {hard: {pods: 1}}
        """);
    apply(deployment("ash", "young-ash", "replicas: 2"));
    await("deployment/ash/frigate", quota -> {
      assertSymptom(quota)
          .startsWith("1 of 2 available: no more pods can be made: pods \"frigate-")
          .contains("exceeded quota: small");
      assertThat(fact(quota, Fact.PODS_CREATABLE).detail())
          .startsWith("deployment ash/frigate can make no pods: pods \"frigate-");
    });

    apply(workload("StatefulSet", "ash", "web", "young-ash", "serviceName: web"));
    await("statefulset/ash/web", web -> {
      assertSymptom(web)
          .startsWith("0 of 1 available: no more pods can be made: Create Pod web-0")
          .contains("exceeded quota");
      assertThat(fact(web, Fact.PODS_CREATABLE).verdict()).isEqualTo(Verdict.NOT_MET);
    });
  }

  // F65, F69, F62
  @Test
  void a_stateful_set_with_a_budget() {
    plane.node("tall-fir");
    namespace("fir");
    apply(workload("StatefulSet", "fir", "web", "tall-fir", "serviceName: web\n  replicas: 2"));
    apply("""
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {namespace: fir, name: web}
        spec: {minAvailable: 2, selector: {matchLabels: {app: web}}}
        """);
    await("statefulset/fir/web", guarded -> {
      passes(guarded);
      assertThat(holds(guarded)).containsExactly("disruptionAllowed");
      assertThat(fact(guarded, Fact.DISRUPTION_ALLOWED).detail())
          .isEqualTo("disruption budget fir/web allows no eviction now, 2 healthy of 2 needed");
    });

    plane.unready("fir", "web-0");
    plane.unready("fir", "web-1");
    await("statefulset/fir/web", two -> {
      assertSymptom(two).startsWith("0 of 2 available");
      assertThat(fact(two, Fact.OTHERS_READY).detail())
          .isEqualTo("pod web-0 and pod web-1 are not ready");
    });
    patiently()
        .untilAsserted(() -> assertThat(situation("statefulset/fir/web").victims())
            .extracting(PodSeen::name)
            .containsExactly("web-1", "web-0"));

    plane.kubectl("-n", "fir", "scale", "statefulset", "web", "--replicas=0");
    await(
        "statefulset/fir/web",
        off -> assertThat(off.observation())
            .isEqualTo(new Unknown(Cause.INTENDED, "statefulset fir/web is scaled to 0")));
  }

  // F66
  @Test
  void a_daemon_set_loses_a_node() {
    plane.node("wild-yew");
    namespace("yew");
    apply(workload("DaemonSet", "yew", "logs", "wild-yew", ""));
    apply(workload("DaemonSet", "yew", "none", "nowhere", ""));
    await("daemonset/yew/logs", ControlPlaneLookTest::passes);
    await(
        "daemonset/yew/none",
        none -> assertThat(none.observation())
            .isEqualTo(new Unknown(Cause.INTENDED, "no node is to run daemonset yew/none")));
    plane.nodeDown("wild-yew");
    await("daemonset/yew/logs", down -> {
      assertSymptom(down).startsWith("0 of 1 available: node wild-yew is not ready");
      assertThat(down.firstNotMet()).map(Precondition::subject).contains("node wild-yew");
    });
  }

  // F24, F74
  @Test
  void pods_by_their_labels() {
    plane.node("red-oak");
    namespace("red");
    assertThat(look(watched("pods/red/app=frigate", AT_ONCE)).observation())
        .isInstanceOfSatisfying(
            Unknown.class, unknown -> assertThat(unknown.cause()).isEqualTo(Cause.OURS_MISSING));
    apply(deployment("red", "red-oak", "replicas: 2"));
    await("pods/red/app=frigate", well -> {
      passesAndNothingHolds(well);
      assertThat(well.observation()).isEqualTo(new Passing("2 of 2 available"));
    });
    apply("""
        apiVersion: v1
        kind: Pod
        metadata: {namespace: red, name: bare, labels: {app: frigate}}
        spec:
          nodeName: red-oak
          containers: [{name: main, image: example.org/main:1}]
        """);
    await(
        "pods/red/app=frigate",
        bare -> assertThat(fact(bare, Fact.OWNER_KNOWN).detail())
            .isEqualTo("pod bare has no controller to make it anew"));
  }
}
