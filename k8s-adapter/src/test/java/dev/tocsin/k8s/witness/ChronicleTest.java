package dev.tocsin.k8s.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Sighting.PastAlert;
import dev.tocsin.incident.Sighting.PastAttempt;
import dev.tocsin.incident.Sighting.Witness;
import dev.tocsin.incident.Telling;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is remembered of us, and what only looks like it. */
class ChronicleTest {

  private static final String OWNER = "monitoring/tocsin";
  private static final Instant NIGHT = Instant.parse("2026-11-22T22:41:05Z");
  private static final IncidentId INCIDENT = new IncidentId("frigate", 42, NIGHT);
  private static final Subject FRIGATE =
      new Subject("apps/v1", "Deployment", "cams", "frigate", "uid-of-frigate");
  private static final Subject POD = new Subject("v1", "Pod", "cams", "frigate-a", "uid-of-a");

  private final Chronicle chronicle = new Chronicle(OWNER);

  // Told

  // F39
  @Test
  void an_alert_that_somebody_has_is_not_forgotten_with_the_ledger() {
    hear(told(Deed.ALERTED, INCIDENT, 0));
    assertThat(witness().told()).contains(new PastAlert(INCIDENT, Telling.NOT_DUE));
  }

  @Test
  void a_human_who_was_asked_for_is_not_asked_for_again() {
    hear(told(Deed.ALERTED, INCIDENT, 0), told(Deed.GAVE_UP, INCIDENT, 60));
    assertThat(witness().told()).contains(new PastAlert(INCIDENT, Telling.TOLD));
  }

  @Test
  void an_incident_whose_end_was_told_is_over() {
    hear(told(Deed.ALERTED, INCIDENT, 0), told(Deed.RECOVERED, INCIDENT, 20));
    assertThat(witness()).isEqualTo(new Witness(List.of(), Optional.empty(), List.of(INCIDENT)));
  }

  @Test
  void the_end_of_the_last_incident_does_not_end_this_one() {
    IncidentId next = new IncidentId("frigate", 60, NIGHT.plusSeconds(1800));
    hear(
        told(Deed.ALERTED, INCIDENT, 0),
        told(Deed.RECOVERED, INCIDENT, 20),
        told(Deed.ALERTED, next, 30));
    assertThat(witness().told()).contains(new PastAlert(next, Telling.NOT_DUE));
  }

  /** The next alert told its end too, or nobody will tell it any more. */
  @Test
  void an_older_incident_whose_end_nobody_wrote_down_does_not_come_back() {
    IncidentId next = new IncidentId("frigate", 60, NIGHT.plusSeconds(1800));
    hear(
        told(Deed.ALERTED, INCIDENT, 0),
        told(Deed.ALERTED, next, 30),
        told(Deed.RECOVERED, next, 40));
    assertThat(witness().told()).isEmpty();
  }

  /** F84: the second one's id is the earlier one. */
  @Test
  void a_clock_that_went_back_between_two_incidents_does_not_mix_them_up() {
    IncidentId next = new IncidentId("frigate", 60, NIGHT.minusSeconds(3600));
    hear(
        told(Deed.ALERTED, INCIDENT, 0),
        told(Deed.RECOVERED, INCIDENT, 20),
        told(Deed.ALERTED, next, 30));
    assertThat(witness().told()).contains(new PastAlert(next, Telling.NOT_DUE));
  }

  // Attempted

  @Test
  void an_attempt_counts_unless_it_is_known_that_it_did_nothing() {
    hear(
        attempt(1, Became.DONE, 0),
        attempt(2, Became.OPEN, 10),
        attempt(3, Became.NOT_DONE, 20),
        attempt(4, Became.UNCLEAR, 30),
        attempt(5, Became.REFUSED, 40));
    assertThat(witness().attempts())
        .containsExactly(past(1, 0), past(2, 10), past(4, 30), past(5, 40));
  }

  // F08, F39
  @Test
  void a_restart_is_remembered_by_its_mark_from_the_time_of_the_first_that_carries_it() {
    hear(attempt(1, Became.DONE, 5));
    assertThat(chronicle
            .witness(
                "frigate",
                Optional.empty(),
                List.of(
                    replicaSet(1, OWNER, 6),
                    pod(2, OWNER, 30),
                    pod(2, OWNER, 20),
                    replicaSet(2, OWNER, 25)))
            .attempts())
        .containsExactly(past(1, 5), past(2, 20));
  }

  // F65
  @Test
  void a_pod_that_was_made_from_a_marked_template_later_is_no_new_attempt() {
    HasMetadata pod = pod(1, OWNER, 50);
    pod.getMetadata()
        .setAnnotations(new Mark(key(1), OWNER).annotations(NIGHT.plus(Duration.ofMinutes(2))));
    assertThat(chronicle.witness("frigate", Optional.empty(), List.of(pod)).attempts())
        .containsExactly(past(1, 2));
  }

