package dev.tocsin.runner;

import dev.tocsin.round.Effects;
import dev.tocsin.round.IncidentStore;
import dev.tocsin.round.Observer;
import dev.tocsin.runner.config.Configuration;
import java.io.PrintStream;

/** A workshop with a bug. */
record Broken() implements Workshop {

  @Override
  public IncidentStore store(Configuration configuration) {
    throw new IllegalStateException("broken");
  }

  @Override
  public Observer observer(Configuration configuration) {
    throw new IllegalStateException("broken");
  }

  @Override
  public Effects effects(Configuration configuration, PrintStream told) {
    throw new IllegalStateException("broken");
  }
}
