package dev.tocsin.simulation;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Plan;
import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Sighting;
import java.time.Instant;
import java.util.Map;

/** The rules under test: the real ones, or a wrapper that breaks them on purpose. */
public interface Rules {

  Plan plan(Ledger ledger, Map<String, Sighting> seen, Instant at);

  Ledger settle(Ledger ledger, Map<String, Outcome> outcomes, Instant at);

  /** The real ones. */
  static Rules of(Planner planner) {
    return new Rules() {
      @Override
      public Plan plan(Ledger ledger, Map<String, Sighting> seen, Instant at) {
        return planner.plan(ledger, seen, at);
      }

      @Override
      public Ledger settle(Ledger ledger, Map<String, Outcome> outcomes, Instant at) {
        return ledger.settle(outcomes, at);
      }
    };
  }
}
