package dev.tocsin.simulation.world;

import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Target;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Observer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one round sees. */
final class VirtualEyes implements Observer {

  private final RoundTrace trace;
  private final Simulation world;

  VirtualEyes(RoundTrace trace) {
    this.trace = trace;
    this.world = trace.world;
  }

  @Override
  public Map<String, Sighting> look(Collection<Target> targets, Deadline deadline) {
    return trace.call(Call.LOOK, () -> look(targets));
  }

  private Map<String, Sighting> look(Collection<Target> targets) {
    List<Truth> truths = world.truths();
    Map<String, Sighting> seen = new HashMap<>();
    for (Target target : targets) {
      int i = world.setting.index(target.name());
      Truth truth = truths.get(i);
      seen.put(target.name(), world.cluster.sighting(i, truth, witness(target.name(), truth)));
    }
    trace.looked(truths, seen);
    return seen;
  }

  private Sighting.Witness witness(String target, Truth truth) {
    boolean remembers = world.setting.witness() == Witness.REMEMBERS && truth.seen();
    return remembers ? world.deeds.of(target, world.clocks.skew()) : Sighting.Witness.NONE;
  }

  @Override
  public List<Precondition> recheck(Target target, Deadline deadline) {
    return trace.call(Call.RECHECK, () -> {
      int i = world.setting.index(target.name());
      Truth truth = world.cluster.truth(i, world.now());
      trace.checked(i, truth);
      return world.cluster.preconditions(i, truth);
    });
  }
}
