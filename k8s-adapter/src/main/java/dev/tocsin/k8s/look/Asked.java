package dev.tocsin.k8s.look;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The preconditions that are asked for.
 *
 * @param readyFor how long a node must have been Ready; 0 s to 1 day, default 2 min
 * @param startup how long a pod may take to start; 0 s to 1 day, default 5 min
 * @param untouched how long ago somebody else's restart must be; 0 s to 1 day, default 10 min
 * @param node a node that must be ready although no workload says so
 * @param without what a user left out by its name
 */
public record Asked(
    Duration readyFor,
    Duration startup,
    Duration untouched,
    Optional<String> node,
    Set<Fact> without) {

  public static final Asked USUAL = new Asked(
      Duration.ofMinutes(2),
      Duration.ofMinutes(5),
      Duration.ofMinutes(10),
      Optional.empty(),
      Set.of());

  public Asked {
    without = without.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(without));
  }

  boolean asksFor(Fact fact) {
    return !without.contains(fact);
  }
}
