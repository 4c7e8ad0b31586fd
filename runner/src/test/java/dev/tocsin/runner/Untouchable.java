package dev.tocsin.runner;

import dev.tocsin.incident.Ledger;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Effects;
import dev.tocsin.round.IncidentStore;
import dev.tocsin.round.RoundReport;
import dev.tocsin.runner.config.Configuration;
import java.io.PrintStream;
import java.util.List;

/** The real parts, but whoever writes or does anything with them fails. */
record Untouchable(Workshop real) implements Workshop {

  @Override
  public Kit kit(Configuration configuration, Surroundings around) {
    return new ForwardingKit(real.kit(configuration, around)) {
      @Override
      public List<Part> parts() {
        return super.parts().stream()
            .map(part -> new Part(new Unwritten(part.store()), part.planner()))
            .toList();
      }

      @Override
      public Effects effects(PrintStream told) {
        throw new AssertionError("told or repaired");
      }

      @Override
      public List<String> publish(RoundReport report, Deadline deadline) {
        throw new AssertionError("published");
      }
    };
  }

  private record Unwritten(IncidentStore store) implements IncidentStore {

    @Override
    public Loaded load() {
      return store.load();
    }

    @Override
    public Written write(Ledger next, Version base) {
      throw new AssertionError("written");
    }
  }
}
