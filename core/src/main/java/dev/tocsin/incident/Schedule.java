package dev.tocsin.incident;

import java.time.Duration;
import java.time.Instant;

/**
 * Where a ledger stands in time.
 *
 * @param rounds all rounds ever, counted or not: it tells whether another round did the work
 * @param counted counted rounds ever
 * @param lastCounted when the last counted round was
 * @param gaps gaps in a row
 */
public record Schedule(long rounds, long counted, Instant lastCounted, int gaps) {

  /** Before the first round. */
  public static final Schedule START = new Schedule(0, 0, Instant.EPOCH, 0);

  private static final int GAP_INTERVALS = 3;

  public Schedule {
    if (rounds < 0 || counted < 0 || counted > rounds || gaps < 0) {
      throw new IllegalArgumentException("impossible counts: " + rounds + ", " + counted);
    }
  }

  /** How a round at this time would lie. A clock that went back gives a span of zero. */
  Rhythm rhythm(Instant at, Duration interval) {
    if (counted == 0) {
      return Rhythm.STEADY;
    }
    Duration since = at.isBefore(lastCounted) ? Duration.ZERO : Duration.between(lastCounted, at);
    if (since.compareTo(Duration.ofNanos(interval.toNanos() / 2)) < 0) {
      return Rhythm.TOO_SOON;
    }
    if (since.compareTo(Duration.ofNanos(interval.toNanos() * GAP_INTERVALS)) <= 0) {
      return Rhythm.STEADY;
    }
    return gaps == 0 ? Rhythm.GAP : Rhythm.WRONG_INTERVAL;
  }

  /** The schedule with a round at this time in it. */
  Schedule with(Instant at, Rhythm rhythm) {
    Instant last = at.isBefore(lastCounted) ? at : lastCounted;
    return switch (rhythm) {
      case TOO_SOON -> new Schedule(rounds + 1, counted, last, gaps);
      case STEADY -> new Schedule(rounds + 1, counted + 1, at, 0);
      case GAP, WRONG_INTERVAL -> new Schedule(rounds + 1, counted + 1, at, gaps + 1);
    };
  }

  /** The present that belongs to a round at this time. */
  Now now(Instant at, Duration interval) {
    Rhythm rhythm = rhythm(at, interval);
    Instant previous = at.isBefore(lastCounted) ? at : lastCounted;
    return new Now(new Moment(at, with(at, rhythm).counted), previous, interval, rhythm);
  }
}
