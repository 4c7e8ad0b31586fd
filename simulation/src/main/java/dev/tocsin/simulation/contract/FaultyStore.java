package dev.tocsin.simulation.contract;

import dev.tocsin.incident.Ledger;
import dev.tocsin.round.IncidentStore;

/** A store in trouble. */
final class FaultyStore {

  private static final IncidentStore.Written FAILED =
      new IncidentStore.Written.Failed("no answer from the store");

  private FaultyStore() {}

  /** Reads, and writes nothing. */
  static IncidentStore failing(IncidentStore store) {
    return new IncidentStore() {
      @Override
      public Loaded load() {
        return store.load();
      }

      @Override
      public Written write(Ledger next, Version base) {
        return FAILED;
      }
    };
  }

  /** Writes, and does not say so. */
  static IncidentStore silent(IncidentStore store) {
    return new IncidentStore() {
      @Override
      public Loaded load() {
        return store.load();
      }

      @Override
      public Written write(Ledger next, Version base) {
        store.write(next, base);
        return FAILED;
      }
    };
  }

  /** Does not even read. */
  static IncidentStore unusable(IncidentStore store) {
    return new IncidentStore() {
      @Override
      public Loaded load() {
        return new Loaded.Unusable("no answer from the store");
      }

      @Override
      public Written write(Ledger next, Version base) {
        return store.write(next, base);
      }
    };
  }
}
