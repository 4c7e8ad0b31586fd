package dev.tocsin.round;

import java.time.Duration;
import java.time.Instant;

/**
 * When something must be over, by the time of day and by the monotonic clock, whichever is first.
 */
public final class Deadline {

  private final Time time;
  private final Instant start;
  private final long startNanos;
  private final Duration span;

  private Deadline(Time time, Duration span) {
    this.time = time;
    this.start = time.now();
    this.startNanos = time.nanos();
    this.span = span;
  }

  /** A deadline so far from now. */
  public static Deadline in(Duration span, Time time) {
    return new Deadline(time, span);
  }

  /** What is left; zero if it has passed. */
  public Duration remaining() {
    Duration byClock = Duration.between(start, time.now());
    Duration byNanos = Duration.ofNanos(time.nanos() - startNanos);
    Duration elapsed = byClock.compareTo(byNanos) > 0 ? byClock : byNanos;
    Duration left = span.minus(elapsed);
    return left.isNegative() ? Duration.ZERO : left;
  }

  public boolean passed() {
    return remaining().isZero();
  }

  /** The same, or so far from now, whichever is first. */
  public Deadline within(Duration limit) {
    Duration left = remaining();
    return new Deadline(time, limit.compareTo(left) < 0 ? limit : left);
  }
}
