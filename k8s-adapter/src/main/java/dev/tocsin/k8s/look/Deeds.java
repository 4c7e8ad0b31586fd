package dev.tocsin.k8s.look;

import dev.tocsin.incident.Sighting.Witness;
import dev.tocsin.k8s.witness.Chronicle;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * What a look needs of the chronicle of our deeds.
 *
 * @param owner which installation we are
 * @param heard is told, once in a look, the Events that carry our label
 * @param witness knows what is remembered about a target, by its name and what may bear our mark
 */
record Deeds(
    String owner,
    Consumer<Collection<Event>> heard,
    BiFunction<String, List<HasMetadata>, Witness> witness) {

  static Deeds of(Chronicle chronicle) {
    return new Deeds(chronicle.owner(), chronicle::heard, chronicle::witness);
  }
}
