package dev.tocsin.runner;

import dev.tocsin.k8s.act.Workloads;
import dev.tocsin.k8s.api.Answer;
import dev.tocsin.k8s.api.AtOnce;
import dev.tocsin.k8s.api.Kind;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.api.Ref;
import dev.tocsin.k8s.look.Needs;
import dev.tocsin.k8s.look.Watched;
import dev.tocsin.k8s.look.Workload;
import dev.tocsin.round.Deadline;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.config.Configuration.Watch;
import dev.tocsin.runner.config.Spelling;
import dev.tocsin.runner.report.DoctorView.Check;
import dev.tocsin.runner.report.DoctorView.Subject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Whether all that is watched in a cluster exists. */
final class WatchedObjects {

  private static final int NAMED = 3;
  private static final int FORBIDDEN = 403;

  /** More names than that help nobody. */
  private static final int FEW = 10;

  private final Configuration configuration;
  private final Kubernetes kubernetes;
  private final AtOnce atOnce;
  private final SortedMap<String, Thing> things = new TreeMap<>();
  private final Map<String, Answer<List<String>>> names = new ConcurrentHashMap<>();
  private final List<Check> checks = new ArrayList<>();
  private final List<Ref<?>> missing = new ArrayList<>();

  /**
   * Something that is watched.
   *
   * @param watchers the targets that are about it
   * @param ref what it is, if it is one object
   * @param found what the API server says
   */
  private record Thing(
      SortedSet<String> watchers, Optional<Ref<?>> ref, Supplier<Answer<Found>> found) {}

  /**
   * Whether something is there.
   *
   * @param others if not, what there is of its kind
   */
  private record Found(boolean there, List<String> others) {
    static final Found THERE = new Found(true, List.of());
  }

  private WatchedObjects(Configuration configuration, Kubernetes kubernetes, AtOnce atOnce) {
    this.configuration = configuration;
    this.kubernetes = kubernetes;
    this.atOnce = atOnce;
  }

  /** Looks for all of them. */
  static WatchedObjects looked(
      Configuration configuration, Kubernetes kubernetes, Deadline deadline) {
    try (AtOnce atOnce = new AtOnce(deadline)) {
      WatchedObjects objects = new WatchedObjects(configuration, kubernetes, atOnce);
      objects.look();
      return objects;
    }
  }

  /** One for each that is not there, and one for all others. */
  List<Check> checks() {
    return List.copyOf(checks);
  }

  /** Those that are not there. */
  List<Ref<?>> missing() {
    return List.copyOf(missing);
  }

  private void look() {
    for (Watch watch : configuration.watches()) {
      watch.cluster().ifPresent(watched -> ask(watch.target().name(), watched));
    }
    things.forEach((name, thing) -> trouble(name, thing).ifPresent(checks::add));
    int there = things.size() - checks.size();
    if (there > 0) {
      checks.add(Check.ok(Subject.TARGETS, there + " of " + things.size() + " objects are there"));
    }
  }

  private void ask(String watcher, Watched watched) {
    Workloads.ref(watched).ifPresent(ref -> ask(watcher, ref));
    watched.asked().node().ifPresent(node -> ask(watcher, Ref.to(Kind.NODES, node)));
    watched.workload().ifPresent(workload -> {
      if (Needs.of(watched).kinds().contains(Kind.NAMESPACES)) {
        ask(watcher, Ref.to(Kind.NAMESPACES, workload.namespace()));
      }
      if (workload.type() == Workload.Type.PODS) {
        ask(watcher, workload.toString(), Optional.empty(), () -> anyOf(workload));
      }
    });
  }

  private void ask(String watcher, Ref<? extends HasMetadata> ref) {
    ask(watcher, ref.toString(), Optional.of(ref), () -> found(ref));
  }

  private void ask(
      String watcher, String name, Optional<Ref<?>> ref, Supplier<Answer<Found>> question) {
    things
        .computeIfAbsent(name, none -> new Thing(new TreeSet<>(), ref, atOnce.ask(question)))
        .watchers()
        .add(watcher);
  }

  /**
   * Whoever may not get what is not there has a mistake in his configuration, not in his rights.
   */
  private <T extends HasMetadata> Answer<Found> found(Ref<T> ref) {
    Answer<T> answer = kubernetes.get(ref, atOnce.deadline());
    if (answer instanceof Answer.Ok) {
      return new Answer.Ok<>(Found.THERE);
    }
    boolean gone = answer instanceof Answer.Absent;
    boolean forbidden = answer instanceof Answer.Refused<T> no && no.status() == FORBIDDEN;
    if (!gone && !forbidden) {
      return answer.map(never -> Found.THERE);
    }
    Answer<List<String>> names = names(ref);
    if (names.value().filter(all -> !all.contains(ref.name())).isPresent()) {
      return names.map(all -> new Found(false, all));
    }
    return gone ? new Answer.Ok<>(new Found(false, List.of())) : answer.map(never -> Found.THERE);
  }

  /** Each kind of a namespace is listed once. Namespaces never: nobody needs that right. */
  private <T extends HasMetadata> Answer<List<String>> names(Ref<T> ref) {
    return ref.kind().equals(Kind.NAMESPACES)
        ? new Answer.Absent<>("namespaces are not listed")
        : names.computeIfAbsent(ref.kind().plural() + " " + ref.namespace(), kind -> listed(ref));
  }

  private <T extends HasMetadata> Answer<List<String>> listed(Ref<T> ref) {
    Answer<List<T>> all = ref.namespace().isEmpty()
        ? kubernetes.list(ref.kind(), atOnce.deadline())
        : kubernetes.list(ref.kind(), ref.namespace(), Map.of(), atOnce.deadline());
    return all.map(
        some -> some.stream().map(one -> one.getMetadata().getName()).sorted().toList());
  }

  private Answer<Found> anyOf(Workload pods) {
    Map<String, String> chosen = Map.of("labelSelector", pods.name());
    return kubernetes
        .list(Kind.PODS, pods.namespace(), chosen, atOnce.deadline())
        .map(found -> new Found(!found.isEmpty(), List.of()));
  }

  private Optional<Check> trouble(String name, Thing thing) {
    Answer<Found> found = thing.found().get();
    String watchers = thing.watchers().stream().limit(NAMED).collect(Collectors.joining(", "));
    if (found.value().isEmpty()) {
      String advice = "nothing would be known of " + watchers;
      return Optional.of(Check.wrong(Subject.TARGETS, found.words(), advice));
    }
    if (found.value().get().there()) {
      return Optional.empty();
    }
    thing.ref().ifPresent(missing::add);
    String others = thing
        .ref()
        .map(ref -> instead(ref.name(), found.value().get().others()))
        .orElse("");
    return Optional.of(Check.wrong(
        Subject.TARGETS,
        "there is no " + name + others,
        "make it, or mend the target " + watchers));
  }

  private static String instead(String name, List<String> others) {
    String near = Spelling.hint(name, others);
    boolean few = !others.isEmpty() && others.size() <= FEW;
    return near.isEmpty() && few ? "; there are: " + String.join(", ", others) : near;
  }
}
