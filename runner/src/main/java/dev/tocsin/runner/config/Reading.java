package dev.tocsin.runner.config;

import java.util.List;

/** What reading a configuration came to: all of it, or everything that is wrong with it. */
public sealed interface Reading {

  /** It can be used. */
  record Valid(Configuration configuration) implements Reading {}

  /**
   * It cannot be used, and nothing is to be done.
   *
   * @param problems at least one, each once, in the order of the file
   */
  record Invalid(List<Problem> problems) implements Reading {
    public Invalid {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("invalid, but nothing is wrong");
      }
    }
  }
}
