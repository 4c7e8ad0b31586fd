package dev.tocsin.simulation.law;

import dev.tocsin.simulation.world.History;
import dev.tocsin.simulation.world.Step;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that must hold after every step.
 *
 * @param name one sentence, as the user writes it or a catalogue numbers it
 * @param law what judges
 */
public record Invariant(String name, Law law) {

  /** Judges the newest step of a history, in the light of those before it. */
  @FunctionalInterface
  public interface Law {
    /** What broke it, in words; empty if nothing did. */
    Optional<String> broken(History history, Step step);
  }

  public Invariant {
    Objects.requireNonNull(name);
    Objects.requireNonNull(law);
  }

  /** What broke it in the newest step; empty before the first. */
  public Optional<String> broken(History history) {
    return history.last().flatMap(step -> law.broken(history, step));
  }

  /** By name: two with one name are the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Invariant invariant && invariant.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
