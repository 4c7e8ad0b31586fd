package dev.tocsin.k8s.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Sighting.PastAttempt;
import dev.tocsin.incident.Sighting.Witness;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.events.v1.EventSeries;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** Whoever may write Events may write anything into them. */
class HostileEventsProperties {

  private static final String OWNER = "monitoring/tocsin";
  private static final String INCIDENT = "frigate-r42-20261122T224105Z";

  private record Saying(String reason, String part) {}

  /** Some are ours, and some only nearly. */
  private static final Arbitrary<Saying> SAYINGS = Arbitraries.of(
      new Saying("Alerted", "alert"),
      new Saying("GaveUp", "gave-up"),
      new Saying("Recovered", "recovery"),
      new Saying("Attempted", "remediate-1"),
      new Saying("Attempted", "remediate-2"),
      new Saying("Attempted", "remediate-99999999"),
      new Saying("Held", "held-0123abcd"),
      new Saying("Held", "alert"),
      new Saying("Killing", ""));

  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void no_event_and_no_mark_makes_a_round_fail(
      @ForAll("events") List<Event> events, @ForAll("pods") List<Pod> pods) {
    Chronicle chronicle = new Chronicle(OWNER);
    chronicle.heard(events);
    Witness witness = chronicle.witness("frigate", Optional.empty(), pods);
    assertThat(witness.attempts())
        .extracting(PastAttempt::key)
        .doesNotHaveDuplicates()
        .allMatch(key -> key.matches("frigate-r\\d+-\\d{8}T\\d{6}Z-remediate-\\d+"));
    assertThat(witness.told().stream())
        .allMatch(told -> told.incident().target().equals("frigate"));
    Statistics.label("some are understood")
        .collect(!witness.equals(Witness.NONE))
        .coverage(check -> check.check(true).percentage(share -> share > 10));
    chronicle.lastHeld(new IncidentId("frigate", 42, Instant.parse("2026-11-22T22:41:05Z")));
  }

  @Provide
  Arbitrary<List<Event>> events() {
    Arbitrary<Event> event = Combinators.combine(
            meta().injectNull(0.02),
            SAYINGS.injectNull(0.05),
            reference().injectNull(0.05),
            reference().injectNull(0.2),
            time().injectNull(0.1),
            series().injectNull(0.3),
            text().injectNull(0.2))
        .as((meta, saying, regarding, related, time, series, note) -> {
          Event made = new Event();
          made.setMetadata(meta);
          if (meta != null && saying != null) {
            meta.setName(name(saying.part()));
            made.setReason(saying.reason());
          }
          made.setRegarding(regarding);
          made.setRelated(related);
          made.setEventTime(time);
          made.setSeries(series);
          made.setNote(note);
          return made;
        });
    return event.injectNull(0.02).list().ofMaxSize(6);
  }

  @Provide
  Arbitrary<List<Pod>> pods() {
    return meta()
        .injectNull(0.05)
        .map(meta -> new PodBuilder().withMetadata(meta).build())
        .list()
        .ofMaxSize(3);
  }

  private static Arbitrary<ObjectMeta> meta() {
    return Combinators.combine(
            Arbitraries.of(name("alert"), "frigate.17f3", "").injectNull(0.05),
            labels().injectNull(0.05),
            annotations().injectNull(0.05),
            Arbitraries.of("2026-11-22T22:50:00Z", "2026-11-22T22:51:00Z", "yesterday", "")
                .injectNull(0.1))
        .as((name, labels, annotations, made) -> {
          ObjectMeta meta = new ObjectMeta();
          meta.setName(name);
          meta.setNamespace("cams");
          meta.setLabels(labels);
          meta.setAnnotations(annotations);
          meta.setCreationTimestamp(made);
          return meta;
        });
  }

  private static String name(String part) {
    return INCIDENT.toLowerCase() + "-" + part + "." + Hash.of(OWNER);
  }

  private static Arbitrary<Map<String, String>> labels() {
    return Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.just("frigate")), Tuple.of(1, Arbitraries.of("plex", "")))
        .injectNull(0.05)
        .map(target -> {
          Map<String, String> all = new HashMap<>();
          all.put("tocsin.dev/target", target);
          return all;
        });
  }

  private static Arbitrary<Map<String, String>> annotations() {
    return Combinators.combine(
            Arbitraries.of(OWNER, OWNER, OWNER, "other/tocsin", "").injectNull(0.05),
            Arbitraries.frequencyOf(Tuple.of(5, Arbitraries.just(INCIDENT)), Tuple.of(1, text()))
                .injectNull(0.05),
            Arbitraries.of("done", "not-done", "maybe").injectNull(0.3),
            Arbitraries.oneOf(Arbitraries.of(INCIDENT + "-remediate-1"), text()).injectNull(0.3))
        .as((owner, incident, outcome, attempt) -> {
          Map<String, String> all = new HashMap<>();
          all.put("tocsin.dev/owner", owner);
          all.put("tocsin.dev/incident", incident);
          all.put("tocsin.dev/outcome", outcome);
          all.put("tocsin.dev/attempt", attempt);
          all.put("tocsin.dev/kept", incident);
          all.put("tocsin.dev/pod-uid", "uid");
          return all;
        });
  }

  private static Arbitrary<ObjectReference> reference() {
    return Combinators.combine(text().injectNull(0.3), Arbitraries.of("uid", "", "other"))
        .as((name, uid) -> {
          ObjectReference reference = new ObjectReference();
          reference.setName(name);
          reference.setNamespace("cams");
          reference.setUid(uid);
          return reference;
        });
  }

  private static Arbitrary<MicroTime> time() {
    return Arbitraries.of("2026-11-22T22:50:00.000001Z", "+999999999-12-31T23:59:59Z", "now", "")
        .injectNull(0.1)
        .map(MicroTime::new);
  }

  private static Arbitrary<EventSeries> series() {
    return Combinators.combine(Arbitraries.integers().injectNull(0.1), time().injectNull(0.1))
        .as(EventSeries::new);
  }

  private static Arbitrary<String> text() {
    return Arbitraries.strings().all().ofMaxLength(40);
  }
}