  // F48
  @Test
  void what_was_attempted_on_a_workload_counts_for_every_target_that_it_is() {
    hear(
        attempt(1, Became.DONE, 5), attempt(2, Became.REFUSED, 6), told(Deed.ALERTED, INCIDENT, 0));
    assertThat(chronicle.witness("nvr", Optional.of(FRIGATE), List.of()))
        .isEqualTo(new Witness(List.of(past(1, 5)), Optional.empty(), List.of()));
    Subject other = new Subject("apps/v1", "Deployment", "cams", "frigate", "uid-of-another");
    assertThat(chronicle.witness("nvr", Optional.of(other), List.of())).isEqualTo(Witness.NONE);
    Subject nobody = new Subject("apps/v1", "Deployment", "cams", "frigate", "");
    assertThat(chronicle.witness("nvr", Optional.of(nobody), List.of())).isEqualTo(Witness.NONE);
  }

  @Test
  void marks_of_others_and_of_other_targets_are_no_witness() {
    HasMetadata damaged = pod("no key", OWNER, 0);
    assertThat(chronicle.witness(
            "frigate",
            Optional.empty(),
            List.of(
                pod(1, "somebody/else", 0),
                pod("plex-r1-20261122T224105Z-remediate-1", OWNER, 0),
                pod(INCIDENT + "-remediate-", OWNER, 0),
                pod(INCIDENT + "-remediate-0", OWNER, 0),
                pod("-remediate-1", OWNER, 0),
                damaged,
                new PodBuilder().build(),
                new ReplicaSetBuilder().build())))
        .isEqualTo(Witness.NONE);
  }

  // F83
  @Test
  void what_another_installation_did_is_not_ours() {
    Chronicle theirs = new Chronicle("other/tocsin");
    theirs.heard(
        List.of(event(attempt(1, Became.DONE, 0)), event(told(Deed.ALERTED, INCIDENT, 0))));
    assertThat(theirs.witness("frigate", Optional.empty(), List.of(replicaSet(3, OWNER, 7))))
        .isEqualTo(Witness.NONE);
  }

  // Damaged, or hostile

  @Test
  void an_event_that_somebody_edited_is_passed_over() {
    assertPassedOver(e -> e.getMetadata().getAnnotations().put("tocsin.dev/owner", "somebody"));
    assertPassedOver(e -> e.getMetadata().getAnnotations().remove("tocsin.dev/owner"));
    assertPassedOver(e -> e.getMetadata().getAnnotations().put("tocsin.dev/incident", "frigate"));
    assertPassedOver(e -> e.getMetadata()
        .getAnnotations()
        .put("tocsin.dev/incident", "frigate-r43-20261122T224105Z"));
    assertPassedOver(e -> e.getMetadata().getLabels().put("tocsin.dev/target", "plex"));
    assertPassedOver(e -> e.getMetadata().setLabels(null));
    assertPassedOver(e -> e.getMetadata().setAnnotations(null));
    assertPassedOver(e -> e.getMetadata().setName("frigate.17f3"));
    assertPassedOver(e -> e.getMetadata().setName(null));
    assertPassedOver(e -> e.setMetadata(null));
    assertPassedOver(e -> e.setReason("Recovered"));
    assertPassedOver(e -> e.setReason(null));
    assertPassedOver(e -> e.setRegarding(null));
    assertPassedOver(e -> {
      e.getMetadata().setCreationTimestamp("yesterday");
      e.setEventTime(null);
    });
  }

  @Test
  void an_event_of_another_target_is_passed_over() {
    hear(told(Deed.ALERTED, new IncidentId("plex", 1, NIGHT), 0));
    assertThat(witness()).isEqualTo(Witness.NONE);
  }

  @Test
  void a_pod_that_an_event_is_not_bound_to_is_no_victim() {
    Event event = event(attempt(1, Became.OPEN, 0));
    assertThat(Entry.read(event).orElseThrow().victim()).contains(POD);
    event.getRelated().setNamespace("elsewhere");
    assertThat(Entry.read(event).orElseThrow().victim()).isEmpty();
    event.getRelated().setNamespace("cams");
    event.getRelated().setUid("another");
    assertThat(Entry.read(event).orElseThrow().victim()).isEmpty();
  }

  // What an Event says

  @Test
  void an_event_is_read_as_it_was_written() {
    Entry entry = attempt(7, Became.OPEN, 3);
    Event event = entry.event();
    assertThat(Entry.read(event)).contains(entry);
    assertThat(event.getMetadata().getName())
        .isEqualTo("frigate-r42-20261122t224105z-remediate-7." + Hash.of(OWNER));
    assertThat(event.getMetadata().getLabels())
        .isEqualTo(
            Map.of("app.kubernetes.io/managed-by", "tocsin", "tocsin.dev/target", "frigate"));
  }

