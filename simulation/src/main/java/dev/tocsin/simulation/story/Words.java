package dev.tocsin.simulation.story;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values as they are written. */
final class Words {

  private static final Pattern SPAN =
      Pattern.compile("(?:(\\d{1,4})d)?(?:(\\d{1,5})h)?(?:(\\d{1,6})m)?(?:(\\d{1,7})s)?");

  private Words() {}

  /**
   * For example {@code 1h30m}.
   *
   * @throws IllegalArgumentException if it is no span
   */
  static Duration span(String text) {
    Matcher span = SPAN.matcher(text);
    if (text.isEmpty() || !span.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no span of time, such as 90s or 1h30m");
    }
    return Duration.ofDays(number(span.group(1)))
        .plusHours(number(span.group(2)))
        .plusMinutes(number(span.group(3)))
        .plusSeconds(number(span.group(4)));
  }

  private static long number(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
