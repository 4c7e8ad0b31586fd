package dev.tocsin.simulation.world;

import dev.tocsin.incident.Target;
import java.time.Duration;
import java.util.Objects;

/**
 * What a target is in the virtual world.
 *
 * @param target what is watched, with its policy
 * @param node where it runs; it can run nowhere else
 * @param startUp how long it takes from a start to the first passing check; not negative
 */
public record Workload(Target target, String node, Duration startUp) {

  public Workload {
    Objects.requireNonNull(target);
    if (!Target.isName(node)) {
      throw new IllegalArgumentException("a node's name is a DNS label, not '" + node + "'");
    }
    if (startUp.isNegative()) {
      throw new IllegalArgumentException("a start takes " + startUp);
    }
  }

  public String name() {
    return target.name();
  }
}
