package dev.tocsin.k8s.look;

import static java.util.stream.Collectors.groupingBy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.events.v1.EventSeries;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Events of a namespace, found by what they are about. */
final class Notes {

  static final Notes NONE = new Notes(List.of());

  private final Map<String, List<Event>> about;

  Notes(List<Event> all) {
    about = all.stream().collect(groupingBy(e -> subject(Optional.ofNullable(e.getRegarding()))));
  }

  private static String subject(Optional<ObjectReference> of) {
    return of.map(o -> Filled.text(o.getKind()) + "/" + Filled.text(o.getName()))
        .orElse("");
  }

  Stream<Event> all() {
    return about.values().stream().flatMap(List::stream);
  }

  List<Event> about(String kind, String name) {
    return about.getOrDefault(kind + "/" + name, List.of());
  }

  /** What the newest of that reason says of an object. */
  Optional<String> latest(String reason, String kind, String name) {
    return about(kind, name).stream()
        .filter(event -> reason.equals(event.getReason()))
        .max(Comparator.comparing(event -> time(event).orElse(Instant.MIN)))
        .map(event -> Filled.text(event.getNote()).strip());
  }

  /** When it was seen last. */
  static Optional<Instant> time(Event event) {
    Optional<EventSeries> series = Optional.ofNullable(event.getSeries());
    return Stream.of(
            series.map(EventSeries::getLastObservedTime).map(MicroTime::getTime),
            Optional.ofNullable(event.getEventTime()).map(MicroTime::getTime),
            Optional.ofNullable(event.getDeprecatedLastTimestamp()),
            created(event))
        .flatMap(Optional::stream)
        .flatMap(text -> Times.at(text).stream())
        .filter(Objects::nonNull)
        .max(Instant::compareTo);
  }

  private static Optional<String> created(HasMetadata event) {
    return Optional.of(Meta.of(event)).map(meta -> meta.meta().getCreationTimestamp());
  }
}
