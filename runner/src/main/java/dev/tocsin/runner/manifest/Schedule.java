package dev.tocsin.runner.manifest;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Intervals that a cron schedule can say exactly: those that an hour or a day is made of. */
final class Schedule {

  private static final int MINUTES_OF_AN_HOUR = 60;
  private static final int HOURS_OF_A_DAY = 24;

  private Schedule() {}

  /** For example every 5 minutes, at minutes that 5 divides; empty if cron cannot say it. */
  static Optional<String> of(Duration interval) {
    return sayable().anyMatch(interval::equals) ? Optional.of(text(interval)) : Optional.empty();
  }

  /** The interval that is nearest among those that cron can say; of two the shorter. */
  static Duration nearest(Duration interval) {
    return sayable()
        .min(Comparator.<Duration, Duration>comparing(
                other -> interval.minus(other).abs())
            .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  private static Stream<Duration> sayable() {
    Stream<Duration> minutes = divisors(MINUTES_OF_AN_HOUR).mapToObj(Duration::ofMinutes);
    Stream<Duration> hours = divisors(HOURS_OF_A_DAY).mapToObj(Duration::ofHours);
    return Stream.concat(minutes, hours);
  }

  private static IntStream divisors(int whole) {
    return IntStream.rangeClosed(1, whole).filter(part -> whole % part == 0);
  }

  private static String text(Duration interval) {
    long minutes = interval.toMinutes();
    if (minutes < MINUTES_OF_AN_HOUR) {
      return every(minutes) + " * * * *";
    }
    long hours = interval.toHours();
    return hours < HOURS_OF_A_DAY ? "0 " + every(hours) + " * * *" : "0 0 * * *";
  }

  private static String every(long count) {
    return count == 1 ? "*" : "*/" + count;
  }
}
