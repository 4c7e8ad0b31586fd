package dev.tocsin.runner.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant. */
public final class Spelling {

  private static final int FAR = 3;
  private static final int ASKED = 1000;

  private Spelling() {}

  /** The nearest of the known words, if it is at most two letters away. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    return known.stream()
        .limit(ASKED)
        .filter(other -> distance(word, other) < Math.min(FAR, other.length()))
        .min(Comparator.<String>comparingInt(other -> distance(word, other))
            .thenComparing(Comparator.naturalOrder()));
  }

  /** {@code ; did you mean 'interval'?}, or nothing. */
  public static String hint(String word, Collection<String> known) {
    return nearest(word, known).map(other -> "; did you mean '" + other + "'?").orElse("");
  }

  /** Levenshtein's, regardless of case. */
  private static int distance(String one, String other) {
    if (Math.abs(one.length() - other.length()) >= FAR) {
      return FAR;
    }
    return letters(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
  }

  private static int letters(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
