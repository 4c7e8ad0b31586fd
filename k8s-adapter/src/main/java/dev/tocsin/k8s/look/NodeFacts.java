package dev.tocsin.k8s.look;

import dev.tocsin.incident.Precondition.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Whether the nodes are good on which pods are, or would have to be. */
final class NodeFacts {

  private final Situation situation;
  private final Ground ground;

  NodeFacts(Situation situation) {
    this.situation = situation;
    this.ground = new Ground(situation.nodes(), situation.asked().readyFor(), situation.now());
  }

  /** Where a pod is, or would have to be. */
  private record Spot(Optional<String> node, Placement pod) {}

  Finding ready() {
    return trouble(ground::ready).orElseGet(() -> judge(spots(), this::ready));
  }

  /** Of several bad pods only one whose node is ready may be taken: it speaks of those. */
  Finding schedulable() {
    List<Spot> all = spots();
    List<Spot> ready = all.stream().filter(spot -> ready(spot).isMet()).toList();
    List<Spot> candidates = replacesAll() || ready.isEmpty() ? all : ready;
    return trouble(ground::open).orElseGet(() -> judge(candidates, this::schedulable));
  }

  /** Whether a pod may be taken away where it is, by what is asked for. */
  boolean isGood(PodSeen pod) {
    Spot spot = new Spot(pod.node(), pod.placement());
    return pod.node().isPresent()
        && (!asks(Fact.NODE_READY) || ready(spot).isMet())
        && (!asks(Fact.NODE_SCHEDULABLE) || schedulable(spot).isMet());
  }

  private boolean asks(Fact fact) {
    return situation.asked().asksFor(fact);
  }

  /** A node that must be good although no workload says so. */
  private Optional<Finding> trouble(Function<String, Finding> fact) {
    return situation.asked().node().map(fact).filter(found -> !found.isMet());
  }

  /** A rollout needs the nodes of all pods, a repair of one pod needs one that is good. */
  private Finding judge(List<Spot> spots, Function<Spot, Finding> fact) {
    if (spots.isEmpty()) {
      return Finding.unread(situation, situation.group());
    }
    List<Finding> found = spots.stream().map(fact).toList();
    Stream<Verdict> weightiest = replacesAll()
        ? Stream.of(Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.MET)
        : Stream.of(Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN);
    return weightiest
        .flatMap(verdict -> found.stream().filter(f -> f.verdict() == verdict))
        .findFirst()
        .orElseThrow();
  }

  private boolean replacesAll() {
    return situation.repairs(Repair.ROLLOUT_RESTART);
  }

  /** None if it is not known where to look. */
  private List<Spot> spots() {
    if (situation.group().value().isEmpty()) {
      return situation.whereabouts().pin().map(pin -> List.of(nowhere())).orElse(List.of());
    }
    List<PodSeen> pods = replacesAll() ? situation.pods() : situation.concerned();
    return pods.isEmpty() ? List.of(nowhere()) : pods.stream().map(this::spot).toList();
  }

  private Spot spot(PodSeen pod) {
    return new Spot(situation.whereabouts().of(pod), pod.placement());
  }

  /** Of a pod that is not there. */
  private Spot nowhere() {
    Optional<Controller> maker =
        situation.makers().value().flatMap(makers -> makers.stream().findFirst());
    Placement placement =
        maker.map(m -> m.template().placement()).orElseGet(() -> Placement.of(null));
    return new Spot(situation.whereabouts().ofNone(), placement);
  }

  private Finding ready(Spot spot) {
    return spot.node().map(ground::ready).orElseGet(this::unknown);
  }

  private Finding schedulable(Spot spot) {
    return spot.node().map(n -> ground.schedulable(n, spot.pod())).orElseGet(this::unknown);
  }

  private Finding unknown() {
    return Finding.unknown(situation, "the node of " + situation + " is not known");
  }
}
