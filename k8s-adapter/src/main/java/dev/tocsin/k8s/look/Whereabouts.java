package dev.tocsin.k8s.look;

import dev.tocsin.k8s.look.Watched.Check;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** On which node the pods of a workload are, were, or would have to be. */
final class Whereabouts {

  private final Situation situation;
  private final Optional<String> remembered;

  /**
   * Whereabouts.
   *
   * @param remembered where it was last seen to run; believed only if nothing else tells
   */
  Whereabouts(Situation situation, Optional<String> remembered) {
    this.situation = situation;
    this.remembered = remembered;
  }

  /** Where a pod is, or would have to be. */
  Optional<String> of(PodSeen pod) {
    return pod.node().or(() -> pod.placement().pin().map(this::named)).or(this::ofNone);
  }

  /** Where a pod would have to be that is not there. */
  Optional<String> ofNone() {
    return pin()
        .or(() -> situation.group().value().flatMap(PodGroup::lastNode))
        .or(() -> remembered);
  }

  /** The one node that it may run on, as the workload or the user says. */
  Optional<String> pin() {
    List<Optional<String>> pins = situation.makers().value().stream()
        .flatMap(List::stream)
        .map(maker -> maker.template().placement().pin())
        .distinct()
        .toList();
    Optional<String> only = pins.size() == 1 ? pins.get(0) : Optional.empty();
    return only.map(this::named).or(() -> situation.asked().node());
  }

  /** Where it is to be looked for: with a broken pod first, then with any. */
  Optional<String> place() {
    return Stream.concat(situation.concerned().stream(), situation.pods().stream())
        .flatMap(pod -> pod.node().stream())
        .findFirst()
        .or(() -> situation.concerned().stream().findFirst().flatMap(this::of))
        .or(this::ofNone);
  }

  /** Every node of which something may have to be known. */
  Set<String> all() {
    Set<String> names = new TreeSet<>();
    situation.group().value().stream().flatMap(PodGroup::all).forEach(pod -> {
      pod.node().ifPresent(names::add);
      pod.placement().pin().ifPresent(names::add);
    });
    situation.asked().node().ifPresent(names::add);
    if (situation.check() instanceof Check.OfNode checked) {
      names.add(checked.node());
    }
    ofNone().ifPresent(names::add);
    return names;
  }

  /** A pin may name a node by its host name. */
  private String named(String pin) {
    return situation.node(pin).map(NodeSeen::name).orElse(pin);
  }
}
