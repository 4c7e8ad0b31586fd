package dev.tocsin.k8s.look;

import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Precondition.Verdict;
import dev.tocsin.k8s.api.Answer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A small cluster of a test, and one target that is looked at in it: by default the Deployment
 * frigate, with evictPod as its repair.
 */
final class Cluster {

  static final String OWNER = "monitoring/tocsin";

  private final List<HasMetadata> objects = new ArrayList<>();
  private final Set<Class<?>> forbidden = new HashSet<>();
  private String workload = "deployment/cams/frigate";
  private Watched.Check check = new Watched.Check.OfWorkload();
  private Asked asked = Asked.USUAL;
  private List<Repair> repairs = List.of(Repair.EVICT_POD);
  private Optional<String> remembered = Optional.empty();
  private Duration drainGrace = Duration.ofMinutes(15);
  private Optional<Namespace> namespace = Optional.of(Thing.namespace());

  static Cluster of(Thing... things) {
    Cluster cluster = new Cluster();
    Arrays.stream(things).forEach(thing -> cluster.objects.addAll(thing.objects()));
    return cluster;
  }

  static Cluster ofObjects(List<HasMetadata> objects) {
    Cluster cluster = new Cluster();
    cluster.objects.addAll(objects);
    return cluster;
  }

  Cluster looking(String at) {
    workload = at;
    return this;
  }

  Cluster checking(Watched.Check by) {
    check = by;
    return this;
  }

  Cluster repairing(Repair... by) {
    repairs = List.of(by);
    return this;
  }

  Cluster remembering(String place) {
    remembered = Optional.of(place);
    return this;
  }

  Cluster asking(Asked as) {
    asked = as;
    return this;
  }

  Cluster without(Fact... facts) {
    Set<Fact> left = EnumSet.copyOf(List.of(facts));
    return asking(
        new Asked(asked.readyFor(), asked.startup(), asked.untouched(), asked.node(), left));
  }

  Cluster node(String needed) {
    return asking(new Asked(
        asked.readyFor(),
        asked.startup(),
        asked.untouched(),
        Optional.of(needed),
        asked.without()));
  }

  Cluster drainGrace(Duration grace) {
    drainGrace = grace;
    return this;
  }

  Cluster namespace(Optional<Namespace> as) {
    namespace = as;
    return this;
  }

  /** We may not list these. */
  Cluster forbidding(Class<?>... types) {
    forbidden.addAll(List.of(types));
    return this;
  }

  Watched watched() {
    return new Watched(
        check,
        Optional.of(Workload.parse(workload).orElseThrow()),
        asked,
        repairs.stream().collect(Collectors.toMap(Repair::word, repair -> repair)));
  }

  Snapshot snapshot() {
    return new Snapshot(
        OWNER, Thing.NOW, answer(Node.class).map(Nodes::new), Map.of(Thing.NAMESPACE, seen()));
  }

  private NamespaceSeen seen() {
    return new NamespaceSeen(
        Thing.NAMESPACE,
        itself(),
        new Controllers(
            answer(Deployment.class),
            answer(StatefulSet.class),
            answer(DaemonSet.class),
            answer(ReplicaSet.class)),
        answer(Pod.class).map(Pods::new),
        answer(PodDisruptionBudget.class).map(Budgets::new),
        answer(Event.class).map(all -> new Notes(events(all, "Normal"))),
        answer(Event.class).map(all -> new Notes(events(all, "Warning"))));
  }

  private Answer<Namespace> itself() {
    return forbidden.contains(Namespace.class)
        ? refused("Namespace")
        : namespace
            .<Answer<Namespace>>map(Answer.Ok::new)
            .orElseGet(() -> new Answer.Absent<>("there is no namespace"));
  }

  private static List<Event> events(List<Event> all, String type) {
    return all.stream().filter(event -> type.equals(event.getType())).toList();
  }

  private <T extends HasMetadata> Answer<List<T>> answer(Class<T> type) {
    Stream<T> all = objects.stream().filter(type::isInstance).map(type::cast);
    return forbidden.contains(type) ? refused(type.getSimpleName()) : new Answer.Ok<>(all.toList());
  }

  private static <T> Answer<T> refused(String type) {
    String words = "we may not list " + type.toLowerCase(Locale.ROOT) + "s (403)";
    return new Answer.Refused<>(403, "Forbidden", "", Optional.empty(), words);
  }

  Situation situation() {
    Watched watched = watched();
    return new Situation(
        watched,
        watched.workload().orElseThrow(),
        snapshot(),
        new Known(Optional.of("frigate"), remembered));
  }

  Health health() {
    return WorkloadHealth.of(situation(), drainGrace);
  }

  Observation observation() {
    return health().observation();
  }

  List<Precondition> preconditions() {
    return Preconditions.of(situation());
  }

  Precondition fact(Fact fact) {
    return preconditions().stream()
        .filter(p -> p.name().equals(fact.word()))
        .findFirst()
        .orElseThrow();
  }

  /** Verdict and detail of a fact, as in {@code NOT_MET: node still-fawn is cordoned}. */
  String says(Fact fact) {
    Precondition found = fact(fact);
    return found.verdict() + ": " + found.detail();
  }

  /** What holds back, by its facts' words. */
  List<String> holds() {
    return preconditions().stream()
        .filter(p -> p.verdict() != Verdict.MET)
        .map(Precondition::name)
        .toList();
  }

  /** Names of pods that may be taken, in order. */
  List<String> victims() {
    return situation().victims().stream().map(PodSeen::name).toList();
  }
}
