package dev.tocsin.simulation.search;

import dev.tocsin.simulation.law.Calm;
import dev.tocsin.simulation.law.Invariant;
import dev.tocsin.simulation.law.Violation;
import dev.tocsin.simulation.world.Event;
import dev.tocsin.simulation.world.Setting;
import dev.tocsin.simulation.world.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Plays a storm from its beginning and says what it broke.
 *
 * @param worlds makes the world of a setting, with whoever is judged in it
 * @param invariants what must hold after every step
 * @param calms what must hold when all is mended
 */
public record Judge(
    Function<Setting, Simulation> worlds, List<Invariant> invariants, List<Calm> calms) {

  public Judge {
    invariants = List.copyOf(invariants);
    calms = List.copyOf(calms);
  }

  /** The first thing that breaks, if anything does. */
  public Optional<Broken> judge(Setting setting, List<Event> events, Duration length) {
    Simulation world = worlds.apply(setting);
    Optional<Violation> violation =
        world.play(events, length, history -> Violation.first(invariants, history));
    if (violation.isPresent()) {
      return violation.map(v -> new Broken(v.toString(), v.invariant().name(), world));
    }
    for (Calm calm : calms) {
      Optional<Simulation> calmed = calm.broken(world);
      if (calmed.isPresent()) {
        return calmed.map(c -> new Broken(calm.toString(), calm.toString(), c));
      }
    }
    return Optional.empty();
  }

  /**
   * What broke.
   *
   * @param what in words
   * @param name of the invariant
   * @param world as it was then
   */
  public record Broken(String what, String name, Simulation world) {

    /** All that happened until then. */
    public List<Event> events() {
      return world.history().inOrder().stream()
          .flatMap(step -> step.events().stream())
          .toList();
    }

    /** Until when it took, since the start. */
    public Duration length() {
      return Duration.between(world.setting().start(), world.now());
    }
  }
}
