package dev.tocsin.k8s.witness;

import dev.tocsin.incident.IncidentId;
import dev.tocsin.k8s.api.Marks;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import io.fabric8.kubernetes.api.model.events.v1.EventSeries;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How an {@link Entry} is written as an Event, and read back. */
final class EventForm {

  private static final String INCIDENT = "tocsin.dev/incident";
  private static final String POD_UID = "tocsin.dev/pod-uid";
  private static final String KEPT = "tocsin.dev/kept";
  private static final String CONTROLLER = "tocsin.dev/tocsin";
  private static final int INSTANCE_LIMIT = 128;
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private EventForm() {}

  // Writing

  static Event write(Entry entry) {
    Event event = new EventBuilder()
        .withNewMetadata()
        .withName(entry.name())
        .withNamespace(entry.namespace())
        .withLabels(Map.of(
            Marks.MANAGED_BY, Marks.TOCSIN, Marks.TARGET, entry.incident().target()))
        .withAnnotations(annotations(entry))
        .endMetadata()
        .withEventTime(new MicroTime(MICROS.format(entry.at())))
        .withReportingController(CONTROLLER)
        .withReportingInstance(instance(entry.owner()))
        .withType(entry.deed().type())
        .withReason(entry.deed().reason())
        .withAction(entry.deed().action())
        .withNote(entry.note())
        .withRegarding(entry.about().reference())
        .build();
    entry.victim().map(Subject::reference).ifPresent(event::setRelated);
    return event;
  }

  private static Map<String, String> annotations(Entry entry) {
    Map<String, String> all = new TreeMap<>();
    all.put(Marks.OWNER, entry.owner());
    all.put(INCIDENT, entry.incident().toString());
    entry.victim().ifPresent(v -> all.put(POD_UID, v.uid()));
    return all;
  }

  private static String instance(String owner) {
    return owner.length() <= INSTANCE_LIMIT ? owner : owner.substring(0, INSTANCE_LIMIT);
  }

  /** A merge patch that says what became of an attempt. */
  static Map<String, ?> became(Became became) {
    return annotation(Marks.OUTCOME, became.word());
  }

  /**
   * A merge patch that gives an Event another hour. What lasts is seen once more; an attempt is not
   * made once more, so its Event does not say so.
   */
  static Map<String, ?> kept(Entry entry, Instant now) {
    String time = MICROS.format(now);
    return entry.deed() == Deed.ATTEMPTED
        ? annotation(KEPT, time)
        : Map.of("series", Map.of("count", entry.times() + 1, "lastObservedTime", time));
  }

  private static Map<String, ?> annotation(String name, String value) {
    return Map.of("metadata", Map.of("annotations", Map.of(name, value)));
  }

  // Reading

  static Optional<Entry> read(Event event) {
    ObjectMeta meta = Optional.ofNullable(event.getMetadata()).orElseGet(ObjectMeta::new);
    Map<String, String> notes = Optional.ofNullable(meta.getAnnotations()).orElse(Map.of());
    Optional<String> owner = Optional.ofNullable(notes.get(Marks.OWNER));
    Optional<IncidentId> incident = Optional.ofNullable(notes.get(INCIDENT))
        .flatMap(EventForm::incident)
        .filter(id -> id.target().equals(label(meta)));
    Optional<Instant> at = time(event.getEventTime()).or(() -> Mark.made(event));
    if (owner.isEmpty() || incident.isEmpty() || at.isEmpty() || event.getRegarding() == null) {
      return Optional.empty();
    }
    return part(meta, incident.get(), owner.get())
        .flatMap(part -> deed(event, part)
            .map(deed -> new Entry(
                deed,
                owner.get(),
                incident.get(),
                part,
                Subject.of(event.getRegarding()),
                victim(event, notes),
                Optional.ofNullable(event.getNote()).orElse(""),
                at.get(),
                seen(event, notes, at.get()),
                times(event),
                Became.parse(notes.getOrDefault(Marks.OUTCOME, "")))));
  }

  private static Optional<Deed> deed(Event event, String part) {
    return Arrays.stream(Deed.values())
        .filter(d -> d.reason().equals(event.getReason()) && d.names(part))
        .findFirst();
  }

  private static Optional<IncidentId> incident(String text) {
    try {
      return Optional.of(IncidentId.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What stands between incident and owner in a name that is computed from both. */
  private static Optional<String> part(ObjectMeta meta, IncidentId incident, String owner) {
    String start = incident.toString().toLowerCase(Locale.ROOT) + "-";
    String end = "." + Hash.of(owner);
    return Optional.ofNullable(meta.getName())
        .filter(n -> n.length() > start.length() + end.length())
        .filter(n -> n.startsWith(start) && n.endsWith(end))
        .map(n -> n.substring(start.length(), n.length() - end.length()));
  }

  private static String label(ObjectMeta meta) {
    return Optional.ofNullable(meta.getLabels())
        .flatMap(l -> Optional.ofNullable(l.get(Marks.TARGET)))
        .orElse("");
  }

  /** The uid is what binds: what the server may set in a reference is not relied upon. */
  private static Optional<Subject> victim(Event event, Map<String, String> notes) {
    return Optional.ofNullable(event.getRelated())
        .map(Subject::of)
        .filter(pod -> pod.uid().equals(notes.get(POD_UID)) && !pod.uid().isEmpty())
        .filter(pod -> pod.namespace().equals(event.getMetadata().getNamespace()))
        .filter(pod -> !pod.name().isEmpty());
  }

  private static Instant seen(Event event, Map<String, String> notes, Instant at) {
    Optional<Instant> lately = Optional.ofNullable(event.getSeries())
        .map(EventSeries::getLastObservedTime)
        .flatMap(EventForm::time)
        .or(() -> Optional.ofNullable(notes.get(KEPT)).flatMap(Mark::time));
    return lately.filter(at::isBefore).orElse(at);
  }

  private static Optional<Instant> time(MicroTime time) {
    return Optional.ofNullable(time)
        .flatMap(t -> Optional.ofNullable(t.getTime()))
        .flatMap(Mark::time);
  }

  private static int times(Event event) {
    return Optional.ofNullable(event.getSeries())
        .flatMap(s -> Optional.ofNullable(s.getCount()))
        .filter(count -> count > 1 && count < Integer.MAX_VALUE)
        .orElse(1);
  }
}
