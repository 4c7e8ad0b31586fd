package dev.tocsin.runner;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds what somebody may have meant. */
final class Names {

  private static final int FURTHEST = 3;

  private Names() {}

  /** The known name nearest to a text, if one is near. */
  static Optional<String> near(String text, List<String> known) {
    return known.stream()
        .filter(k -> distance(text, k) <= Math.min(FURTHEST, Math.max(1, k.length() / 2)))
        .min(Comparator.comparing(k -> distance(text, k)));
  }

  /** Levenshtein's: how many characters to add, drop or exchange. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int exchanged = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
