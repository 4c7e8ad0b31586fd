package dev.tocsin.round;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Plan;
import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Sighting;
import dev.tocsin.round.IncidentStore.Loaded;
import dev.tocsin.round.IncidentStore.Written;
import java.util.Map;
import java.util.Optional;

/** Writes down what is planned, and what became of it; in both, somebody else may be faster. */
final class Bookkeeping {

  private static final int REPEATS = 2;
  private static final String RESTLESS = "somebody else keeps writing the ledger";

  private final IncidentStore store;
  private final Planner planner;
  private final Time time;
  private final Journal journal;

  Bookkeeping(IncidentStore store, Planner planner, Time time, Journal journal) {
    this.store = store;
    this.planner = planner;
    this.time = time;
    this.journal = journal;
  }

  /** The plan, once it is written down; nothing, if it could not be or another round was faster. */
  Optional<Saved> save(
      Loaded.Found found, Map<String, Sighting> seen, Deadline deadline, StopSignal stop) {
    Loaded.Found base = found;
    for (int repeat = 0; repeat <= REPEATS; repeat++) {
      if (stop.requested()) {
        return Optional.empty();
      }
      if (deadline.passed()) {
        return nothing("the round's time was over before anything could be written down");
      }
      Plan plan = planner.plan(base.ledger(), seen, time.now());
      Written written = store.write(plan.next(), base.version());
      if (written instanceof Written.At at) {
        journal.planned(plan);
        return Optional.of(Saved.of(plan, at));
      }
      if (written instanceof Written.Failed failed) {
        return nothing(failed.why());
      }
      Loaded again = store.load();
      if (!(again instanceof Loaded.Found touched)) {
        return nothing(((Loaded.Unusable) again).why());
      }
      if (isAnotherRound(found.ledger(), touched.ledger())) {
        journal.overtaken(touched.ledger());
        return Optional.empty();
      }
      base = touched;
      journal.touched(touched);
    }
    return nothing(RESTLESS);
  }

  /** What became of the plan, written down; what stays unsettled is finished by the next round. */
  void settle(Saved saved) {
    Map<String, Outcome> outcomes = journal.outcomes();
    Ledger settled = saved.settled(outcomes, time.now());
    journal.ledger(settled);
    if (outcomes.isEmpty()) {
      return;
    }
    Written written = store.write(settled, saved.version());
    for (int repeat = 0; repeat < REPEATS && written instanceof Written.Superseded; repeat++) {
      written = settleAgain(outcomes);
    }
    if (written instanceof Written.Failed failed) {
      journal.noLedger(failed.why());
    } else if (written instanceof Written.Superseded) {
      journal.noLedger(RESTLESS);
    }
  }

  private Written settleAgain(Map<String, Outcome> outcomes) {
    Loaded again = store.load();
    if (!(again instanceof Loaded.Found touched)) {
      return new Written.Failed(((Loaded.Unusable) again).why());
    }
    Ledger settled = touched.ledger().settle(outcomes, time.now());
    journal.ledger(settled);
    return store.write(settled, touched.version());
  }

  /** A ledger that was deleted or damaged meanwhile is no other round's work. */
  private static boolean isAnotherRound(Ledger before, Ledger touched) {
    long rounds = touched.schedule().rounds();
    return rounds != 0 && rounds != before.schedule().rounds();
  }

  private Optional<Saved> nothing(String why) {
    journal.noLedger(why);
    return Optional.empty();
  }
}
