package dev.tocsin.runner;

import dev.tocsin.runner.config.Configuration;

/** Makes what rounds are made with. */
@FunctionalInterface
public interface Workshop {

  /** The kit for a configuration. Nothing is read, asked or connected to yet. */
  Kit kit(Configuration configuration, Surroundings around);
}
