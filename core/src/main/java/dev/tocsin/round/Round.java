package dev.tocsin.round;

import static java.util.stream.Collectors.toMap;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Observation.Cause;
import dev.tocsin.incident.Observation.Unknown;
import dev.tocsin.incident.Plan;
import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Target;
import dev.tocsin.round.IncidentStore.Loaded;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * One pass over all targets: load, observe, plan, save, perform, settle, save, report. No memory,
 * no action.
 */
public final class Round {

  private static final Duration DEADLINE_AT_MOST = Duration.ofMinutes(4);

  private final IncidentStore store;
  private final Observer observer;
  private final Effects effects;
  private final Planner planner;
  private final Time time;
  private final StopSignal stop;

  /**
   * A round is ready to run, once or again and again.
   *
   * @param store where the ledger is kept
   * @param observer looks at the targets
   * @param effects tells and repairs
   * @param planner the targets and their policies
   * @param time the clocks
   * @param stop whether to stop
   */
  public Round(
      IncidentStore store,
      Observer observer,
      Effects effects,
      Planner planner,
      Time time,
      StopSignal stop) {
    this.store = store;
    this.observer = observer;
    this.effects = effects;
    this.planner = planner;
    this.time = time;
    this.stop = stop;
  }

  /** A round by this machine's clocks, which nobody stops. */
  public Round(IncidentStore store, Observer observer, Effects effects, Planner planner) {
    this(store, observer, effects, planner, Time.system(), StopSignal.NEVER);
  }

  /** Four fifths of the interval, four minutes at most. */
  public static Duration deadline(Duration interval) {
    Duration most = Duration.ofNanos(interval.toNanos() / 5 * 4);
    return most.compareTo(DEADLINE_AT_MOST) < 0 ? most : DEADLINE_AT_MOST;
  }

  /** Half of the round's: what is seen too late could not be told any more. */
  public static Duration lookDeadline(Duration interval) {
    return Duration.ofNanos(deadline(interval).toNanos() / 2);
  }

  /** Does the whole round. */
  public RoundReport run() {
    return run(whole());
  }

  /** Does the whole round, which has until then, and no longer than it has anyhow. */
  public RoundReport run(Deadline latest) {
    Deadline deadline = latest.within(deadline(planner.interval()));
    return round((found, journal) -> run(found, journal, deadline));
  }

  /** Plans as {@link #run()} would, and neither writes nor does anything. */
  public RoundReport rehearse() {
    return round(this::rehearse);
  }

  private RoundReport round(BiFunction<Loaded.Found, Journal, RoundReport> duty) {
    Journal journal = new Journal();
    try {
      Loaded loaded = store.load();
      return loaded instanceof Loaded.Found found
          ? duty.apply(found, journal.found(found))
          : journal.noLedger(((Loaded.Unusable) loaded).why()).report();
    } catch (RuntimeException e) {
      return journal.bug("the round", e).report();
    }
  }

  private RoundReport run(Loaded.Found found, Journal journal, Deadline deadline) {
    Map<String, Sighting> seen = look(found.ledger(), journal, deadline);
    Bookkeeping books = new Bookkeeping(store, planner, time, journal);
    Optional<Saved> saved = books.save(found, seen, deadline, stop);
    if (saved.isPresent()) {
      new Performance(observer, effects, planner, saved.get(), deadline, stop, journal).perform();
      books.settle(saved.get());
    }
    return journal.stopped(stop.requested()).report();
  }

  private RoundReport rehearse(Loaded.Found found, Journal journal) {
    Map<String, Sighting> seen = look(found.ledger(), journal, whole());
    Plan plan = planner.plan(found.ledger(), seen, time.now());
    return journal.planned(plan).ledger(found.ledger()).rehearsal();
  }

  private Deadline whole() {
    return Deadline.in(deadline(planner.interval()), time);
  }

  private Map<String, Sighting> look(Ledger remembered, Journal journal, Deadline whole) {
    Deadline deadline = whole.within(lookDeadline(planner.interval()));
    try {
      return observer.look(planner.targets(), remembered, deadline);
    } catch (RuntimeException e) {
      journal.bug("looking at the targets", e);
      Sighting unseen = Sighting.of(new Unknown(Cause.BUG, e.toString()));
      return planner.targets().stream().collect(toMap(Target::name, t -> unseen));
    }
  }
}
