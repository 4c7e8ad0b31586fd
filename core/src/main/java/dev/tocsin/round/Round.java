package dev.tocsin.round;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Plan;
import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Sighting;
import dev.tocsin.round.IncidentStore.Loaded;
import dev.tocsin.round.IncidentStore.Written;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One pass over all targets: load, observe, plan, save, perform, settle, save, report. No memory,
 * no action.
 */
public final class Round {

  private static final Duration DEADLINE_AT_MOST = Duration.ofMinutes(4);
  private static final int REPEATS = 2;

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
    Duration most = interval.multipliedBy(4).dividedBy(5);
    return most.compareTo(DEADLINE_AT_MOST) < 0 ? most : DEADLINE_AT_MOST;
  }

  /** Does the whole round. */
  public RoundReport run() {
    Journal journal = new Journal();
    Loaded loaded = store.load();
    if (loaded instanceof Loaded.Found found) {
      return run(found, journal);
    }
    return journal.noLedger(((Loaded.Unusable) loaded).why()).report();
  }

  /** Plans as {@link #run()} would, and neither writes nor does anything. */
  public RoundReport rehearse() {
    Journal journal = new Journal();
    Loaded loaded = store.load();
    if (loaded instanceof Loaded.Found found) {
      Map<String, Sighting> seen = look(deadline(), journal);
      Plan plan = planner.plan(found.ledger(), seen, time.now());
      return journal.found(found).planned(plan).ledger(found.ledger()).report();
    }
    return journal.noLedger(((Loaded.Unusable) loaded).why()).report();
  }

  private RoundReport run(Loaded.Found found, Journal journal) {
    journal.found(found);
    Deadline deadline = deadline();
    Map<String, Sighting> seen = look(deadline, journal);
    Optional<Saved> saved = save(found, seen, deadline, journal);
    if (saved.isPresent()) {
      journal.planned(saved.get().plan());
      new Performance(observer, effects, planner, deadline, stop, journal).perform(saved.get());
      settle(saved.get(), journal);
    }
    return journal.stopped(stop.requested()).report();
  }

  private Deadline deadline() {
    return Deadline.in(deadline(planner.interval()), time);
  }

  private Map<String, Sighting> look(Deadline deadline, Journal journal) {
    try {
      return observer.look(planner.targets(), deadline);
    } catch (RuntimeException e) {
      journal.bug("looking at the targets", e);
      return Map.of();
    }
  }

  /** Saves what is planned; empty if another round was faster or nothing could be saved. */
  private Optional<Saved> save(
      Loaded.Found found, Map<String, Sighting> seen, Deadline deadline, Journal journal) {
    Loaded.Found base = found;
    for (int repeat = 0; repeat <= REPEATS; repeat++) {
      if (stop.requested()) {
        return Optional.empty();
      }
      if (deadline.passed()) {
        journal.noLedger("the round's time was over before anything could be written down");
        return Optional.empty();
      }
      Plan plan = planner.plan(base.ledger(), seen, time.now());
      Written written = store.write(plan.next(), base.version());
      if (written instanceof Written.At at) {
        return Optional.of(Saved.of(plan, at));
      }
      if (written instanceof Written.Failed failed) {
        journal.noLedger(failed.why());
        return Optional.empty();
      }
      Loaded again = store.load();
      if (!(again instanceof Loaded.Found touched)) {
        journal.noLedger(((Loaded.Unusable) again).why());
        return Optional.empty();
      }
      if (touched.ledger().schedule().rounds() != found.ledger().schedule().rounds()) {
        journal.overtaken(touched.ledger());
        return Optional.empty();
      }
      base = touched;
    }
    journal.noLedger("somebody else keeps writing the ledger");
    return Optional.empty();
  }

  private void settle(Saved saved, Journal journal) {
    Map<String, Outcome> outcomes = journal.outcomes();
    Ledger settled = saved.settled(outcomes, time.now());
    journal.ledger(settled);
    if (outcomes.isEmpty()) {
      return;
    }
    Written written = store.write(settled, saved.version());
    for (int repeat = 0; repeat < REPEATS && written instanceof Written.Superseded; repeat++) {
      if (store.load() instanceof Loaded.Found touched) {
        settled = touched.ledger().settle(outcomes, time.now());
        journal.ledger(settled);
        written = store.write(settled, touched.version());
      }
    }
    if (written instanceof Written.Failed failed) {
      journal.noLedger(failed.why());
    } else if (written instanceof Written.Superseded) {
      journal.noLedger("somebody else keeps writing the ledger");
    }
  }
}
