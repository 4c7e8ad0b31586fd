package dev.tocsin.round;

import java.time.Instant;

/** The two clocks of a round: either may show that too much time has passed. */
public interface Time {

  /** The time of day, which may jump. */
  Instant now();

  /**
   * Nanoseconds from an arbitrary start, which never go back, and may stand while we are frozen.
   */
  long nanos();

  /** This machine's clocks. */
  static Time system() {
    return new Time() {
      @Override
      public Instant now() {
        return Instant.now();
      }

      @Override
      public long nanos() {
        return System.nanoTime();
      }
    };
  }
}
