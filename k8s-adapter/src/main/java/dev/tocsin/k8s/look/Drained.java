package dev.tocsin.k8s.look;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether pods are missing because their node was emptied on purpose a short while ago (F52). */
record Drained(Situation situation, Duration grace) {

  /** In words, if so. */
  Optional<String> words() {
    List<PodSeen> broken = situation.group().value().map(PodGroup::broken).orElse(List.of());
    boolean gone = broken.stream().allMatch(pod -> pod.node().isEmpty());
    Whereabouts where = situation.whereabouts();
    Stream<Optional<String>> homes =
        broken.isEmpty() ? Stream.of(where.ofNone()) : broken.stream().map(where::of);
    List<Optional<String>> drained =
        homes.map(home -> home.flatMap(this::words)).toList();
    return gone && drained.stream().allMatch(Optional::isPresent)
        ? drained.get(0)
        : Optional.empty();
  }

  private Optional<String> words(String node) {
    return situation
        .node(node)
        .flatMap(NodeSeen::drain)
        .filter(drain -> drain.excuses(grace, situation.now()))
        .map(drain -> situation + " was drained from node " + node + drain.ago(situation.now()));
  }
}
