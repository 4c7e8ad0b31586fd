package dev.tocsin.runner.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 90s}, {@code 5m}, {@code 1h30m}, {@code 2d}. */
public final class Spans {

  static final Pattern SPAN = Pattern.compile(
      "(?=.)(?:(\\d{1,5})d)?(?:(\\d{1,6})h)?(?:(\\d{1,7})m)?(?:(\\d{1,8})s)?(?:(\\d{1,9})ms)?");

  private Spans() {}

  /** Empty, if the text is no span. */
  public static Optional<Duration> parse(String text) {
    Matcher matcher = SPAN.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofDays(number(matcher, 1))
        .plusHours(number(matcher, 2))
        .plusMinutes(number(matcher, 3))
        .plusSeconds(number(matcher, 4))
        .plusMillis(number(matcher, 5)));
  }

  /** As {@link #parse} reads it. */
  public static String show(Duration span) {
    String text = part(span.toDaysPart(), "d")
        + part(span.toHoursPart(), "h")
        + part(span.toMinutesPart(), "m")
        + part(span.toSecondsPart(), "s")
        + part(span.toMillisPart(), "ms");
    return text.isEmpty() ? "0s" : text;
  }

  private static String part(long count, String unit) {
    return count == 0 ? "" : count + unit;
  }

  private static long number(Matcher matcher, int group) {
    return Optional.ofNullable(matcher.group(group)).map(Long::parseLong).orElse(0L);
  }
}
