package dev.tocsin.simulation.law;

import dev.tocsin.simulation.world.History;
import dev.tocsin.simulation.world.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An invariant that does not hold.
 *
 * @param invariant which
 * @param what broke it, in words
 * @param at in which step
 */
public record Violation(Invariant invariant, String what, Instant at) {

  /** All that the newest step of this history breaks. */
  public static List<Violation> all(List<Invariant> invariants, History history) {
    List<Violation> all = new ArrayList<>(0);
    for (Invariant invariant : invariants) {
      Optional<String> broken = invariant.broken(history);
      if (broken.isPresent()) {
        all.add(new Violation(invariant, broken.get(), at(history)));
      }
    }
    return all;
  }

  /** The first that the newest step of this history breaks. */
  public static Optional<Violation> first(List<Invariant> invariants, History history) {
    for (Invariant invariant : invariants) {
      Optional<String> broken = invariant.broken(history);
      if (broken.isPresent()) {
        return Optional.of(new Violation(invariant, broken.get(), at(history)));
      }
    }
    return Optional.empty();
  }

  private static Instant at(History history) {
    return history.last().map(Step::at).orElseThrow();
  }

  @Override
  public String toString() {
    return invariant.name() + ": " + what;
  }
}
