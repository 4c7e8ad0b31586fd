package dev.tocsin.simulation.world;

import dev.tocsin.incident.Ledger;
import dev.tocsin.round.IncidentStore;

/** The shelf, as one round reaches it. */
final class VirtualStore implements IncidentStore {

  private final RoundTrace trace;

  VirtualStore(RoundTrace trace) {
    this.trace = trace;
  }

  @Override
  public Loaded load() {
    return trace.call(Call.LOAD, () -> {
      Loaded loaded = trace.world.shelf.load();
      if (loaded instanceof Loaded.Found found) {
        trace.loaded(found.ledger());
      }
      return loaded;
    });
  }

  @Override
  public Written write(Ledger next, Version base) {
    trace.writes();
    return trace.call(Call.WRITE, () -> {
      Shelf shelf = trace.world.shelf;
      Ledger before = shelf.ledger();
      Written written = shelf.write(next, base);
      if (written instanceof Written.At || shelf.ledger() != before) {
        trace.wrote(next);
      }
      return written;
    });
  }
}
