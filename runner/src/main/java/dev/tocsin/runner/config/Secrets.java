package dev.tocsin.runner.config;

/**
 * Which secrets must be there when a configuration is read: whoever does not use them may lack
 * them.
 */
public enum Secrets {
  /** All: somebody may have to be told. */
  ALL,
  /** Those of checks: it is looked, and nobody is told. */
  OF_CHECKS,
  /** None: only what is remembered is read or written. */
  NONE
}
