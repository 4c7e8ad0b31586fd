package dev.tocsin.simulation.story;

import dev.tocsin.simulation.law.Calm;
import dev.tocsin.simulation.law.Invariant;
import dev.tocsin.simulation.law.Invariants;
import dev.tocsin.simulation.law.Violation;
import dev.tocsin.simulation.world.History;
import dev.tocsin.simulation.world.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A story, told once.
 *
 * @param story what was told
 * @param history what the outside saw; with the calm that followed, if something was not well in it
 * @param seen the same in words, as a story has it
 * @param violations what broke, each invariant once, by the first step that broke it
 */
public record Telling(Story story, History history, List<String> seen, List<Violation> violations) {

  static Telling of(Story story, Simulation world) {
    List<Invariant> judges = new ArrayList<>(Invariants.ALL);
    judges.addAll(story.musts());
    List<Violation> violations = new ArrayList<>();
    Chronicle chronicle = new Chronicle(story.setting().start());
    world.play(story.events(), story.length(), history -> {
      history.last().ifPresent(chronicle::step);
      List<Violation> found = Violation.all(judges, history);
      found.forEach(v -> judges.remove(v.invariant()));
      violations.addAll(found);
      return Optional.empty();
    });
    History history = world.history();
    for (Calm calm : story.calms()) {
      Optional<Simulation> calmed = calm.broken(world);
      if (calmed.isPresent()) {
        violations.add(calm.violation(calmed.get()));
        history = calmed.get().history();
        chronicle.calm(history, story.setting().start().plus(story.length()));
        break;
      }
    }
    return new Telling(story, history, chronicle.lines(), List.copyOf(violations));
  }

  /** Whether nothing broke, and exactly what must be seen was seen. */
  public boolean asItMust() {
    return violations.isEmpty() && difference().isEmpty();
  }

  /** The first line that is not as it must be; empty if all are, or if nothing must be seen yet. */
  public Optional<String> difference() {
    List<String> must = story.seen();
    if (must.isEmpty()) {
      return Optional.empty();
    }
    for (int i = 0; i < Math.max(must.size(), seen.size()); i++) {
      String expected = i < must.size() ? must.get(i) : "nothing more";
      String actual = i < seen.size() ? seen.get(i) : "nothing more";
      if (!expected.equals(actual)) {
        return Optional.of(
            "must be seen: " + expected + System.lineSeparator() + "  was seen:     " + actual);
      }
    }
    return Optional.empty();
  }
}
