package dev.tocsin.runner.demo;

import dev.tocsin.round.Time;
import java.io.PrintStream;
import java.nio.file.Path;

/** {@code tocsin run} as it is, on another clock. */
@FunctionalInterface
public interface Tocsin {

  /**
   * Runs one round.
   *
   * @param configuration the file
   * @param time the clock of the night
   * @param out where it answers
   * @return its exit code
   */
  int run(Path configuration, Time time, PrintStream out);
}
