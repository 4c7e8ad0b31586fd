package dev.tocsin.runner;

import dev.tocsin.round.Time;
import java.time.Duration;
import java.time.Instant;

/**
 * The same clocks, whose time of day is so far ahead.
 *
 * @param by may be negative
 */
record Ahead(Time time, Duration by) implements Time {

  @Override
  public Instant now() {
    return time.now().plus(by);
  }

  @Override
  public long nanos() {
    return time.nanos();
  }
}