  @Test
  void an_event_about_a_node_is_kept_where_the_server_takes_it() {
    Subject node = new Subject("v1", "Node", "", "still-fawn", "");
    Entry entry = new Entry(
        Deed.ALERTED, OWNER, INCIDENT, "alert", node, Optional.empty(), "not ready", NIGHT);
    assertThat(entry.event().getMetadata().getNamespace()).isEqualTo("default");
    assertThat(Entry.read(entry.event())).contains(entry);
  }

  @Test
  void a_hostile_symptom_makes_no_second_line_and_no_event_that_is_refused() {
    String hostile = "down\r\nX: y\u2028z \u202e" + "\ud83d\udd14".repeat(600);
    String note = new Entry(
            Deed.ALERTED, OWNER, INCIDENT, "alert", FRIGATE, Optional.empty(), hostile, NIGHT)
        .event()
        .getNote();
    assertThat(note).startsWith("down X: y z ").endsWith("\ud83d\udd14…");
    assertThat(note.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
        .isBetween(Note.LIMIT - 4, Note.LIMIT);
  }

  @Test
  void what_holds_now_is_what_was_said_last() {
    Entry node = held("held-00000001", 0, 30);
    hear(node, held("held-00000002", 10, 10));
    assertThat(chronicle.lastHeld(INCIDENT)).contains(node);
    assertThat(chronicle.lastHeld(new IncidentId("frigate", 43, NIGHT))).isEmpty();
  }

  private void hear(Entry... entries) {
    chronicle.heard(List.of(entries).stream().map(ChronicleTest::event).toList());
  }

  private Witness witness() {
    return chronicle.witness("frigate", Optional.empty(), List.of());
  }

  private void assertPassedOver(Consumer<Event> damage) {
    Event event = new EventBuilder(event(told(Deed.ALERTED, INCIDENT, 0))).build();
    damage.accept(event);
    chronicle.heard(List.of(event));
    assertThat(witness()).isEqualTo(Witness.NONE);
  }

  /** With what the server and a round add to it. */
  private static Event event(Entry entry) {
    Event event = entry.event();
    event.getMetadata().setCreationTimestamp(entry.at().toString());
    event
        .getMetadata()
        .getAnnotations()
        .put("tocsin.dev/outcome", entry.became().word());
    return entry.seen().equals(entry.at())
        ? event
        : new EventBuilder(event)
            .withNewSeries()
            .withCount(2)
            .withNewLastObservedTime(entry.seen().toString())
            .endSeries()
            .build();
  }

  private static Entry told(Deed deed, IncidentId incident, int minutes) {
    Instant at = NIGHT.plus(Duration.ofMinutes(minutes));
    return new Entry(deed, OWNER, incident, deed.word(), FRIGATE, Optional.empty(), "", at);
  }

  private static Entry attempt(int number, Became became, int minutes) {
    Instant at = NIGHT.plus(Duration.ofMinutes(minutes));
    String part = "remediate-" + number;
    return new Entry(
        Deed.ATTEMPTED, OWNER, INCIDENT, part, FRIGATE, Optional.of(POD), "", at, at, 1, became);
  }

  private static Entry held(String part, int minutes, int seen) {
    Instant at = NIGHT.plus(Duration.ofMinutes(minutes));
    Instant last = NIGHT.plus(Duration.ofMinutes(seen));
    int times = seen == minutes ? 1 : 2;
    return new Entry(
        Deed.HELD,
        OWNER,
        INCIDENT,
        part,
        FRIGATE,
        Optional.empty(),
        "",
        at,
        last,
        times,
        Became.OPEN);
  }

  private static PastAttempt past(int number, int minutes) {
    return new PastAttempt(key(number), NIGHT.plus(Duration.ofMinutes(minutes)));
  }

  private static String key(int number) {
    return INCIDENT + "-remediate-" + number;
  }

  /** Without the time that we write beside it: somebody may have taken it away. */
  private static Map<String, String> mark(String key, String owner) {
    return Map.of("tocsin.dev/attempt", key, "tocsin.dev/owner", owner);
  }

  private static HasMetadata pod(int number, String owner, int minutes) {
    return pod(key(number), owner, minutes);
  }

  private static HasMetadata pod(String key, String owner, int minutes) {
    return new PodBuilder()
        .withNewMetadata()
        .withCreationTimestamp(NIGHT.plus(Duration.ofMinutes(minutes)).toString())
        .withAnnotations(mark(key, owner))
        .endMetadata()
        .build();
  }

  private static HasMetadata replicaSet(int number, String owner, int minutes) {
    return new ReplicaSetBuilder()
        .withNewMetadata()
        .withCreationTimestamp(NIGHT.plus(Duration.ofMinutes(minutes)).toString())
        .endMetadata()
        .withNewSpec()
        .withNewTemplate()
        .withNewMetadata()
        .withAnnotations(mark(key(number), owner))
        .endMetadata()
        .endTemplate()
        .endSpec()
        .build();
  }
}
