package dev.tocsin.simulation.contract;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Target;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Effects;
import dev.tocsin.round.IncidentStore;
import dev.tocsin.round.Observer;
import dev.tocsin.round.Recorded;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** All ports of one round, with a trap at every call. */
record TrappedPorts(IncidentStore store, World world, Trap trap)
    implements IncidentStore, Observer, Effects {

  @Override
  public Loaded load() {
    return trap.call("load", store::load);
  }

  @Override
  public Written write(Ledger next, Version base) {
    return trap.call("write", () -> store.write(next, base));
  }

  @Override
  public Map<String, Sighting> look(Collection<Target> targets, Deadline deadline) {
    return trap.call("look", () -> world.look(targets, deadline));
  }

  @Override
  public List<Precondition> recheck(Target target, Deadline deadline) {
    return trap.call("recheck", () -> world.recheck(target, deadline));
  }

  @Override
  public Outcome tell(Recorded<Notice> notice, Deadline deadline) {
    return trap.call("tell", () -> world.tell(notice, deadline));
  }

  @Override
  public Outcome remediate(Recorded<Attempt> attempt, Deadline deadline) {
    return trap.call("remediate", () -> world.remediate(attempt, deadline));
  }

  @Override
  public Outcome find(Recorded<Attempt> attempt, Deadline deadline) {
    return trap.call("find", () -> world.find(attempt, deadline));
  }
}
