package dev.tocsin.k8s.look;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** An Event of a test, a minute old: a warning, unless it is said whose it is. */
final class EventThing implements Thing {

  private final EventBuilder event;

  EventThing(String reason) {
    event = new EventBuilder()
        .withNewMetadata()
        .withNamespace(NAMESPACE)
        .withName("event-" + reason.toLowerCase(Locale.ROOT))
        .endMetadata()
        .withReason(reason)
        .withType("Warning");
    at(Thing.minutes(1));
  }

  EventThing at(Duration ago) {
    event.editMetadata().withCreationTimestamp(Thing.ago(ago)).endMetadata();
    return this;
  }

  EventThing about(String kind, String name) {
    event.withNewRegarding().withKind(kind).withName(name).endRegarding();
    return this;
  }

  EventThing saying(String note) {
    event.withNote(note);
    return this;
  }

  /** Made by an installation of ours. */
  EventThing by(String owner) {
    event
        .withType("Normal")
        .editMetadata()
        .addToLabels("app.kubernetes.io/managed-by", "tocsin")
        .addToAnnotations("tocsin.dev/owner", owner)
        .endMetadata();
    return this;
  }

  EventThing of(String target) {
    event.editMetadata().addToLabels("tocsin.dev/target", target).endMetadata();
    return this;
  }

  EventThing outcome(String word) {
    event.editMetadata().addToAnnotations("tocsin.dev/outcome", word).endMetadata();
    return this;
  }

  @Override
  public List<HasMetadata> objects() {
    return List.of(event.build());
  }
}
