package dev.tocsin.runner;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Target;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Observer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One look at all targets for several rounds. Whoever looks again, looks afresh. */
final class OneLook {

  private final Observer observer;
  private final List<Target> targets;
  private final Ledger remembered;
  private Optional<Map<String, Sighting>> seen = Optional.empty();

  /**
   * Nothing was looked at yet.
   *
   * @param targets of all the rounds
   * @param remembered by all of them
   */
  OneLook(Observer observer, List<Target> targets, Ledger remembered) {
    this.observer = observer;
    this.targets = targets;
    this.remembered = remembered;
  }

  /**
   * Looks, if there is anybody to look at. If that fails the first round looks again, and says why.
   */
  void begin(Deadline deadline) {
    if (targets.isEmpty()) {
      return;
    }
    try {
      seen(deadline);
    } catch (RuntimeException e) {
      seen = Optional.empty();
    }
  }

  /** Gives a round its share of what is seen. */
  Observer share() {
    return new Share();
  }

  private Map<String, Sighting> seen(Deadline deadline) {
    Map<String, Sighting> all = seen.orElseGet(() -> observer.look(targets, remembered, deadline));
    seen = Optional.of(all);
    return all;
  }

  private final class Share implements Observer {

    private boolean looked;

    @Override
    public Map<String, Sighting> look(Collection<Target> some, Deadline deadline) {
      return look(some, remembered, deadline);
    }

    @Override
    public Map<String, Sighting> look(Collection<Target> some, Ledger own, Deadline deadline) {
      if (looked) {
        return observer.look(some, own, deadline);
      }
      looked = true;
      Map<String, Sighting> all = seen(deadline);
      Map<String, Sighting> share = new LinkedHashMap<>();
      some.forEach(target -> Optional.ofNullable(all.get(target.name()))
          .ifPresent(sighting -> share.put(target.name(), sighting)));
      return share;
    }

    @Override
    public List<Precondition> recheck(Target target, Deadline deadline) {
      return observer.recheck(target, deadline);
    }

    @Override
    public List<Precondition> recheck(Target target, Ledger own, Deadline deadline) {
      return observer.recheck(target, own, deadline);
    }
  }
}
