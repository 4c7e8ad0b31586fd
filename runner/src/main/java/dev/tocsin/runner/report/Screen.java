package dev.tocsin.runner.report;

import java.util.OptionalInt;

/**
 * What text is shown on.
 *
 * @param columns the terminal's width; absent: not a terminal, and nothing is cut
 * @param colours whether there are colours
 */
public record Screen(OptionalInt columns, Colours colours) {

  /** Not a terminal: a file, a pipe, a log. */
  public static final Screen PLAIN = new Screen(OptionalInt.empty(), Colours.OFF);

  /** Whether there are colours. */
  public enum Colours {
    ON,
    OFF
  }
}
