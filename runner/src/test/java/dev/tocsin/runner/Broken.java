package dev.tocsin.runner;

import dev.tocsin.runner.config.Configuration;

/** A workshop with a bug. */
record Broken() implements Workshop {

  @Override
  public Kit kit(Configuration configuration, Surroundings around) {
    throw new IllegalStateException("broken");
  }
}
