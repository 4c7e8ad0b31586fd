package dev.tocsin.k8s.night;

import dev.tocsin.round.Time;
import java.time.Duration;
import java.time.Instant;

/** The machine's clock, and as far ahead of it as was slept. */
final class Skewed implements Time {

  private Duration ahead = Duration.ZERO;

  /** What nobody has to wait for. */
  synchronized void sleep(Duration span) {
    ahead = ahead.plus(span);
  }

  @Override
  public synchronized Instant now() {
    return Instant.now().plus(ahead);
  }

  @Override
  public synchronized long nanos() {
    return System.nanoTime() + ahead.toNanos();
  }
}
