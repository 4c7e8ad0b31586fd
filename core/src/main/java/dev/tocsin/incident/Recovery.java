package dev.tocsin.incident;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A closed incident whose Recovery is owed.
 *
 * @param id the incident
 * @param since its first failure
 * @param until the first of the passes that closed it
 * @param symptom what was seen last of it
 * @param cause what held its repair, if it was held
 * @param alert whether its Alert was told; if not, the Recovery tells both
 * @param attempts attempts charged
 * @param relapses failures after a pass
 * @param earlier an older incident whose end nobody was told of
 */
public record Recovery(
    IncidentId id,
    Instant since,
    Instant until,
    String symptom,
    Optional<String> cause,
    Telling alert,
    int attempts,
    int relapses,
    Optional<Incident.Earlier> earlier) {

  public Recovery {
    Objects.requireNonNull(id);
    symptom = Text.oneLine(symptom);
  }

  static Recovery of(Incident incident, Instant passing) {
    Instant since = incident.opened().at();
    return new Recovery(
        incident.id(),
        since,
        passing.isBefore(since) ? since : passing,
        incident.symptom(),
        incident.cause(),
        incident.alert(),
        incident.attempts(),
        incident.relapses(),
        incident.earlier());
  }

  /** A new Alert takes this in, and what this had taken in: one span from the oldest beginning. */
  Incident.Earlier earlierThanNow() {
    return earlier
        .map(e -> new Incident.Earlier(e.id(), e.since(), until, e.alert()))
        .orElse(new Incident.Earlier(id, since, until, alert));
  }
}
