package dev.tocsin.runner;

import dev.tocsin.incident.Ledger;
import dev.tocsin.round.IncidentStore;
import dev.tocsin.round.IncidentStore.Loaded;
import dev.tocsin.round.IncidentStore.Written;
import java.io.PrintStream;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Changes a ledger by a human's wish, between the rounds or during one. */
final class Ledgers {

  static final int NO_LEDGER = 3;
  private static final int TRIES = 10;

  private Ledgers() {}

  /**
   * Loads, changes and writes, again when somebody else wrote in between.
   *
   * @param done what is done as soon as it is written, with the ledger as it was before
   * @param err where trouble is told
   * @return 0, or {@value #NO_LEDGER} if it could not be read or written, or was damaged
   */
  static int change(
      IncidentStore store, UnaryOperator<Ledger> change, Consumer<Ledger> done, PrintStream err) {
    for (int i = 0; i < TRIES; i++) {
      Loaded loaded = store.load();
      if (!(loaded instanceof Loaded.Found found)) {
        err.println(((Loaded.Unusable) loaded).why());
        return NO_LEDGER;
      }
      Written written = store.write(change.apply(found.ledger()), found.version());
      if (written instanceof Written.At) {
        done.accept(found.ledger());
        found.damages().forEach(err::println);
        return found.damages().isEmpty() ? 0 : NO_LEDGER;
      }
      if (written instanceof Written.Failed failed) {
        err.println(failed.why());
        return NO_LEDGER;
      }
    }
    err.println("somebody else keeps writing the ledger");
    return NO_LEDGER;
  }
}
