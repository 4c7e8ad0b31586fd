package dev.tocsin.runner;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Outcome;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Effects;
import dev.tocsin.round.IncidentStore;
import dev.tocsin.round.IncidentStore.Loaded;
import dev.tocsin.round.Recorded;
import dev.tocsin.round.Round;
import dev.tocsin.round.RoundReport;
import dev.tocsin.round.StopSignal;
import dev.tocsin.round.Time;
import dev.tocsin.runner.config.Configuration;
import java.time.Duration;
import java.time.Instant;

/** Rounds that can only be rehearsed: their store does not write, and they have no effects. */
final class Rehearsing {

  private final Configuration configuration;
  private final Surroundings around;
  private final Loaded loaded;

  Rehearsing(Configuration configuration, Surroundings around) {
    this.configuration = configuration;
    this.around = around;
    this.loaded = around.workshop().store(configuration).load();
  }

  /** A round now. */
  RoundReport now() {
    return at(around.time().now());
  }

  /** The first round that counts, seeing what is seen now. */
  RoundReport next() {
    return at(nextAt());
  }

  /** Now; but half an interval has to pass after a round, and the schedule brings the next. */
  Instant nextAt() {
    Instant now = around.time().now();
    if (!(loaded instanceof Loaded.Found found) || found.ledger().schedule().counted() == 0) {
      return now;
    }
    Instant last = found.ledger().schedule().lastCounted();
    Duration interval = configuration.interval();
    boolean soon = now.isBefore(last.plus(interval.dividedBy(2)));
    return soon && !now.isBefore(last) ? last.plus(interval) : now;
  }

  private RoundReport at(Instant at) {
    Duration ahead = Duration.between(around.time().now(), at);
    Round round = new Round(
        new ReadOnly(loaded),
        around.workshop().observer(configuration),
        new NoEffects(),
        Wiring.planner(configuration),
        new Ahead(around.time(), ahead),
        StopSignal.NEVER);
    return round.rehearse();
  }

  private record Ahead(Time time, Duration by) implements Time {

    @Override
    public Instant now() {
      return time.now().plus(by);
    }

    @Override
    public long nanos() {
      return time.nanos();
    }
  }

  private record ReadOnly(Loaded loaded) implements IncidentStore {

    @Override
    public Loaded load() {
      return loaded;
    }

    @Override
    public Written write(Ledger next, Version base) {
      throw new IllegalStateException("a rehearsal writes nothing");
    }
  }

  private static final class NoEffects implements Effects {

    @Override
    public Outcome tell(Recorded<Notice> notice, Deadline deadline) {
      throw new IllegalStateException("a rehearsal tells nobody");
    }

    @Override
    public Outcome remediate(Recorded<Attempt> attempt, Deadline deadline) {
      throw new IllegalStateException("a rehearsal repairs nothing");
    }

    @Override
    public Outcome find(Recorded<Attempt> attempt, Deadline deadline) {
      throw new IllegalStateException("a rehearsal looks for no attempt");
    }
  }
}
