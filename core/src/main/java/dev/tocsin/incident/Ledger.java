package dev.tocsin.incident;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is remembered between rounds.
 *
 * @param schedule where it stands in time
 * @param memories by target name; a target that is not in it is healthy and fully trusted
 * @param notices notices not yet settled: they may be out in the world
 * @param locked since when no attempt is made for any target, because the whole was damaged
 */
public record Ledger(
    Schedule schedule,
    SortedMap<String, Memory> memories,
    List<Notice> notices,
    Optional<Moment> locked) {

  /** Before the first round. */
  public static final Ledger EMPTY =
      new Ledger(Schedule.START, new TreeMap<>(), List.of(), Optional.empty());

  public Ledger {
    Objects.requireNonNull(schedule);
    memories = Collections.unmodifiableSortedMap(new TreeMap<>(memories));
    notices = List.copyOf(notices);
    Objects.requireNonNull(locked);
  }

  /** The ledger was damaged as a whole: as if absent, but no attempt for one full window. */
  public static Ledger damaged() {
    return new Ledger(Schedule.START, new TreeMap<>(), List.of(), Optional.of(Moment.LATEST));
  }

  /** What is remembered of a target, which may be nothing. */
  public Memory of(String target) {
    Memory memory = memories.get(target);
    return memory == null ? Memory.fresh(target) : memory;
  }

  /** The same with one target's memory exchanged; nothing worth keeping is not kept. */
  public Ledger with(Memory memory) {
    return with(List.of(memory));
  }

  Ledger with(Collection<Memory> changed) {
    SortedMap<String, Memory> all = new TreeMap<>(memories);
    for (Memory memory : changed) {
      all.put(memory.target(), memory);
    }
    all.values().removeIf(memory -> !memory.worthKeeping());
    return new Ledger(schedule, all, notices, locked);
  }

  /** Keeps a target quiet until then; absent: ends its pause. */
  public Ledger paused(String target, Optional<Instant> until) {
    return with(of(target).pausedUntil(until));
  }

  /**
   * Settles what became of intents, by key; keys that are not in it any more are passed over.
   *
   * @param outcomes one per intent that was worked on
   * @param at the time when they were known
   */
  public Ledger settle(Map<String, Outcome> outcomes, Instant at) {
    Instant known = at.isBefore(schedule.lastCounted()) ? schedule.lastCounted() : at;
    return new Settlement(this, outcomes, new Moment(known, schedule.counted())).settled();
  }

  Ledger with(Schedule schedule, List<Notice> notices, Optional<Moment> locked) {
    return new Ledger(schedule, memories, notices, locked);
  }
}
