package dev.tocsin.runner.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Times and names in words, seen from one time and place. */
public record Words(Instant now, ZoneId zone) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssxxx", Locale.ROOT);

  /** For example {@code 2026-11-22 23:41:05+01:00}. */
  public String time(Instant at) {
    return TIME.format(at.atZone(zone));
  }

  /** For example {@code 2026-11-22 23:41:05+01:00 (in 12m)}. */
  public String coming(Instant at) {
    return time(at)
        + (at.isAfter(now) ? " (in " + span(Duration.between(now, at)) + ")" : " (now)");
  }

  /** For example {@code 2026-11-22 23:41:05+01:00 (12m ago)}. */
  public String past(Instant at) {
    return time(at) + " (" + ago(at) + ")";
  }

  String ago(Instant at) {
    return at.isBefore(now) ? span(Duration.between(at, now)) + " ago" : "just now";
  }

  /** The two largest units: {@code 45s}, {@code 1h30m}, {@code 3d}, {@code 2d4h}. */
  public static String span(Duration span) {
    long[] parts = {span.toDays(), span.toHoursPart(), span.toMinutesPart(), span.toSecondsPart()};
    String units = "dhms";
    int first = 0;
    while (first < 3 && parts[first] == 0) {
      first++;
    }
    String second =
        first < 3 && parts[first + 1] > 0 ? "" + parts[first + 1] + units.charAt(first + 1) : "";
    return "" + parts[first] + units.charAt(first) + second;
  }

  /** {@code GAVE_UP} as {@code gave up}. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String path(List<? extends Enum<?>> states) {
    return states.stream().map(Enum::name).collect(Collectors.joining(" → "));
  }
}
