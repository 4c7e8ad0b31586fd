package dev.tocsin.k8s.look;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times as a cluster writes them, and the spans since, which are never negative. */
final class Times {

  private Times() {}

  /** The time of a text; empty if there is none, or one that cannot be read. */
  static Optional<Instant> at(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** How long ago; zero for what lies ahead by our clock. */
  static Duration since(Instant then, Instant now) {
    return now.isAfter(then) ? Duration.between(then, now) : Duration.ZERO;
  }

  /** How long ago, for people, in whole seconds: {@code 40s}, {@code 1h30m}. */
  static String words(Instant then, Instant now) {
    return words(since(then, now));
  }

  /** For people, in whole seconds. */
  static String words(Duration span) {
    return span.getSeconds() == 0
        ? "0s"
        : Duration.ofSeconds(span.getSeconds()).toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
