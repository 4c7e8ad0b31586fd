package dev.tocsin.simulation.contract;

import dev.tocsin.round.Time;
import java.time.Duration;
import java.time.Instant;

/** Clocks that stand until they are moved. */
final class VirtualTime implements Time {

  private static final Instant START = Instant.parse("2026-11-22T22:41:05Z");

  private Duration elapsed = Duration.ZERO;

  void pass(Duration span) {
    elapsed = elapsed.plus(span);
  }

  @Override
  public Instant now() {
    return START.plus(elapsed);
  }

  @Override
  public long nanos() {
    return elapsed.toNanos();
  }
}
