package dev.tocsin.incident;

import java.time.Duration;
import java.time.Instant;

/**
 * The present, as the rules may know it.
 *
 * @param moment this round's time and count
 * @param previous when the last counted round was, or now if that lies in the future
 * @param interval the schedule
 * @param rhythm how this round lies in the schedule
 */
record Now(Moment moment, Instant previous, Duration interval, Rhythm rhythm) {

  Instant at() {
    return moment.at();
  }

  /** Whether a span is over: by the clock and by ceil(span / interval) counted rounds. */
  boolean passed(Duration span, Moment since) {
    return span.isZero()
        || (!at().isBefore(since.at().plus(span))
            && moment.round() - since.round() >= rounds(span, interval));
  }

  /** When something of the past was, with the rounds there should have been since. */
  Moment past(Instant then) {
    Instant at = then.isAfter(at()) ? at() : then;
    long rounds = Duration.between(at, at()).toMillis() / interval.toMillis();
    return new Moment(at, moment.round() - rounds);
  }

  /** Whether at least one counted round lies between. */
  boolean aRoundApart(Moment since) {
    return moment.round() > since.round();
  }

  /** The earliest time at which a span can be over, if the rounds come on schedule. */
  Instant earliest(Duration span, Moment since) {
    Instant byClock = since.at().plus(span);
    long missing = rounds(span, interval) - (moment.round() - since.round());
    Instant byRounds = at().plus(interval.multipliedBy(Math.max(0, missing)));
    return byClock.isAfter(byRounds) ? byClock : byRounds;
  }

  /** ceil(span / interval). */
  static long rounds(Duration span, Duration interval) {
    return -Math.floorDiv(-span.toMillis(), interval.toMillis());
  }
}
