package dev.tocsin.simulation.story;

import java.util.List;

/** What became of reading a story. */
public sealed interface Reading {

  /** It can be told. */
  record Valid(Story story) implements Reading {}

  /** All that is wrong with it, in the order of lines. */
  record Invalid(List<Problem> problems) implements Reading {
    public Invalid {
      problems = List.copyOf(problems);
    }
  }
}
