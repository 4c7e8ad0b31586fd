package dev.tocsin.simulation.story;

import dev.tocsin.simulation.law.Calm;
import dev.tocsin.simulation.law.Invariant;
import dev.tocsin.simulation.world.Event;
import dev.tocsin.simulation.world.Setting;
import dev.tocsin.simulation.world.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A policy, a world, what happens when, and what must be seen.
 *
 * @param title what it is about, one line
 * @param why it exists, one line
 * @param setting the policy and the world
 * @param events in the order of time
 * @param length when it ends, since the start
 * @param musts what must hold in it beside all that must hold always
 * @param calms what must be well in the end, each in a calm of its own that follows it
 * @param seen what must be seen, line by line; empty: it was never told yet
 */
public record Story(
    String title,
    String why,
    Setting setting,
    List<Event> events,
    Duration length,
    List<Invariant> musts,
    List<Calm> calms,
    List<String> seen) {

  public Story {
    Objects.requireNonNull(setting);
    events = List.copyOf(events);
    musts = List.copyOf(musts);
    calms = List.copyOf(calms);
    seen = List.copyOf(seen);
  }

  /** Plays it, and judges it. */
  public Telling tell() {
    return Telling.of(this, Simulation.of(setting));
  }

  /** The same with what is seen now as what must be seen. */
  public Story updated() {
    return new Story(title, why, setting, events, length, musts, calms, tell().seen());
  }

  /** The same with other events. */
  public Story with(List<Event> others, Duration until) {
    return new Story(title, why, setting, others, until, musts, calms, List.of());
  }
}
