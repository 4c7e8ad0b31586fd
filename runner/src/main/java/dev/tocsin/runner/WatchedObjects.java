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
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Whether all that is watched in a cluster exists. */
final class WatchedObjects {

  private static final int NAMED = 3;

  private final Configuration configuration;
  private final Kubernetes kubernetes;
  private final AtOnce atOnce;
  private final SortedMap<String, Thing> things = new TreeMap<>();

  /**
   * Something that is watched.
   *
   * @param watchers the targets that are about it
   * @param exists what the API server says
   */
  private record Thing(SortedSet<String> watchers, Supplier<Answer<Boolean>> exists) {}

  private WatchedObjects(Configuration configuration, Kubernetes kubernetes, AtOnce atOnce) {
    this.configuration = configuration;
    this.kubernetes = kubernetes;
    this.atOnce = atOnce;
  }

  /** One for each that is not there, and one for all others. */
  static List<Check> checks(Configuration configuration, Kubernetes kubernetes, Deadline deadline) {
    try (AtOnce atOnce = new AtOnce(deadline)) {
      return new WatchedObjects(configuration, kubernetes, atOnce).checks();
    }
  }

  private List<Check> checks() {
    for (Watch watch : configuration.watches()) {
      watch.cluster().ifPresent(watched -> ask(watch.target().name(), watched));
    }
    List<Check> checks = new ArrayList<>();
    things.forEach((name, thing) -> trouble(name, thing).ifPresent(checks::add));
    int there = things.size() - checks.size();
    if (there > 0) {
      checks.add(Check.ok(Subject.TARGETS, there + " of " + things.size() + " objects are there"));
    }
    return checks;
  }

  private void ask(String watcher, Watched watched) {
    Workloads.ref(watched).ifPresent(ref -> ask(watcher, ref));
    watched.asked().node().ifPresent(node -> ask(watcher, Ref.to(Kind.NODES, node)));
    watched.workload().ifPresent(workload -> {
      if (Needs.of(watched).kinds().contains(Kind.NAMESPACES)) {
        ask(watcher, Ref.to(Kind.NAMESPACES, workload.namespace()));
      }
      if (workload.type() == Workload.Type.PODS) {
        ask(watcher, workload.toString(), () -> anyOf(workload));
      }
    });
  }

  private void ask(String watcher, Ref<? extends HasMetadata> ref) {
    ask(watcher, ref.toString(), () -> exists(ref));
  }

  private void ask(String watcher, String name, Supplier<Answer<Boolean>> question) {
    things
        .computeIfAbsent(name, none -> new Thing(new TreeSet<>(), atOnce.ask(question)))
        .watchers()
        .add(watcher);
  }

  private Answer<Boolean> exists(Ref<? extends HasMetadata> ref) {
    Answer<? extends HasMetadata> answer = kubernetes.get(ref, atOnce.deadline());
    return answer instanceof Answer.Absent ? new Answer.Ok<>(false) : answer.map(found -> true);
  }

  private Answer<Boolean> anyOf(Workload pods) {
    Map<String, String> chosen = Map.of("labelSelector", pods.name());
    return kubernetes
        .list(Kind.PODS, pods.namespace(), chosen, atOnce.deadline())
        .map(found -> !found.isEmpty());
  }

  private static Optional<Check> trouble(String name, Thing thing) {
    Answer<Boolean> exists = thing.exists().get();
    String watchers = thing.watchers().stream().limit(NAMED).collect(Collectors.joining(", "));
    if (exists.value().isEmpty()) {
      String advice = "nothing would be known of " + watchers;
      return Optional.of(Check.wrong(Subject.TARGETS, exists.words(), advice));
    }
    return exists.value().get()
        ? Optional.empty()
        : Optional.of(Check.wrong(
            Subject.TARGETS, "there is no " + name, "make it, or mend the target " + watchers));
  }
}
