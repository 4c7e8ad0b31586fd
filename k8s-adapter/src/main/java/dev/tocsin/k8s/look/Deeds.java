package dev.tocsin.k8s.look;

import dev.tocsin.incident.Sighting.Witness;
import dev.tocsin.k8s.witness.Chronicle;
import dev.tocsin.k8s.witness.Subject;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * What a look needs of the chronicle of our deeds.
 *
 * @param owner which installation we are
 * @param heard is told, once in a look, the Events that carry our label
 * @param witness knows what is remembered about a target, by its name and how its workload stands,
 *     if it has one
 */
record Deeds(
    String owner,
    Consumer<Collection<Event>> heard,
    BiFunction<String, Optional<Situation>, Witness> witness) {

  static Deeds of(Chronicle chronicle) {
    return new Deeds(
        chronicle.owner(),
        chronicle::heard,
        (target, situation) -> chronicle.witness(
            target,
            situation.flatMap(Situation::object).map(Subject::of),
            situation.map(Situation::marked).orElse(List.of())));
  }
}
