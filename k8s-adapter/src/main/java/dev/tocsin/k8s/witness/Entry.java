package dev.tocsin.k8s.witness;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.IncidentId;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One Event of ours: what we did, about what, and when. Its name is computed from what it is about,
 * so that writing it twice is refused by the server.
 *
 * @param deed what we did
 * @param owner which installation did it
 * @param incident for which incident
 * @param part what tells it from the incident's other Events, for example {@code remediate-1}
 * @param about the workload or node
 * @param victim the pod that an attempt is bound to
 * @param note for people, one line
 * @param at when it was written
 * @param seen when it was last confirmed
 * @param times how often it was written or confirmed
 * @param became what became of an attempt
 */
public record Entry(
    Deed deed,
    String owner,
    IncidentId incident,
    String part,
    Subject about,
    Optional<Subject> victim,
    String note,
    Instant at,
    Instant seen,
    int times,
    Became became) {

  public Entry {
    Objects.requireNonNull(deed);
    Objects.requireNonNull(victim);
    Objects.requireNonNull(became);
    if (!deed.names(part) || times < 1) {
      throw new IllegalArgumentException("impossible Event " + part + " of " + incident);
    }
    note = Note.fit(note);
  }

  /** Something that is written for the first time. */
  public Entry(
      Deed deed,
      String owner,
      IncidentId incident,
      String part,
      Subject about,
      Optional<Subject> victim,
      String note,
      Instant at) {
    this(deed, owner, incident, part, about, victim, note, at, at, 1, Became.OPEN);
  }

  /** An attempt that is to be made, bound to its victim if it has one. */
  public static Entry attempt(
      Attempt attempt,
      String owner,
      Subject about,
      Optional<Subject> victim,
      String note,
      Instant at) {
    return new Entry(
        Deed.ATTEMPTED, owner, attempt.incident(), part(attempt), about, victim, note, at);
  }

  private static String part(Attempt attempt) {
    return attempt.key().substring(attempt.incident().toString().length() + 1);
  }

  /** Reads an Event of ours or of another installation; empty if it is neither, or damaged. */
  public static Optional<Entry> read(Event event) {
    return EventForm.read(event);
  }

  /** As the API server keeps it. */
  public Event event() {
    return EventForm.write(this);
  }

  /** A merge patch of its Event that says what became of an attempt. */
  public static Map<String, ?> patch(Became became) {
    return EventForm.became(became);
  }

  /** A merge patch of its Event that gives it another hour. */
  public Map<String, ?> kept(Instant now) {
    return EventForm.kept(this, now);
  }

  /** For example {@code frigate-r42-20261122t224105z-remediate-1.1a2b3c4d}. */
  public String name() {
    return name(incident, part, owner);
  }

  /** The name of an Event, computed from what it is about. */
  public static String name(IncidentId incident, String part, String owner) {
    return (incident + "-" + part).toLowerCase(Locale.ROOT) + "." + Hash.of(owner);
  }

  /** The name of an attempt's Event. */
  public static String name(Attempt attempt, String owner) {
    return name(attempt.incident(), part(attempt), owner);
  }

  /** Where it is kept. */
  public String namespace() {
    return about.eventsIn();
  }

  /** Of an attempt: its key. */
  String key() {
    return incident + "-" + part;
  }

  /** Whether it is known that an attempt took effect. */
  boolean tookEffect() {
    return deed == Deed.ATTEMPTED && became == Became.DONE;
  }

  /** Whether an attempt took effect, or may have. */
  boolean mayHaveTakenEffect() {
    return deed == Deed.ATTEMPTED && became != Became.NOT_DONE;
  }
}
