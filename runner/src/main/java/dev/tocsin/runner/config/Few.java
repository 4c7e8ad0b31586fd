package dev.tocsin.runner.config;

import java.util.List;

/** Names for a line that nobody reads to its end. */
public final class Few {

  private static final int NAMED = 3;

  private Few() {}

  /** For example {@code a, b, c and 4 more}. */
  public static String of(List<String> names) {
    int more = names.size() - NAMED;
    String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    return more > 0 ? first + " and " + more + " more" : first;
  }
}
