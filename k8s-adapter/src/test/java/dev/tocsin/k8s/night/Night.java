package dev.tocsin.k8s.night;

import static dev.tocsin.k8s.testing.Patience.patiently;

import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Remediation;
import dev.tocsin.incident.Target;
import dev.tocsin.k8s.act.ClusterEffects;
import dev.tocsin.k8s.api.Kind;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.api.Ref;
import dev.tocsin.k8s.look.Asked;
import dev.tocsin.k8s.look.ClusterObserver;
import dev.tocsin.k8s.look.Repair;
import dev.tocsin.k8s.look.Watched;
import dev.tocsin.k8s.look.Workload;
import dev.tocsin.k8s.store.ConfigMapStore;
import dev.tocsin.k8s.testing.ControlPlane;
import dev.tocsin.k8s.testing.FaultyApi;
import dev.tocsin.k8s.witness.Chronicle;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Round;
import dev.tocsin.round.RoundReport;
import dev.tocsin.round.StopSignal;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;

/**
 * One Deployment on one node, a watchman whose rounds come every five minutes of a clock that
 * nobody waits for, and everything that he asks of the API server in between.
 */
final class Night implements AutoCloseable {

  static final Duration INTERVAL = Duration.ofMinutes(5);
  static final String TARGET = "frigate";
  private static final int SHOWN = 4;
  private static final AtomicInteger NIGHTS = new AtomicInteger();

  private final ControlPlane plane;
  private final String name;
  private final FaultyApi api;
  private final Skewed time = new Skewed();
  private final Mailbox mailbox = new Mailbox();
  private final Watched watched;
  private final Planner planner;
  private final List<RoundReport> reports = new CopyOnWriteArrayList<>();
  private KubernetesClient client;

  private Night(ControlPlane plane, Watched watched, Policy policy, String name) {
    this.plane = plane;
    this.name = name;
    this.api = new FaultyApi(plane.client());
    this.client = api.client();
    this.watched = watched;
    this.planner = new Planner(List.of(Target.of(TARGET, policy)), INTERVAL);
  }

  /** A Deployment that runs well on a node of its own, watched with this ladder. */
  static Night begin(ControlPlane plane, Repair... ladder) {
    String name = "night-" + NIGHTS.incrementAndGet();
    Night night = new Night(plane, watched(name, ladder), policy(ladder), name);
    plane.node(night.node());
    plane.kubectl("create", "namespace", night.name);
    night.apply(night.manifest());
    night.await("all is well", night::isWell);
    return night;
  }

  private static Watched watched(String namespace, Repair... ladder) {
    Map<String, Repair> repairs =
        List.of(ladder).stream().collect(Collectors.toMap(Repair::word, repair -> repair));
    Workload workload = Workload.parse("deployment/" + namespace + "/frigate").orElseThrow();
    return new Watched(new Watched.Check.OfWorkload(), Optional.of(workload), Asked.USUAL, repairs);
  }

  private static Policy policy(Repair... ladder) {
    List<Remediation.Step> steps = List.of(ladder).stream()
        .map(repair -> new Remediation.Step(repair.word(), 50, Duration.ofMinutes(10)))
        .toList();
    Remediation usual = Remediation.by("any");
    return Policy.DEFAULT.remediation(new Remediation(
        steps,
        usual.attemptsPerIncident(),
        usual.attemptsPerWindow(),
        usual.window(),
        usual.pause(),
        usual.pauseLimit(),
        usual.giveUpAfter(),
        Optional.empty()));
  }

  /** A round now, and then five minutes pass. */
  RoundReport round() {
    RoundReport report = roundNow();
    time.sleep(INTERVAL);
    return report;
  }

  void rounds(int count) {
    for (int i = 0; i < count; i++) {
      round();
    }
  }

  /** One process: nothing is shared with the round before. */
  RoundReport roundNow() {
    Kubernetes kubernetes = Kubernetes.of(client, time);
    Chronicle chronicle = new Chronicle(name + "/tocsin");
    Map<String, Watched> all = Map.of(TARGET, watched);
    ClusterEffects effects = new ClusterEffects(kubernetes, chronicle, all, mailbox);
    RoundReport report = new Round(
            new ConfigMapStore(
                kubernetes, new Ref<>(Kind.CONFIG_MAPS, name, "tocsin"), "night", Optional.empty()),
            new ClusterObserver(kubernetes, chronicle, all, Duration.ofMinutes(10)),
            effects,
            planner,
            time,
            StopSignal.NEVER)
        .run();
    effects.publish(report, Deadline.in(Duration.ofSeconds(5), time));
    reports.add(report);
    return report;
  }

  /**
   * What the last rounds decided and why, and what came of it: for who wonders why a test fails.
   */
  String lately() {
    return reports.subList(Math.max(0, reports.size() - SHOWN), reports.size()).stream()
        .map(Night::words)
        .collect(Collectors.joining("; then ", "the last rounds: ", ""));
  }

  private static String words(RoundReport report) {
    String decisions = report.plan().stream()
        .flatMap(plan -> plan.decisions().stream())
        .map(decision -> decision.after().state() + ", "
            + decision.seen().observation().inFull() + ", " + decision.reason().sentence())
        .collect(Collectors.joining());
    return report.ending() + " " + decisions + " " + report.outcomes().values() + " "
        + report.remarks();
  }

