package dev.tocsin.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Plans a round over all targets: first what concerns several of them, then each by itself. A pure
 * function: equal input, equal plan.
 */
public final class Planner {

  private static final Duration WINDOW_WITHOUT_REMEDIATION = Duration.ofHours(1);
  private static final Duration LONGEST_WINDOW = Duration.ofDays(7);

  private final SortedMap<String, Target> targets = new TreeMap<>();
  private final Duration interval;

  /**
   * @param targets what is watched, each name once
   * @param interval the schedule, at least one second
   * @throws IllegalArgumentException if a name comes twice, or a target waits for an unknown one or
   *     for itself over others
   */
  public Planner(List<Target> targets, Duration interval) {
    Policy.within("interval", interval, Duration.ofSeconds(1), Duration.ofDays(1));
    this.interval = interval;
    for (Target target : targets) {
      if (this.targets.put(target.name(), target) != null) {
        throw new IllegalArgumentException("two targets are named " + target.name());
      }
    }
    for (Target target : targets) {
      if (!this.targets.keySet().containsAll(target.after())) {
        throw new IllegalArgumentException(target.name() + " waits for an unknown target");
      }
    }
    refuseCycles(this.targets.values());
  }

  /** Takes away whoever waits for nobody who is left; who remains waits in a circle. */
  private static void refuseCycles(Collection<Target> targets) {
    Map<String, Target> waiting = new TreeMap<>();
    targets.forEach(target -> waiting.put(target.name(), target));
    boolean fewer = true;
    while (fewer) {
      fewer = waiting.values().removeIf(t -> t.after().stream().noneMatch(waiting::containsKey));
    }
    if (!waiting.isEmpty()) {
      throw new IllegalArgumentException("these wait for each other: " + waiting.keySet());
    }
  }

  /** What is watched, in the order of names. */
  public List<Target> targets() {
    return List.copyOf(targets.values());
  }

  public Duration interval() {
    return interval;
  }

  /**
   * Plans one round.
   *
   * @param ledger what is remembered
   * @param seen one sighting per target; a missing one is Unknown
   * @param at the time
   */
  public Plan plan(Ledger ledger, Map<String, Sighting> seen, Instant at) {
    Now now = ledger.schedule().now(at, interval);
    Map<String, Sighting> sightings = sightings(seen);
    List<Memory> memories = remembered(ledger, sightings, now);
    Set<String> storm = Storm.of(memories, sightings, now);
    List<Decision> decisions = new ArrayList<>(memories.size());
    for (Memory memory : memories) {
      decisions.add(decide(stormy(memory, storm, now), sightings, memories, now));
    }
    Dispatch dispatch = new Dispatch(ledger.notices(), decisions, now);
    List<Memory> after = new ArrayList<>(left(ledger, now));
    after.addAll(dispatch.memories().values());
    Ledger next = ledger
        .with(after)
        .with(ledger.schedule().with(at, now.rhythm()), dispatch.unsettled(), Optional.empty());
    return new Plan(next, now.rhythm(), decisions, dispatch.toSend(), leftOpen(ledger));
  }

  private Map<String, Sighting> sightings(Map<String, Sighting> seen) {
    var unseen =
        Sighting.of(new Observation.Unknown(Observation.Cause.NO_TIME, "nothing was seen"));
    Map<String, Sighting> all = new TreeMap<>();
    targets.keySet().forEach(name -> all.put(name, seen.getOrDefault(name, unseen)));
    return all;
  }

  private List<Memory> remembered(Ledger ledger, Map<String, Sighting> seen, Now now) {
    List<Memory> all = new ArrayList<>(targets.size());
    for (Target target : targets.values()) {
      all.add(remembered(ledger, target, seen.get(target.name()), now));
    }
    return all;
  }

  private Memory remembered(Ledger ledger, Target target, Sighting seen, Now now) {
    Memory stored = ledger.of(target.name());
    boolean over = stored
        .incident()
        .map(Incident::id)
        .filter(seen.witness().over()::contains)
        .isPresent();
    boolean lost = over || stored.knowsNothing() || ledger.locked().isPresent();
    Memory memory = (over ? stored.closed(now) : stored).remembered(now, window(target));
    if (ledger.locked().isPresent()) {
      memory = memory.with(memory.attempts().lockedSince(now.moment()));
    }
    if (now.rhythm() == Rhythm.GAP) {
      memory = memory.afterGap();
    }
    if (!seen.witness().attempts().isEmpty()) {
      memory = memory.with(memory
          .attempts()
          .recalled(seen.witness().attempts(), settle(target), window(target), now));
    }
    return lost && memory.incident().isEmpty() ? recalled(memory, seen.witness(), now) : memory;
  }

  private static Memory recalled(Memory memory, Sighting.Witness witness, Now now) {
    return witness
        .told()
        .filter(told -> told.incident().target().equals(memory.target()))
        .map(told -> memory.recalled(told, witness.attempts(), now))
        .orElse(memory);
  }

  private static Memory stormy(Memory memory, Set<String> storm, Now now) {
    return storm.contains(memory.target())
        ? memory.with(memory.attempts().stormSince(now.moment()))
        : memory;
  }

  private Decision decide(
      Memory memory, Map<String, Sighting> seen, List<Memory> memories, Now now) {
    Target target = targets.get(memory.target());
    Sighting sighting = seen.get(target.name());
    if (!target.after().isEmpty()) {
      List<Precondition> all = new ArrayList<>(sighting.preconditions());
      for (Memory other : memories) {
        if (target.after().contains(other.target())) {
          all.add(after(other, seen.get(other.target())));
        }
      }
      sighting = sighting.with(all);
    }
    return Decider.decide(target, memory, sighting, now);
  }

  /** HEALTHY as remembered, and Passing in this round. */
  private static Precondition after(Memory other, Sighting seen) {
    boolean healthy = other.state() == State.HEALTHY;
    boolean passing = seen.observation() instanceof Observation.Passing;
    boolean unknown = seen.observation() instanceof Observation.Unknown;
    Precondition.Verdict verdict = healthy && passing
        ? Precondition.Verdict.MET
        : unknown ? Precondition.Verdict.UNKNOWN : Precondition.Verdict.NOT_MET;
    String target = "target " + other.target();
    String detail = target + " is not passing";
    if (passing) {
      detail = healthy ? target + " is HEALTHY" : target + " passes again, not yet trusted";
    }
    return new Precondition("after " + other.target(), target, verdict, detail);
  }

  /** Targets that left the configuration: their budgets and trust outlive them for a while. */
  private List<Memory> left(Ledger ledger, Now now) {
    return ledger.memories().values().stream()
        .filter(m -> !targets.containsKey(m.target()))
        .map(m -> m.closed(now).remembered(now, LONGEST_WINDOW))
        .toList();
  }

  private List<IncidentId> leftOpen(Ledger ledger) {
    return ledger.memories().values().stream()
        .filter(m -> !targets.containsKey(m.target()))
        .flatMap(m -> m.incident().stream())
        .map(Incident::id)
        .toList();
  }

  private static Duration settle(Target target) {
    return target.policy().remediation().map(Remediation::longestSettle).orElse(Duration.ZERO);
  }

  private static Duration window(Target target) {
    return target
        .policy()
        .remediation()
        .map(Remediation::window)
        .orElse(WINDOW_WITHOUT_REMEDIATION);
  }
}
