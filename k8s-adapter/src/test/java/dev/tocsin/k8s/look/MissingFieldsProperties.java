package dev.tocsin.k8s.look;

import static dev.tocsin.k8s.look.Thing.budget;
import static dev.tocsin.k8s.look.Thing.daemonSet;
import static dev.tocsin.k8s.look.Thing.deployment;
import static dev.tocsin.k8s.look.Thing.event;
import static dev.tocsin.k8s.look.Thing.minutes;
import static dev.tocsin.k8s.look.Thing.node;
import static dev.tocsin.k8s.look.Thing.pod;
import static dev.tocsin.k8s.look.Thing.statefulSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Observation.Passing;
import dev.tocsin.incident.Precondition.Verdict;
import dev.tocsin.k8s.api.Answer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever an object leaves out, nobody crashes on it, and nothing missing counts as good. */
class MissingFieldsProperties {

  private static final KubernetesSerialization JSON = new KubernetesSerialization();
  private static final List<Repair> ALL = List.of(Repair.values());

  private static final List<HasMetadata> RICH = Stream.<Thing>of(
          node("still-fawn").cordoned(minutes(3)).taint("karpenter.sh/disrupted", ""),
          node("other").silent(),
          deployment("frigate")
              .replicas(3)
              .pinnedTo("still-fawn")
              .template("kubectl.kubernetes.io/restartedAt", Thing.ago(minutes(3)))
              .condition("ReplicaFailure", "True", "FailedCreate", "quota", minutes(1))
              .attempted(2, minutes(3), Cluster.OWNER, "key"),
          statefulSet("web").replicas(2).partition(1),
          daemonSet("logs").replacing("50%"),
          pod("frigate").version(2).on("still-fawn").tolerating("x").gate("g"),
          pod("frigate").named("frigate-2").version(2).pending("0/2 nodes").pinnedTo("still-fawn"),
          pod("frigate")
              .named("frigate-3")
              .version(2)
              .on("other")
              .waiting("CrashLoopBackOff", "back-off")
              .lastExit(137, "OOMKilled", 3),
          pod("frigate").named("frigate-4").on("other").leaving(minutes(9)),
          pod("frigate").named("frigate-5").on("other").over("Failed", "Evicted", "low"),
          pod("web").ordinal(0).on("other"),
          pod("logs")
              .named("logs-a")
              .ownedBy("DaemonSet", "logs")
              .on("still-fawn")
              .ended(1),
          budget("frigate").allows(0).healthy(1, 1),
          budget("all").overAll(),
          event("FailedCreate").about("ReplicaSet", "frigate-v2").saying("quota"),
          event("FailedMount").about("Pod", "frigate-1").saying("no disk"),
          event("Attempted").by("garage/tocsin").about("Deployment", "frigate"))
      .flatMap(thing -> thing.objects().stream())
      .toList();

  @Property(tries = 500)
  void nothing_that_is_left_out_is_a_crash(
      @ForAll long seed, @ForAll("shares") double share, @ForAll("workloads") String workload) {
    Cluster cluster = Cluster.ofObjects(pruned(RICH, seed, share))
        .looking(workload)
        .repairing(ALL.toArray(Repair[]::new));
    assertThat(cluster.observation()).isNotNull();
    assertThat(cluster.preconditions()).hasSize(Fact.values().length);
    assertThat(cluster.situation().marked()).isNotNull();
    assertThat(cluster.victims()).isNotNull();
    Answer<Nodes> nodes = cluster.snapshot().nodes();
    assertThat(new NodeHealth("other", nodes, Thing.NOW, minutes(15)).health()).isNotNull();
  }

  @Property(tries = 500)
  void what_is_ready_with_fields_left_out_is_ready_with_all_of_them(
      @ForAll long seed, @ForAll("shares") double share) {
    List<HasMetadata> whole = Stream.<Thing>of(
            node("still-fawn").silent(),
            deployment("frigate"),
            pod("frigate").on("still-fawn").notReady())
        .flatMap(thing -> thing.objects().stream())
        .toList();
    Cluster cluster = Cluster.ofObjects(pruned(whole, seed, share));
    assertThat(cluster.observation()).isNotInstanceOf(Passing.class);
    assertThat(cluster.fact(Fact.NODE_READY).verdict()).isNotEqualTo(Verdict.MET);
    assertThat(cluster.victims()).isEmpty();
  }

  /** Readiness must be said: by the node, since when, and by the pod. */
  @Property(tries = 30)
  void readiness_that_is_not_said_is_not_readiness(@ForAll("unsaid") List<String> left) {
    List<HasMetadata> whole = Stream.<Thing>of(
            node("still-fawn"), deployment("frigate"), pod("frigate").on("still-fawn"))
        .flatMap(thing -> thing.objects().stream())
        .map(one -> without(one, left))
        .toList();
    Cluster cluster = Cluster.ofObjects(whole);
    assertThat(cluster.observation()).isNotInstanceOf(Passing.class);
    assertThat(cluster.fact(Fact.NODE_READY).verdict()).isNotEqualTo(Verdict.MET);
  }

  @Provide
  Arbitrary<Double> shares() {
    return Arbitraries.of(0.01, 0.05, 0.2, 0.5);
  }

  @Provide
  Arbitrary<String> workloads() {
    return Arbitraries.of(
        "deployment/cams/frigate",
        "statefulset/cams/web",
        "daemonset/cams/logs",
        "pods/cams/app=frigate",
        "pods/cams/app=logs");
  }

  @Provide
  Arbitrary<List<String>> unsaid() {
    return Arbitraries.of("status", "conditions", "type").list().ofMinSize(1).uniqueElements();
  }

  /** Leaves out so large a share of all fields, or has null in their place. */
  private static List<HasMetadata> pruned(List<HasMetadata> all, long seed, double share) {
    Random random = new Random(seed);
    return all.stream()
        .map(one -> read(one, pruned(tree(one), random, share)))
        .collect(Collectors.toList());
  }

  private static Object pruned(Object node, Random random, double share) {
    if (node instanceof Map<?, ?> map) {
      Map<Object, Object> left = new LinkedHashMap<>();
      map.forEach((key, value) -> {
        boolean gone = random.nextDouble() < share;
        if (!gone || random.nextBoolean()) {
          left.put(key, gone ? null : pruned(value, random, share));
        }
      });
      return left;
    }
    if (node instanceof List<?> list) {
      List<Object> left = new ArrayList<>();
      list.forEach(
          value -> left.add(random.nextDouble() < share ? null : pruned(value, random, share)));
      return left;
    }
    return node;
  }

  private static HasMetadata without(HasMetadata one, List<String> names) {
    return one instanceof Node || one.getKind().equals("Pod")
        ? read(one, without(tree(one), names))
        : one;
  }

  private static Object without(Object node, List<String> names) {
    if (node instanceof Map<?, ?> map) {
      Map<Object, Object> left = new LinkedHashMap<>();
      map.forEach((key, value) -> {
        if (!names.contains(String.valueOf(key))) {
          left.put(key, without(value, names));
        }
      });
      return left;
    }
    return node instanceof List<?> list
        ? list.stream().map(value -> without(value, names)).toList()
        : node;
  }

  private static Object tree(HasMetadata one) {
    return JSON.unmarshal(JSON.asJson(one), Map.class);
  }

  private static HasMetadata read(HasMetadata like, Object tree) {
    return JSON.unmarshal(JSON.asJson(tree), like.getClass());
  }
}
