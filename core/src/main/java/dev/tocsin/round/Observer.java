package dev.tocsin.round;

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
