package dev.tocsin.simulation.world;

import java.time.Duration;
import java.time.Instant;

/** The true time, and what the clocks of the rounds make of it. */
final class Clocks {

  private Instant truth;
  private Duration skew = Duration.ZERO;
  private Duration once = Duration.ZERO;
  private Duration asleep = Duration.ZERO;
  private final Instant start;

  Clocks(Instant start) {
    this.start = start;
    this.truth = start;
  }

  Clocks copy() {
    Clocks copy = new Clocks(start);
    copy.truth = truth;
    copy.skew = skew;
    copy.once = once;
    copy.asleep = asleep;
    return copy;
  }

  Instant truth() {
    return truth;
  }

  /** Never back. */
  void to(Instant later) {
    if (later.isAfter(truth)) {
      truth = later;
    }
  }

  void pass(Duration span) {
    truth = truth.plus(span);
  }

  /** The time of day goes on, the monotonic clock stands. */
  void sleep(Duration span) {
    pass(span);
    asleep = asleep.plus(span);
  }

  void step(Duration by) {
    skew = skew.plus(by);
  }

  void once(Duration by) {
    once = by;
  }

  void mend() {
    skew = Duration.ZERO;
    once = Duration.ZERO;
  }

  boolean areRight() {
    return skew.isZero() && once.isZero();
  }

  Duration skew() {
    return skew;
  }

  Duration takeOnce() {
    Duration taken = once;
    once = Duration.ZERO;
    return taken;
  }

  long nanos() {
    return Duration.between(start, truth).minus(asleep).toNanos();
  }
}
