package dev.tocsin.k8s.look;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.tocsin.k8s.api.Answer;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What makes pods in one namespace, as far as it was read. */
final class Controllers {

  private final Answer<Map<String, Controller>> deployments;
  private final Answer<Map<String, Controller>> statefulSets;
  private final Answer<Map<String, Controller>> daemonSets;
  private final Answer<Map<String, List<ReplicaSetSeen>>> versions;
  private Optional<Answer<Makers>> makers = Optional.empty();

  Controllers(
      Answer<List<Deployment>> deployments,
      Answer<List<StatefulSet>> statefulSets,
      Answer<List<DaemonSet>> daemonSets,
      Answer<List<ReplicaSet>> replicaSets) {
    this.deployments = byName(deployments, DeploymentSeen::new);
    this.statefulSets = byName(statefulSets, StatefulSetSeen::new);
    this.daemonSets = byName(daemonSets, DaemonSetSeen::new);
    this.versions = replicaSets.map(Controllers::byOwner);
  }

  private static <T> Answer<Map<String, Controller>> byName(
      Answer<List<T>> list, Function<T, Controller> seen) {
    return list.map(all -> all.stream()
        .map(seen)
        .collect(toMap(one -> one.meta().name(), Function.identity(), (one, other) -> one)));
  }

  private static Map<String, List<ReplicaSetSeen>> byOwner(List<ReplicaSet> sets) {
    return sets.stream()
        .map(ReplicaSetSeen::new)
        .sorted(ReplicaSetSeen.NEWEST_FIRST)
        .collect(groupingBy(set -> set.meta().controller().map(Owner::uid).orElse("")));
  }

  /** The one of that name, if there is one; of pods by their labels there never is. */
  Answer<Optional<Controller>> named(Workload workload) {
    Answer<Map<String, Controller>> list = switch (workload.type()) {
      case DEPLOYMENT -> deployments;
      case STATEFULSET -> statefulSets;
      case DAEMONSET -> daemonSets;
      case PODS -> new Answer.Ok<>(Map.of());
    };
    return list.map(all -> Optional.ofNullable(all.get(workload.name())));
  }

  /** The ReplicaSets of a Deployment, the newest first. */
  Answer<List<ReplicaSetSeen>> versions(Controller of) {
    return versions.map(all -> all.getOrDefault(of.meta().uid(), List.of()));
  }

  /** All of them: only whoever chooses pods by their labels needs that. */
  Answer<Makers> makers() {
    Answer<Makers> all = makers.orElseGet(() ->
        deployments.then(d -> statefulSets.then(s -> daemonSets.then(n -> versions.map(
            v -> new Makers(Stream.of(d, s, n).flatMap(m -> m.values().stream()).toList(), v))))));
    makers = Optional.of(all);
    return all;
  }
}
