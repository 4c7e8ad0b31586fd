package dev.tocsin.simulation;

import java.util.Optional;

/** Something that must hold after every turn, judged from what the outside saw. */
record Invariant(String name, Law law) {

  /** Judges the newest step. */
  @FunctionalInterface
  interface Law {
    /** What broke it, or nothing. */
    Optional<String> broken(World world, Stage stage, Step step);
  }

  /** What broke it in the newest step of this stage. */
  Optional<String> broken(World world, Stage stage) {
    return stage.last().flatMap(step -> law.broken(world, stage, step));
  }
}
