package dev.tocsin.incident;

import java.util.Optional;

/**
 * A notice or an attempt that was decided and is not yet settled: it may already be out in the
 * world. Its key is computed, so that whoever repeats it repeats the same thing.
 */
public sealed interface Intent permits Notice, Attempt {

  /** Stable over every repetition; safe in a header, an annotation and an environment variable. */
  String key();

  /** When a round began to work on it; absent when that round said that it is done with it. */
  Optional<Moment> claimed();
}
