package dev.tocsin.round;

import dev.tocsin.incident.Ledger;

/** A store that forgets when the process ends: for tests, and for checkers that never end. */
public final class MemoryStore implements IncidentStore {

  private Ledger ledger = Ledger.EMPTY;
  private long version;

  @Override
  public synchronized Loaded load() {
    return new Loaded.Found(ledger, version());
  }

  @Override
  public synchronized Written write(Ledger next, Version base) {
    if (!base.equals(version())) {
      return new Written.Superseded();
    }
    ledger = next;
    version++;
    return new Written.At(version());
  }

  private Version version() {
    return version == 0 ? Version.ABSENT : new Version(Long.toString(version));
  }
}
