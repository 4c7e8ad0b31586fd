package dev.tocsin.k8s.act;

import dev.tocsin.incident.Incident;
import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Memory;
import dev.tocsin.incident.Recovery;
import dev.tocsin.incident.Telling;
import dev.tocsin.k8s.witness.Deed;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * An incident that somebody was told of and not yet of its end: what the cluster is to remember.
 *
 * @param incident which
 * @param since its first failure
 * @param symptom what was seen last
 * @param deeds what was told of it
 */
record Told(IncidentId incident, Instant since, String symptom, Set<Deed> deeds) {

  /** What is remembered of a target, if there is such an incident. */
  static Optional<Told> of(Memory memory) {
    return memory
        .incident()
        .filter(i -> i.alert() == Telling.TOLD)
        .map(i -> new Told(i.id(), i.opened().at(), i.symptom(), deeds(i)))
        .or(() -> memory.recovery().filter(r -> r.alert() == Telling.TOLD).map(Told::closed));
  }

  private static Told closed(Recovery recovery) {
    return new Told(recovery.id(), recovery.since(), recovery.symptom(), Set.of(Deed.ALERTED));
  }

  private static Set<Deed> deeds(Incident incident) {
    return incident.gaveUp() == Telling.TOLD
        ? EnumSet.of(Deed.ALERTED, Deed.GAVE_UP)
        : EnumSet.of(Deed.ALERTED);
  }
}
