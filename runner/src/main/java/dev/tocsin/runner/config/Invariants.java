package dev.tocsin.runner.config;

import dev.tocsin.simulation.law.UserRules;
import java.util.Optional;

/** Invariants of one's own. The simulation is loaded where there is one, and else never. */
final class Invariants {

  private static final String EXPECTED = "an invariant such as 'at most 6 mails per day'";

  private Invariants() {}

  /** A line as the simulation reads it. */
  static Type<String> line() {
    return new Type<>(EXPECTED, item -> {
      Optional<String> line = item.text();
      if (line.isEmpty()) {
        return item.refuse(EXPECTED);
      }
      Optional<String> problem = problem(line.get());
      problem.ifPresent(item::problem);
      return problem.isPresent() ? Optional.empty() : line;
    });
  }

  private static Optional<String> problem(String line) {
    try {
      UserRules.read(line);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
