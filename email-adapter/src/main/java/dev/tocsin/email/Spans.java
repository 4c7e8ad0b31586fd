package dev.tocsin.email;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and spans of time as people read them. */
final class Spans {

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");

  private Spans() {}

  /** For example {@code 2026-11-22 23:41}, where there is no room for more. */
  static String minute(Instant at, ZoneId zone) {
    return MINUTE.format(possible(at).atZone(zone));
  }

  /** For example {@code 2026-11-22 23:41:05 +01:00}. */
  static String time(Instant at, ZoneId zone) {
    return LOCAL.format(possible(at).atZone(zone));
  }

  /** A ledger that somebody edited may hold any time, and not every time has a date. */
  private static Instant possible(Instant at) {
    return at.isAfter(LAST) ? LAST : at.isBefore(FIRST) ? FIRST : at;
  }

  /** The two greatest units: {@code 2d 4h}, {@code 1h 30m}, {@code 42m}, {@code 9s}. */
  static String between(Instant from, Instant to) {
    Duration span = to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    if (span.toDays() > 0) {
      return units(span.toDays(), "d", span.toHoursPart(), "h");
    }
    if (span.toHours() > 0) {
      return units(span.toHours(), "h", span.toMinutesPart(), "m");
    }
    return span.toMinutes() > 0
        ? units(span.toMinutes(), "m", span.toSecondsPart(), "s")
        : span.toSeconds() + "s";
  }

  private static String units(long greater, String unit, long lesser, String lesserUnit) {
    return greater + unit + (lesser == 0 ? "" : " " + lesser + lesserUnit);
  }
}
