package dev.tocsin.round;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Precondition.Verdict;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Target;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Port: what looks at the world. Changes nothing in it. */
public interface Observer {

  /**
   * Looks at every target.
   *
   * @param targets what to look at
   * @param deadline when to be back; what was not seen by then is left out
   * @return sightings by target name; a missing one counts as not seen
   */
  Map<String, Sighting> look(Collection<Target> targets, Deadline deadline);

  /**
   * Looks at every target with what is remembered at hand, such as where one was last seen to run.
   * By default that is not used.
   *
   * @param remembered the ledger; nothing of it is to be believed where the world can be asked
   */
  default Map<String, Sighting> look(
      Collection<Target> targets, Ledger remembered, Deadline deadline) {
    return look(targets, deadline);
  }

  /** Reads a target's preconditions once more, as below, with what is remembered at hand. */
  default List<Precondition> recheck(Target target, Ledger remembered, Deadline deadline) {
    return recheck(target, deadline);
  }

  /**
   * Reads a target's preconditions once more, right before it is acted on. By default it is looked
   * at once more; not to be seen then blocks.
   *
   * @return every precondition that was asked for
   */
  default List<Precondition> recheck(Target target, Deadline deadline) {
    Sighting again = look(List.of(target), deadline).get(target.name());
    return again == null
        ? List.of(new Precondition("sight", target.name(), Verdict.UNKNOWN, "it was not seen"))
        : again.preconditions();
  }
}
