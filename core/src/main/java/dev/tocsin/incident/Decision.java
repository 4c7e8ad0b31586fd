package dev.tocsin.incident;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one round decided about one target, and why.
 *
 * @param before what was remembered
 * @param seen what this round saw
 * @param path the rows taken, in order; empty: the state stayed
 * @param after what is remembered from now on
 * @param reason why
 * @param holds everything that holds the next attempt, the reason among them; empty if nothing
 * @param act the attempt to make or to look for in this round
 */
public record Decision(
    Memory before,
    Sighting seen,
    List<Transition> path,
    Memory after,
    Reason reason,
    List<Reason> holds,
    Optional<Act> act) {

  public Decision {
    Objects.requireNonNull(before);
    Objects.requireNonNull(after);
    Objects.requireNonNull(reason);
    path = List.copyOf(path);
    holds = List.copyOf(holds);
    Objects.requireNonNull(act);
  }

  public String target() {
    return after.target();
  }
}
