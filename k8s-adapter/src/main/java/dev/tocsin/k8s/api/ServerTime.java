package dev.tocsin.k8s.api;

import dev.tocsin.round.Time;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * The API server's time of day, as its answers say it: whoever runs rounds on several nodes has one
 * clock then. Until there was an answer, and where it is close to ours, it is this machine's.
 */
final class ServerTime implements Time {

  /** A {@code Date} is cut to seconds, and an answer takes a while. */
  private static final Duration CLOSE = Duration.ofSeconds(2);

  private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

  private final Time ours;
  private volatile Duration ahead = Duration.ZERO;

  ServerTime(Time ours) {
    this.ours = ours;
  }

  @Override
  public Instant now() {
    return ours.now().plus(ahead);
  }

  @Override
  public long nanos() {
    return ours.nanos();
  }

  /** Takes an answer's {@code Date}; one that cannot be read tells nothing. */
  void heard(String date) {
    try {
      Instant theirs =
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration measured = Duration.between(ours.now(), theirs.plus(HALF_A_SECOND));
      if (measured.minus(ahead).abs().compareTo(CLOSE) > 0) {
        ahead = measured;
      }
    } catch (DateTimeException e) {
      // Then the time stays as it was known.
    }
  }
}
