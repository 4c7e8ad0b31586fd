package dev.tocsin.runner;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Schedule;
import dev.tocsin.incident.Target;
import dev.tocsin.round.IncidentStore;
import dev.tocsin.round.IncidentStore.Loaded;
import dev.tocsin.runner.Kit.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A part of the ledger whose round has begun: it was read.
 *
 * @param read what came of that; absent: a bug, which meets whoever reads again
 */
record Begun(Part part, Optional<Loaded> read) {

  static Begun of(Part part) {
    try {
      return new Begun(part, Optional.of(part.store().load()));
    } catch (RuntimeException bug) {
      return new Begun(part, Optional.empty());
    }
  }

  static Begun tooLate(Part part) {
    return new Begun(
        part, Optional.of(new Loaded.Unusable("no time was left to read all parts of the ledger")));
  }

  Loaded loaded() {
    return read.orElseGet(part.store()::load);
  }

  boolean isUnusable() {
    return read.filter(Loaded.Unusable.class::isInstance).isPresent();
  }

  Optional<Loaded.Found> found() {
    return read.filter(Loaded.Found.class::isInstance).map(Loaded.Found.class::cast);
  }

  /** What is remembered of the part's targets, if that could be read. */
  Optional<Whole.Remembered> remembered() {
    List<String> own = part.planner().targets().stream().map(Target::name).toList();
    return found().map(found -> new Whole.Remembered(found.ledger(), own));
  }

  /** Where it is kept; the first who reads there gets what was read. */
  IncidentStore store() {
    return new IncidentStore() {
      private Optional<Loaded> ahead = read;

      @Override
      public Loaded load() {
        Loaded loaded = ahead.orElseGet(part.store()::load);
        ahead = Optional.empty();
        return loaded;
      }

      @Override
      public Written write(Ledger next, Version base) {
        return part.store().write(next, base);
      }
    };
  }

  /** When a round can count: half an interval has to pass, and the schedule brings the next. */
  Instant nextAt(Instant now, Duration interval) {
    Schedule schedule = found().map(f -> f.ledger().schedule()).orElse(Schedule.START);
    Instant last = schedule.lastCounted();
    boolean soon = schedule.counted() > 0
        && now.isBefore(last.plus(interval.dividedBy(2)))
        && !now.isBefore(last);
    return soon ? last.plus(interval) : now;
  }
}
