package dev.tocsin.k8s.look;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The pods of one workload, each in the one place where it belongs.
 *
 * @param current of the newest version, and there to stay: these are judged
 * @param older of a version before, while a rollout replaces them
 * @param leaving told to go, and still here
 * @param over failed, evicted or done, and left behind
 */
record PodGroup(
    List<PodSeen> current, List<PodSeen> older, List<PodSeen> leaving, List<PodSeen> over) {

  static final PodGroup EMPTY = new PodGroup(List.of(), List.of(), List.of(), List.of());

  private static final Comparator<PodSeen> NEWEST_FIRST = Comparator.comparing(
          (PodSeen pod) -> pod.created().map(at -> -at.getEpochSecond()).orElse(0L))
      .thenComparing(PodSeen::name);

  /**
   * Sorts pods.
   *
   * @param newest whether a pod is of the newest version
   */
  static PodGroup of(List<PodSeen> pods, Predicate<PodSeen> newest) {
    List<PodSeen> staying =
        pods.stream().filter(p -> !p.meta().isLeaving() && !p.isOver()).toList();
    return new PodGroup(
        staying.stream().filter(newest).toList(),
        staying.stream().filter(newest.negate()).toList(),
        pods.stream().filter(p -> p.meta().isLeaving()).toList(),
        pods.stream().filter(p -> !p.meta().isLeaving() && p.isOver()).toList());
  }

  /** Current ones that are not ready. */
  List<PodSeen> broken() {
    return current.stream().filter(pod -> !pod.isReady()).toList();
  }

  Stream<PodSeen> all() {
    return Stream.of(current, older, leaving, over).flatMap(List::stream);
  }

  /** The node of the one that went last. */
  Optional<String> lastNode() {
    return Stream.of(leaving, over)
        .flatMap(pods -> pods.stream().sorted(NEWEST_FIRST))
        .flatMap(pod -> pod.node().stream())
        .findFirst();
  }
}
