package dev.tocsin.ledger;

import dev.tocsin.incident.Attempts;
import dev.tocsin.incident.Moment;
import dev.tocsin.incident.Notice.Tried;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The written form of single values, for people: moments, spans, words of an enum. */
final class Words {

  private static final String NOT_KNOWN = "unknown";
  private static final Duration SPAN_AT_MOST = Duration.ofDays(7);
  private static final Pattern MOMENT = Pattern.compile("(\\S+), round (-?\\d{1,16})");
  private static final Pattern TRIED =
      Pattern.compile("(\\S+), (not_known|accepted|refused), (.*)");
  private static final Pattern LOCAL =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d([T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?)?");

  private Words() {}

  /** For example {@code gave_up}. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** For example {@code 2026-11-22T22:41:05Z, round 42}. */
  static String of(Moment moment) {
    return moment.equals(Moment.LATEST) ? NOT_KNOWN : moment.at() + ", round " + moment.round();
  }

  /** For example {@code 2026-11-22T22:46:12Z, accepted, evictPod}. */
  static String of(Tried tried) {
    return tried.at() + ", " + of(tried.result()) + ", " + tried.step();
  }

  static Tried tried(String text) {
    Matcher form = TRIED.matcher(text);
    if (!form.matches()) {
      throw new Damage("is no attempt such as '2026-11-22T22:46:12Z, accepted, evictPod'");
    }
    Attempts.Result result = Attempts.Result.valueOf(form.group(2).toUpperCase(Locale.ROOT));
    return new Tried(form.group(3), instant(form.group(1)), result);
  }

  static Moment moment(String text) {
    if (text.equals(NOT_KNOWN)) {
      return Moment.LATEST;
    }
    Matcher form = MOMENT.matcher(text);
    if (!form.matches()) {
      throw new Damage("is no moment such as '2026-11-22T22:41:05Z, round 42'");
    }
    return new Moment(instant(form.group(1)), Long.parseLong(form.group(2)));
  }

  /** With an offset: without one it is not known which hour is meant. */
  static Instant instant(String text) {
    if (LOCAL.matcher(text).matches()) {
      throw new Damage("has no offset: write 'Z' or '+01:00' behind it");
    }
    try {
      return text.endsWith("Z") && text.length() > 17
          ? Instant.parse(text)
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new Damage("is no time such as '2026-11-22T22:41:05Z'");
    }
  }

  /** For example {@code 1h30m}. */
  static String of(Duration span) {
    return span.toString().substring(2).toLowerCase(Locale.ROOT);
  }

  static Duration span(String text) {
    String iso = text.toUpperCase(Locale.ROOT);
    try {
      Duration span = Duration.parse(iso.startsWith("P") ? iso : "PT" + iso);
      if (!span.isNegative() && span.compareTo(SPAN_AT_MOST) <= 0) {
        return span;
      }
    } catch (DateTimeException e) {
      // Said below, in the same words.
    }
    throw new Damage("is no span such as '10m', of a week at most");
  }
}