  // What happens in the night

  String node() {
    return "node-of-" + name;
  }

  String namespaceName() {
    return name;
  }

  void nodeDown() {
    plane.nodeDown(node());
  }

  void nodeUp() {
    plane.nodeUp(node());
    await("all is well again", this::isWell);
  }

  /** Its pod is alive and not ready, until it is replaced. */
  void breakPod() {
    hold(pods().get(0), "\"true\"");
    plane.unready(name, pods().get(0).getMetadata().getName());
    await("nothing is available", () -> available() == 0);
    await("no budget counts it", this::budgetsHaveSeenIt);
  }

  private boolean budgetsHaveSeenIt() {
    return plane
        .client()
        .policy()
        .v1()
        .podDisruptionBudget()
        .inNamespace(name)
        .list()
        .getItems()
        .stream()
        .map(PodDisruptionBudget::getStatus)
        .allMatch(seen -> Integer.valueOf(0).equals(seen.getCurrentHealthy())
            && Integer.valueOf(1).equals(seen.getExpectedPods()));
  }

  /** The kubelet looks after its pods again: deleted ones go away. */
  void letGo() {
    allPods().forEach(pod -> hold(pod, "null"));
    await("all is well again", this::isWell);
  }

  private void hold(Pod pod, String held) {
    plane
        .client()
        .pods()
        .resource(pod)
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            "{\"metadata\":{\"annotations\":{\"kubelet-stages/hold\":" + held + "}}}");
  }

  /** As if Tocsin had never been here. */
  void forget() {
    plane.client().configMaps().inNamespace(name).withName("tocsin").delete();
    plane.client().events().v1().events().inNamespace(name).delete();
  }

  /** The rounds ask with the rights of somebody else from now on. */
  void as(KubernetesClient other) {
    client = other;
  }

  void apply(String manifest) {
    plane.client().load(new ByteArrayInputStream(manifest.getBytes())).serverSideApply();
  }

  String kubectl(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "-n";
    all[1] = name;
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return plane.kubectl(all);
  }

  /** Puts an object back as it was, whoever has written it since. */
  void put(String manifest) {
    ConfigMap old = plane
        .client()
        .configMaps()
        .load(new ByteArrayInputStream(manifest.getBytes()))
        .item();
    old.getMetadata().setResourceVersion(null);
    old.getMetadata().setUid(null);
    old.getMetadata().setManagedFields(null);
    plane.client().configMaps().resource(old).createOr(editable -> editable.update());
  }

  /** Long enough for a pod to have started, and for nobody to have touched it just now. */
  void sleepUntilStarted() {
    time.sleep(Duration.ofMinutes(15));
  }

  void sleep(Duration span) {
    time.sleep(span);
  }

  // What was seen from outside

  Mailbox mailbox() {
    return mailbox;
  }

  FaultyApi api() {
    return api;
  }

  ControlPlane plane() {
    return plane;
  }

  /** How many times a pod was asked to go. */
  long evictions() {
    return api.requests().stream()
        .filter(r -> r.startsWith("POST ") && r.endsWith("/eviction"))
        .count();
  }

  /**
   * Not before its Deployment says so too: one whose first pod breaks while its controller has not
   * yet seen it ready is in the middle of a rollout, and a round rightly leaves that alone.
   */
  private boolean isWell() {
    return allPods().size() == 1 && ready() == 1 && available() == 1;
  }

  private int available() {
    return Optional.ofNullable(deployment().getStatus().getAvailableReplicas()).orElse(0);
  }

  /** How often its template was changed. */
  long generation() {
    return deployment().getMetadata().getGeneration();
  }

  /** Pods that are not going away. */
  List<Pod> pods() {
    return allPods().stream()
        .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
        .toList();
  }

  List<Pod> allPods() {
    return plane
        .client()
        .pods()
        .inNamespace(name)
        .withLabel("app", TARGET)
        .list()
        .getItems();
  }

  private long ready() {
    return pods().stream()
        .filter(pod -> pod.getStatus().getConditions().stream()
            .anyMatch(c -> c.getType().equals("Ready") && c.getStatus().equals("True")))
        .count();
  }

  /** Everything that was asked for that changes a workload or its pods. */
  List<String> writesToTheWorkload() {
    return api.requests().stream()
        .filter(request -> !request.startsWith("GET "))
        .filter(request -> request.contains("/pods") || request.contains("/deployments"))
        .toList();
  }

  /** Waits for what controllers and kubelets do in their own time. */
  void await(String what, Callable<Boolean> holds) {
    try {
      patiently().until(holds);
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(what + ": it did not come; " + lately(), e);
    }
  }

  private Deployment deployment() {
    return plane
        .client()
        .apps()
        .deployments()
        .inNamespace(name)
        .withName(TARGET)
        .get();
  }

  private String manifest() {
    return """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: frigate, namespace: %s}
        spec:
          replicas: 1
          strategy: {type: Recreate}
          selector: {matchLabels: {app: frigate}}
          template:
            metadata: {labels: {app: frigate}}
            spec:
              nodeSelector: {kubernetes.io/hostname: %s}
              terminationGracePeriodSeconds: 1
              containers: [{name: frigate, image: frigate}]
        """.formatted(name, node());
  }

  @Override
  public void close() {
    api.close();
  }
}
