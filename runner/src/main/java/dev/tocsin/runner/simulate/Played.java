package dev.tocsin.runner.simulate;

import dev.tocsin.simulation.law.Invariant;
import dev.tocsin.simulation.law.Violation;
import dev.tocsin.simulation.story.Telling;
import dev.tocsin.simulation.world.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A history with what is to be said of it.
 *
 * @param title what it is about, one line
 * @param why it exists, one line; may be empty
 * @param origin where it comes from: a file, a seed
 * @param history what the outside saw
 * @param judged the invariants that it was held to
 * @param violations what broke
 */
public record Played(
    String title,
    String why,
    String origin,
    History history,
    List<Invariant> judged,
    List<Violation> violations) {

  public Played {
    Objects.requireNonNull(history);
    judged = List.copyOf(judged);
    violations = List.copyOf(violations);
  }

  /**
   * A story that was told.
   *
   * @param always what every history is held to, beside what the story asks for
   */
  public static Played of(Telling telling, String origin, List<Invariant> always) {
    List<Invariant> judged = new ArrayList<>(telling.story().musts());
    telling.story().calms().forEach(calm -> judged.add(calm.invariant()));
    judged.addAll(always);
    return new Played(
        telling.story().title(),
        telling.story().why(),
        origin,
        telling.history(),
        judged,
        telling.violations());
  }
}
