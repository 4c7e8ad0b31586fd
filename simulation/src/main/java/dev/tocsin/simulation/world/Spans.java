package dev.tocsin.simulation.world;

import java.time.Duration;
import java.util.Locale;

/** Spans as a configuration writes them. */
public final class Spans {

  private Spans() {}

  /** For example {@code 1h30m}, {@code 2d}, {@code 0s}. */
  public static String text(Duration span) {
    if (span.isZero()) {
      return "0s";
    }
    String days = span.toDays() > 0 ? span.toDays() + "d" : "";
    Duration rest = span.minusDays(span.toDays());
    return rest.isZero() ? days : days + rest.toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
