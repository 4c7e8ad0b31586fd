package dev.tocsin.k8s.witness;

import static java.util.stream.Collectors.toMap;

import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Sighting.PastAlert;
import dev.tocsin.incident.Sighting.PastAttempt;
import dev.tocsin.incident.Telling;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What was read in this round of our own Events, and what follows from them. One for a round. May
 * be used by several threads.
 */
public final class Chronicle {

  private static final Comparator<Entry> BY_BIRTH = Comparator.comparing(Entry::at)
      .thenComparing(e -> e.incident().openedAt())
      .thenComparing(e -> e.incident().round());

  private final String owner;
  private final Map<String, Map<String, Entry>> byTarget = new TreeMap<>();
  private final Map<String, Map<String, Entry>> byWorkload = new TreeMap<>();
  private boolean listening;

  /**
   * Nothing is known yet.
   *
   * @param owner which installation we are: two of them may watch the same target
   */
  public Chronicle(String owner) {
    this.owner = owner;
  }

  /** Which installation we are. */
  public String owner() {
    return owner;
  }

  /**
   * Events that carry our label were read, ours and those of other installations; there may be
   * none. What cannot be understood, or is not ours, is passed over.
   */
  public synchronized void heard(Collection<Event> events) {
    listening = true;
    events.stream().filter(Objects::nonNull).forEach(this::wrote);
  }

  /** One of our Events was written, or read by itself. */
  public synchronized void wrote(Event event) {
    Entry.read(event).filter(e -> e.owner().equals(owner)).ifPresent(this::put);
  }

  private void put(Entry entry) {
    String name = entry.namespace() + "/" + entry.name();
    byTarget.computeIfAbsent(entry.incident().target(), t -> new TreeMap<>()).put(name, entry);
    if (!entry.about().uid().isEmpty()) {
      byWorkload.computeIfAbsent(entry.about().uid(), uid -> new TreeMap<>()).put(name, entry);
    }
  }

  /** Whether Events were read at all: else nothing follows from one that is not known. */
  public synchronized boolean listening() {
    return listening;
  }

  /** One of our Events, if it was read. */
  public Optional<Entry> entry(IncidentId incident, String part) {
    return about(incident.target()).stream()
        .filter(e -> e.incident().equals(incident) && e.part().equals(part))
        .findFirst();
  }

  /** The Event of an attempt of ours, if it was read. */
  public Optional<Entry> attempt(String key) {
    return Mark.incident(key)
        .flatMap(incident -> about(incident.target()).stream()
            .filter(e -> e.deed() == Deed.ATTEMPTED && e.key().equals(key))
            .findFirst());
  }

  /** What was last said to hold the repair in an incident. */
  public Optional<Entry> lastHeld(IncidentId incident) {
    return about(incident.target()).stream()
        .filter(e -> e.deed() == Deed.HELD && e.incident().equals(incident))
        .max(Comparator.comparing(Entry::seen));
  }

  /**
   * What is remembered of our deeds about a target: also what was attempted on its workload for
   * another target, which it may have been called before (F48), and is known to have taken effect:
   * who made it is charged for the rest.
   *
   * @param workload what runs it, with its uid
   * @param marked what a restart may have left its mark on: ReplicaSets and pods of the workload
   */
  public Sighting.Witness witness(
      String target, Optional<Subject> workload, Collection<? extends HasMetadata> marked) {
    List<Entry> about = about(target);
    List<Entry> onIt = workload.map(this::on).orElse(List.of());
    Stream<PastAttempt> byEvents = Stream.concat(
            about.stream().filter(Entry::mayHaveTakenEffect),
            onIt.stream().filter(Entry::tookEffect))
        .map(e -> new PastAttempt(e.key(), e.at()));
    Stream<PastAttempt> byMarks =
        marked.stream().flatMap(object -> marked(object, target).stream());
    return new Sighting.Witness(
        earliest(Stream.concat(byEvents, byMarks)), told(about), over(about));
  }

  /** The latest alert, unless its end was told too: of older ones nothing is owed any more. */
  private static Optional<PastAlert> told(List<Entry> about) {
    return about.stream()
        .filter(e -> e.deed() == Deed.ALERTED)
        .max(BY_BIRTH)
        .map(Entry::incident)
        .filter(incident -> !has(about, incident, Deed.RECOVERED))
        .map(incident -> new PastAlert(
            incident, has(about, incident, Deed.GAVE_UP) ? Telling.TOLD : Telling.NOT_DUE));
  }

  private static List<IncidentId> over(List<Entry> about) {
    return about.stream()
        .filter(e -> e.deed() == Deed.RECOVERED)
        .map(Entry::incident)
        .toList();
  }

  private static boolean has(List<Entry> about, IncidentId incident, Deed deed) {
    return about.stream().anyMatch(e -> e.deed() == deed && e.incident().equals(incident));
  }

  /** What carries our mark was made by that restart, or later. */
  private Optional<PastAttempt> marked(HasMetadata marked, String target) {
    return Mark.on(marked)
        .filter(mark -> mark.owner().equals(owner) && mark.isAbout(target))
        .flatMap(mark -> Mark.begun(marked).map(at -> new PastAttempt(mark.key(), at)));
  }

  /** One for each key, in the order of time. */
  private static List<PastAttempt> earliest(Stream<PastAttempt> attempts) {
    Map<String, Instant> times =
        attempts.collect(toMap(PastAttempt::key, PastAttempt::at, (a, b) -> a.isBefore(b) ? a : b));
    return times.entrySet().stream()
        .map(e -> new PastAttempt(e.getKey(), e.getValue()))
        .sorted(Comparator.comparing(PastAttempt::at).thenComparing(PastAttempt::key))
        .toList();
  }

  private synchronized List<Entry> on(Subject workload) {
    return List.copyOf(byWorkload.getOrDefault(workload.uid(), Map.of()).values());
  }

  private synchronized List<Entry> about(String target) {
    return List.copyOf(byTarget.getOrDefault(target, Map.of()).values());
  }
}
