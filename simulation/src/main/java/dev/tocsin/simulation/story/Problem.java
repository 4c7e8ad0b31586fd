package dev.tocsin.simulation.story;

/**
 * One thing wrong with a story.
 *
 * @param file as it was named by the caller
 * @param line from 1
 * @param message what is wrong, and what was expected
 */
public record Problem(String file, int line, String message) {

  /** {@code file:line: message}. */
  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
