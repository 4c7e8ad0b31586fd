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
      return violation.map(v -> Broken.at(world, v));
    }
    for (Calm calm : calms) {
      Optional<Violation> later = calm.broken(world).map(calm::violation);
      if (later.isPresent()) {
        return later.map(v -> new Broken(v, List.of(calm), events, length));
      }
    }
    return Optional.empty();
  }

  /**
   * What broke.
   *
   * @param violation what, and when
   * @param calms which of them, if it is one
   * @param events all that happened until then; or, where it is a calm, before it
   * @param length until when it took, since the start; or, where it is a calm, until that began
   */
  public record Broken(Violation violation, List<Calm> calms, List<Event> events, Duration length) {

    public Broken {
      calms = List.copyOf(calms);
      events = List.copyOf(events);
    }

    private static Broken at(Simulation world, Violation violation) {
      List<Event> events = world.history().inOrder().stream()
          .flatMap(step -> step.events().stream())
          .toList();
      Duration length = Duration.between(world.setting().start(), world.now());
      return new Broken(violation, List.of(), events, length);
    }

    /** In words. */
    public String what() {
      return violation.toString();
    }

    /** Of the invariant, or of the calm. */
    public String name() {
      return violation.invariant().name();
    }
  }
}
