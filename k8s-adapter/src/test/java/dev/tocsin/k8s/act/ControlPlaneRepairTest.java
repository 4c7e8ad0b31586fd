package dev.tocsin.k8s.act;

import static dev.tocsin.k8s.testing.Patience.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Outcome.Done;
import dev.tocsin.incident.Outcome.NotDone;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Sighting.PastAlert;
import dev.tocsin.incident.Sighting.PastAttempt;
import dev.tocsin.incident.Sighting.Witness;
import dev.tocsin.incident.Target;
import dev.tocsin.incident.Telling;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.look.Asked;
import dev.tocsin.k8s.look.ClusterObserver;
import dev.tocsin.k8s.look.Repair;
import dev.tocsin.k8s.look.Watched;
import dev.tocsin.k8s.look.Workload;
import dev.tocsin.k8s.testing.ControlPlane;
import dev.tocsin.k8s.witness.Chronicle;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Recorded;
import dev.tocsin.round.RoundReport;
import dev.tocsin.round.Time;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Repairs, where controllers make pods anew and kubelets run them. */
@ExtendWith(ControlPlane.Present.class)
class ControlPlaneRepairTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static ControlPlane plane;
  private static KubernetesClient client;
  private static int namespaces;

  private final String namespace = "cams-" + ++namespaces;
  private HasMetadata workload;

  @BeforeAll
  static void begin() {
    plane = ControlPlane.up();
    client = plane.client();
    plane.node("still-fawn");
    plane.node("quiet-elk");
  }

  @AfterAll
  static void end() {
    plane.close();
  }

  @Test
  void an_evicted_pod_is_replaced_and_the_good_one_stays() {
    apply(deployment(2));
    List<Pod> before = ready(2);
    broken(before.get(0));
    Outcome outcome = remediate(Workload.Type.DEPLOYMENT, "evictPod");
    assertThat(outcome).isInstanceOf(Done.class);
    assertThat(outcome.detail()).contains(name(before.get(0)));
    patiently().until(() -> gone(before.get(0)));
    assertThat(ready(2)).extracting(ControlPlaneRepairTest::name).contains(name(before.get(1)));
  }

  // F54, F66
  @Test
  void of_a_daemon_set_only_the_pod_on_a_good_node_is_replaced() {
    apply(daemonSet());
    List<Pod> before = ready(2);
    Pod still = on("still-fawn", before);
    Pod quiet = on("quiet-elk", before);
    broken(still);
    plane.nodeDown("still-fawn");
    try {
      Outcome outcome = remediate(Workload.Type.DAEMONSET, "deletePod");
      assertThat(outcome).isInstanceOf(NotDone.class);
      assertThat(outcome.detail()).contains("is on a good node");
      broken(quiet);
      assertThat(remediate(Workload.Type.DAEMONSET, "deletePod")).isInstanceOf(Done.class);
      patiently().until(() -> gone(quiet));
      assertThat(gone(still)).isFalse();
    } finally {
      plane.nodeUp("still-fawn");
    }
  }

  // F65
  @Test
  void of_a_stateful_set_the_highest_broken_number_is_replaced() {
    apply(statefulSet(3));
    ready(3);
    Pod zero = pod("frigate-0");
    Pod one = pod("frigate-1");
    broken(zero);
    broken(one);
    assertThat(remediate(Workload.Type.STATEFULSET, "evictPod").detail()).contains("frigate-1 ");
    patiently().until(() -> gone(one));
    assertThat(gone(zero)).isFalse();
  }

  @Test
  void a_rollout_restart_makes_new_pods_with_our_mark_and_only_once() {
    apply(deployment(1));
    Pod before = ready(1).get(0);
    Recorded<Attempt> attempt = Story.of("rolloutRestart").attempt();
    ClusterEffects effects = effects(Workload.Type.DEPLOYMENT);
    assertThat(effects.remediate(attempt, soon())).isInstanceOf(Done.class);
    patiently().until(() -> gone(before));
    assertThat(ready(1).get(0).getMetadata().getAnnotations())
        .containsEntry("tocsin.dev/attempt", attempt.key());
    assertThat(replicaSets()).hasSize(2);
    long generation = generation();
    assertThat(effects.remediate(attempt, soon())).isInstanceOf(Done.class);
    assertThat(effects.find(attempt, soon())).isInstanceOf(Done.class);
    assertThat(generation()).isEqualTo(generation);
  }

  // F72
  @Test
  void git_that_takes_the_mark_back_does_not_make_us_restart_again() {
    apply(deployment(1));
    ready(1);
    Recorded<Attempt> attempt = Story.of("rolloutRestart").attempt();
    ClusterEffects effects = effects(Workload.Type.DEPLOYMENT);
    effects.remediate(attempt, soon());
    patiently().until(() -> replicaSets().size() == 2);
    client
        .apps()
        .deployments()
        .inNamespace(namespace)
        .withName("frigate")
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            "{\"spec\":{\"template\":{\"metadata\":{\"annotations\":null}}}}");
    long generation = generation();
    patiently()
        .until(
            () -> ready(1).get(0).getMetadata().getAnnotations(),
            annotations -> annotations == null || annotations.isEmpty());
    assertThat(new ClusterEffects(
                kubernetes(),
                new Chronicle(Cams.OWNER),
                watched(Workload.Type.DEPLOYMENT),
                Story.of("x"))
            .find(attempt, soon()))
        .isInstanceOf(Done.class);
    assertThat(generation()).isEqualTo(generation);
  }

  @Test
  void people_see_what_was_told_and_done_where_they_look() {
    apply(deployment(1));
    broken(ready(1).get(0));
    Story story = Story.of("evictPod");
    Chronicle chronicle = new Chronicle(Cams.OWNER);
    ClusterEffects effects =
        new ClusterEffects(kubernetes(), chronicle, watched(Workload.Type.DEPLOYMENT), story);
    RoundReport report = story.round(effects);
    assertThat(report.outcomes().values()).allMatch(Done.class::isInstance);
    assertThat(plane.kubectl("-n", namespace, "describe", "deployment", "frigate"))
        .containsPattern("Warning +Alerted +.*tocsin.dev/tocsin.* told: down since ")
        .containsPattern("Normal +Attempted +.* evictPod of pod frigate-.* on node ");
    assertThat(plane.kubectl("-n", namespace, "get", "events"))
        .containsPattern("Alerted +deployment/frigate +told: down since ")
        .containsPattern("Attempted +deployment/frigate +evictPod of pod ");
  }

  // F39
  @Test
  void the_next_observer_reads_back_what_was_told_and_done() {
    apply(deployment(1));
    broken(ready(1).get(0));
    Map<String, Watched> watched = watched(Workload.Type.DEPLOYMENT);
    Story story = Story.of("evictPod");
    story.round(new ClusterEffects(kubernetes(), new Chronicle(Cams.OWNER), watched, story));
    ClusterObserver observer =
        new ClusterObserver(kubernetes(), new Chronicle(Cams.OWNER), watched, Duration.ZERO, story);
    Witness witness = observer
        .look(List.of(Target.of(Story.TARGET, Policy.DEFAULT)), soon())
        .get(Story.TARGET)
        .witness();
    assertThat(witness.told()).contains(new PastAlert(story.incident(), Telling.NOT_DUE));
    assertThat(witness.attempts())
        .extracting(PastAttempt::key)
        .containsExactly(story.incident() + "-remediate-1");
  }

  // What there is

  private String deployment(int replicas) {
    return workload("Deployment", "  replicas: " + replicas);
  }

  private String daemonSet() {
    return workload("DaemonSet", "");
  }

  private String statefulSet(int replicas) {
    return workload("StatefulSet", "  serviceName: frigate\n  replicas: " + replicas);
  }

  private String workload(String kind, String spec) {
    return """
        apiVersion: v1
        kind: Namespace
        metadata: {name: %1$s}
        ---
        apiVersion: apps/v1
        kind: %2$s
        metadata: {name: frigate, namespace: %1$s}
        spec:
        %3$s
          selector: {matchLabels: {app: frigate}}
          template:
            metadata: {labels: {app: frigate}}
            spec: {containers: [{name: frigate, image: "frigate:0.14"}]}
        """.formatted(namespace, kind, spec);
  }

  private void apply(String manifest) {
    List<HasMetadata> objects =
        client.load(new ByteArrayInputStream(manifest.getBytes())).items();
    objects.forEach(object -> client.resource(object).create());
    workload = objects.get(1);
  }

  /** The pods, once there are so many and all are ready and none is leaving, as all can see. */
  private List<Pod> ready(int count) {
    return patiently()
        .until(
            this::pods,
            pods -> pods.size() == count
                && pods.stream().allMatch(ControlPlaneRepairTest::isReady)
                && readyInStatus() == count);
  }

  /** What its controller has seen: that comes after the pods. */
  private int readyInStatus() {
    GenericKubernetesResource now = client
        .genericKubernetesResources(workload.getApiVersion(), workload.getKind())
        .inNamespace(namespace)
        .withName(name(workload))
        .get();
    return Stream.of("readyReplicas", "numberReady")
        .map(count -> now.<Integer>get("status", count))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(0);
  }

  private List<Pod> pods() {
    return client.pods().inNamespace(namespace).list().getItems();
  }

  private Pod pod(String name) {
    return client.pods().inNamespace(namespace).withName(name).get();
  }

  private static Pod on(String node, List<Pod> pods) {
    return pods.stream()
        .filter(p -> p.getSpec().getNodeName().equals(node))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isReady(Pod pod) {
    return pod.getMetadata().getDeletionTimestamp() == null
        && pod.getStatus().getConditions().stream()
            .anyMatch(c -> c.getType().equals("Ready") && c.getStatus().equals("True"));
  }

  /** Its readiness probe fails, and its controller has seen that. */
  private void broken(Pod pod) {
    int before = readyInStatus();
    plane.unready(namespace, name(pod));
    patiently().until(() -> readyInStatus() == before - 1);
  }

  private boolean gone(Pod pod) {
    Pod now = pod(name(pod));
    return now == null || !now.getMetadata().getUid().equals(pod.getMetadata().getUid());
  }

  private List<ReplicaSet> replicaSets() {
    return client.apps().replicaSets().inNamespace(namespace).list().getItems();
  }

  private long generation() {
    return client
        .apps()
        .deployments()
        .inNamespace(namespace)
        .withName("frigate")
        .get()
        .getMetadata()
        .getGeneration();
  }

  private static String name(HasMetadata object) {
    return object.getMetadata().getName();
  }

  // Who acts on it

  private static Kubernetes kubernetes() {
    return Kubernetes.of(client);
  }

  private Outcome remediate(Workload.Type type, String step) {
    return effects(type).remediate(Story.of(step).attempt(), soon());
  }

  private ClusterEffects effects(Workload.Type type) {
    return new ClusterEffects(
        kubernetes(), new Chronicle(Cams.OWNER), watched(type), Story.of("x"));
  }

  private Map<String, Watched> watched(Workload.Type type) {
    Map<String, Repair> repairs =
        Arrays.stream(Repair.values()).collect(Collectors.toMap(Repair::word, r -> r));
    Asked atOnce =
        new Asked(Duration.ZERO, Duration.ZERO, Duration.ZERO, Optional.empty(), Set.of());
    return Map.of(
        Story.TARGET,
        new Watched(
            new Watched.Check.OfWorkload(),
            Optional.of(new Workload(type, namespace, "frigate")),
            atOnce,
            repairs));
  }

  private static Deadline soon() {
    return Deadline.in(PATIENCE, Time.system());
  }
}
