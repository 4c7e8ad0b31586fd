package dev.tocsin.k8s.look;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All that makes pods in a namespace, for those who choose pods by their labels. */
final class Makers {

  private final Map<String, Controller> byUid = new HashMap<>();
  private final Map<String, List<ReplicaSetSeen>> versions;
  private final LabelIndex<Controller> byLabel;

  /**
   * Makers.
   *
   * @param above Deployments, StatefulSets and DaemonSets
   * @param versions ReplicaSets by the uid of their owner, the newest first
   */
  Makers(List<Controller> above, Map<String, List<ReplicaSetSeen>> versions) {
    this.versions = versions;
    above.forEach(this::put);
    List<ReplicaSetSeen> sets = versions.values().stream().flatMap(List::stream).toList();
    Stream<ReplicaSetSeen> alone = sets.stream().filter(set -> above(set).isEmpty());
    byLabel = new LabelIndex<>(
        Stream.concat(above.stream(), alone).toList(), maker -> maker.template().labels());
    sets.forEach(this::put);
  }

  private void put(Controller controller) {
    byUid.put(controller.meta().uid(), controller);
  }

  /** Those that want pods with such labels, each once. */
  List<Controller> wanting(Selector selector) {
    return byLabel.chosenBy(selector);
  }

  Optional<Controller> ownerOf(PodSeen pod) {
    return pod.meta().controller().flatMap(owner -> Optional.ofNullable(byUid.get(owner.uid())));
  }

  /** The Deployment of a ReplicaSet. */
  private Optional<Controller> above(ReplicaSetSeen set) {
    return set.meta().controller().flatMap(owner -> Optional.ofNullable(byUid.get(owner.uid())));
  }

  /** Whether no newer version of the pod's Deployment is known. */
  boolean isNewest(PodSeen pod) {
    return ownerOf(pod)
        .filter(ReplicaSetSeen.class::isInstance)
        .map(ReplicaSetSeen.class::cast)
        .filter(set -> above(set).isPresent())
        .map(set ->
            versions(above(set).get()).get(0).meta().uid().equals(set.meta().uid()))
        .orElse(true);
  }

  /** The versions of a Deployment, the newest first. */
  List<ReplicaSetSeen> versions(Controller of) {
    return versions.getOrDefault(of.meta().uid(), List.of());
  }
}
