package dev.tocsin.simulation.world;

import dev.tocsin.incident.Target;
import dev.tocsin.round.Effects;
import dev.tocsin.round.IncidentStore;
import dev.tocsin.round.Observer;
import dev.tocsin.round.StopSignal;
import dev.tocsin.round.Time;
import java.util.List;

/**
 * All that a round has of the world. Wrap one to try an adapter, a wrapper or a mistake of your
 * own.
 *
 * @param store where its ledger is
 * @param observer its eyes
 * @param effects its hands
 * @param time its clocks
 * @param stop whether it is told to stop
 * @param targets who is in the configuration now, in the order of names
 * @param outside for checkers that are not made of Tocsin's core
 */
public record Ports(
    IncidentStore store,
    Observer observer,
    Effects effects,
    Time time,
    StopSignal stop,
    List<Target> targets,
    Outside outside) {

  public Ports {
    targets = List.copyOf(targets);
  }

  public Ports store(IncidentStore other) {
    return new Ports(other, observer, effects, time, stop, targets, outside);
  }

  public Ports observer(Observer other) {
    return new Ports(store, other, effects, time, stop, targets, outside);
  }

  public Ports effects(Effects other) {
    return new Ports(store, observer, other, time, stop, targets, outside);
  }
}
