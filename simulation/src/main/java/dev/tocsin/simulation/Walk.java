package dev.tocsin.simulation;

import java.util.List;
import java.util.Optional;

/** Every history over an alphabet up to a length; histories share their beginnings. */
final class Walk {

  private final World world;
  private final List<Turn> alphabet;
  private long histories;

  Walk(World world, List<Turn> alphabet) {
    this.world = world;
    this.alphabet = List.copyOf(alphabet);
  }

  /** How many histories were played. */
  long histories() {
    return histories;
  }

  /** What the first history that goes on from here broke, if one did. */
  Optional<String> from(Stage stage, int left) {
    for (Turn turn : alphabet) {
      Stage next = world.play(stage, turn);
      histories++;
      Optional<String> broken = Invariants.firstBroken(world, next);
      if (broken.isEmpty() && left > 1) {
        broken = from(next, left - 1);
      }
      if (broken.isPresent()) {
        return broken;
      }
    }
    return Optional.empty();
  }
}
