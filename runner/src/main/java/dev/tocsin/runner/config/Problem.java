package dev.tocsin.runner.config;

import java.util.Comparator;

/**
 * One thing wrong with a configuration; never shows a secret.
 *
 * @param file the file as it was named by the caller
 * @param line from 1
 * @param column from 1
 * @param message what is wrong, what was expected, and perhaps what was meant; one line
 */
public record Problem(String file, int line, int column, String message)
    implements Comparable<Problem> {

  private static final int LIMIT = 600;

  private static final Comparator<Problem> BY_POSITION = Comparator.comparing(Problem::file)
      .thenComparingInt(Problem::line)
      .thenComparingInt(Problem::column)
      .thenComparing(Problem::message);

  public Problem {
    String plain = message.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    message = plain.length() <= LIMIT ? plain : plain.substring(0, LIMIT - 1) + "…";
  }

  @Override
  public int compareTo(Problem other) {
    return BY_POSITION.compare(this, other);
  }

  /** {@code file:line:col: message}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column + ": " + message;
  }
}
