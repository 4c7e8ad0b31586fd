package dev.tocsin.runner;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Outcome;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Effects;
import dev.tocsin.round.IncidentStore;
import dev.tocsin.round.Observer;
import dev.tocsin.round.Recorded;
import dev.tocsin.runner.config.Configuration;
import java.io.PrintStream;

/** The real parts, but whoever writes or does anything with them fails. */
record Untouchable(Workshop real) implements Workshop {

  @Override
  public IncidentStore store(Configuration configuration) {
    IncidentStore store = real.store(configuration);
    return new IncidentStore() {
      @Override
      public Loaded load() {
        return store.load();
      }

      @Override
      public Written write(Ledger next, Version base) {
        throw new AssertionError("written");
      }
    };
  }

  @Override
  public Observer observer(Configuration configuration) {
    return real.observer(configuration);
  }

  @Override
  public Effects effects(Configuration configuration, PrintStream told) {
    return new Effects() {
      @Override
      public Outcome tell(Recorded<Notice> notice, Deadline deadline) {
        throw new AssertionError("told");
      }

      @Override
      public Outcome remediate(Recorded<Attempt> attempt, Deadline deadline) {
        throw new AssertionError("repaired");
      }

      @Override
      public Outcome find(Recorded<Attempt> attempt, Deadline deadline) {
        throw new AssertionError("looked for");
      }
    };
  }
}
