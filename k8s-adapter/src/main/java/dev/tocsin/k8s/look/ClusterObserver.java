package dev.tocsin.k8s.look;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Target;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.witness.Chronicle;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Observer;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks at a cluster, and has somebody else look at what a cluster does not see. A look asks for a
 * constant number of lists in each namespace, whatever the number of targets, while the other one
 * looks.
 */
public final class ClusterObserver implements Observer {

  private final Kubernetes kubernetes;
  private final Deeds deeds;
  private final Map<String, Watched> watched;
  private final Duration drainGrace;
  private final Observer beside;

  /** An observer beside whom nobody looks: the cluster sees everything that is watched. */
  public ClusterObserver(
      Kubernetes kubernetes,
      Chronicle chronicle,
      Map<String, Watched> watched,
      Duration drainGrace) {
    this(kubernetes, chronicle, watched, drainGrace, new Nobody());
  }

  /**
   * An observer.
   *
   * @param chronicle what the cluster remembers of our deeds, shared with the effects
   * @param watched by target name; a target that is not in it is only looked at by {@code beside}
   * @param drainGrace how long a target that was drained away is switched off on purpose rather
   *     than failing
   * @param beside looks at what is checked elsewhere, and adds preconditions of its own
   */
  public ClusterObserver(
      Kubernetes kubernetes,
      Chronicle chronicle,
      Map<String, Watched> watched,
      Duration drainGrace,
      Observer beside) {
    this(kubernetes, Deeds.of(chronicle), watched, drainGrace, beside);
  }

  ClusterObserver(
      Kubernetes kubernetes,
      Deeds deeds,
      Map<String, Watched> watched,
      Duration drainGrace,
      Observer beside) {
    this.kubernetes = kubernetes;
    this.deeds = deeds;
    this.watched = Map.copyOf(watched);
    this.drainGrace = drainGrace;
    this.beside = beside;
  }

  @Override
  public Map<String, Sighting> look(Collection<Target> targets, Deadline deadline) {
    return look(targets, Ledger.EMPTY, deadline);
  }

  @Override
  public Map<String, Sighting> look(
      Collection<Target> targets, Ledger remembered, Deadline deadline) {
    Map<String, Watched> here = targets.stream()
        .map(Target::name)
        .filter(watched::containsKey)
        .collect(toMap(name -> name, watched::get, (one, other) -> one, LinkedHashMap::new));
    try (Look look = Look.begin(kubernetes, here.values(), deadline)) {
      Map<String, Sighting> seen = new LinkedHashMap<>(beside.look(targets, remembered, deadline));
      Snapshot snapshot = look.snapshot(deeds.owner());
      Judge judge = new Judge(snapshot, remembered, drainGrace, deeds);
      judge(look, judge, here)
          .forEach((target, judgement) -> judgement
              .with(Optional.ofNullable(seen.get(target)))
              .map(sighting -> judge.believed(target, here.get(target), sighting))
              .ifPresent(sighting -> seen.put(target, sighting)));
      return seen;
    }
  }

  private Map<String, Judgement> judge(Look look, Judge judge, Map<String, Watched> here) {
    deeds.heard().accept(judge.snapshot().ours());
    Map<String, Judgement> judged = new LinkedHashMap<>();
    here.forEach((target, one) -> judged.put(target, judge.of(target, one)));
    explain(judged, here, judge, look);
    return judged;
  }

  /** Asks for warnings only where something is not well: they are for people to know why. */
  private void explain(
      Map<String, Judgement> judged, Map<String, Watched> here, Judge judge, Look look) {
    Set<String> unwell = here.keySet().stream()
        .filter(target -> judged.get(target).health().isBad())
        .flatMap(target -> here.get(target).workload().stream())
        .map(Workload::namespace)
        .collect(toSet());
    if (!unwell.isEmpty()) {
      Judge again = judge.with(look.warnings(unwell));
      here.entrySet().stream()
          .filter(e -> e.getValue()
              .workload()
              .filter(w -> unwell.contains(w.namespace()))
              .isPresent())
          .forEach(e -> judged.put(e.getKey(), again.of(e.getKey(), e.getValue())));
    }
  }

  @Override
  public List<Precondition> recheck(Target target, Deadline deadline) {
    return recheck(target, Ledger.EMPTY, deadline);
  }

  /** {@inheritDoc} What the cluster says is read last: that is what acting depends on most. */
  @Override
  public List<Precondition> recheck(Target target, Ledger remembered, Deadline deadline) {
    List<Precondition> theirs = beside.recheck(target, remembered, deadline);
    return Optional.ofNullable(watched.get(target.name()))
        .map(one -> recheck(one, Known.of(target.name(), remembered), deadline))
        .map(ours -> Stream.concat(ours.stream(), theirs.stream()).toList())
        .orElse(theirs);
  }

  private List<Precondition> recheck(Watched one, Known known, Deadline deadline) {
    if (one.workload().isPresent()) {
      Situation situation =
          CloseLook.situation(kubernetes, deeds.owner(), one, Needs.of(one), known, deadline);
      Trouble trouble = new Trouble(situation, Judge.health(situation, drainGrace));
      return Stream.concat(Preconditions.of(situation).stream(), trouble.still().stream())
          .toList();
    }
    return one.asked()
        .node()
        .map(node -> Preconditions.of(
            node, one.asked(), CloseLook.ground(kubernetes, node, one.asked(), deadline)))
        .orElse(List.of());
  }

  /** Sees nothing, and has nothing against anything. */
  private static final class Nobody implements Observer {
    @Override
    public Map<String, Sighting> look(Collection<Target> targets, Deadline deadline) {
      return Map.of();
    }

    @Override
    public List<Precondition> recheck(Target target, Deadline deadline) {
      return List.of();
    }
  }
}
