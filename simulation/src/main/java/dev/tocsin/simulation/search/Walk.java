package dev.tocsin.simulation.search;

import dev.tocsin.simulation.law.Invariant;
import dev.tocsin.simulation.law.Violation;
import dev.tocsin.simulation.world.History;
import dev.tocsin.simulation.world.Simulation;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Every history over an alphabet up to a length; histories share their beginnings. */
public final class Walk {

  private final List<Turn> alphabet;
  private final List<Invariant> invariants;
  private final BooleanSupplier enough;
  private long rounds;

  /**
   * A walk that ends by itself.
   *
   * @param alphabet the turns of which histories are made
   * @param invariants what must hold after each
   */
  public Walk(List<Turn> alphabet, List<Invariant> invariants) {
    this(alphabet, invariants, () -> false);
  }

  /** The same, given up as soon as it is enough. */
  public Walk(List<Turn> alphabet, List<Invariant> invariants, BooleanSupplier enough) {
    this.alphabet = List.copyOf(alphabet);
    this.invariants = List.copyOf(invariants);
    this.enough = enough;
  }

  /** How many turns were played; each ends one history. */
  public long histories() {
    return rounds;
  }

  /**
   * Goes on from here.
   *
   * @param left how many turns at most
   * @return the first history that broke something, with what it broke
   */
  public Optional<Found> from(Simulation world, int left) {
    for (int i = 0; i < alphabet.size() && !enough.getAsBoolean(); i++) {
      Simulation next = world.fork();
      alphabet.get(i).play(next);
      rounds++;
      Optional<Found> found = Violation.first(invariants, next.history())
          .map(violation -> new Found(next.history(), violation));
      if (found.isEmpty() && left > 1) {
        found = from(next, left - 1);
      }
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** A history that broke something. */
  public record Found(History history, Violation violation) {}
}
