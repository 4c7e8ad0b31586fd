package dev.tocsin.runner.demo;

import dev.tocsin.round.Time;
import java.time.Duration;
import java.time.Instant;

/** Stands still in a round and jumps between two; its nanoseconds are this machine's. */
final class NightClock implements Time {

  private volatile Instant now;

  NightClock(Instant start) {
    now = start;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  void forward(Duration span) {
    now = now.plus(span);
  }
}
