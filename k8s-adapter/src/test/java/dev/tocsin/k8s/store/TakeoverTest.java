package dev.tocsin.k8s.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Memory;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Plan;
import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Reason;
import dev.tocsin.incident.Remediation;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.State;
import dev.tocsin.incident.Target;
import dev.tocsin.incident.Telling;
import dev.tocsin.ledger.LedgerDocument;
import dev.tocsin.ledger.Reading;
import dev.tocsin.round.IncidentStore.Loaded;
import dev.tocsin.round.IncidentStore.Version;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntryBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** From the story's own checker to Tocsin, without a second mail and without new budgets. */
class TakeoverTest {

  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final Instant NOW = Instant.parse("2026-11-22T22:41:05Z");
  private static final Planner PLANNER = new Planner(
      List.of(Target.of("frigate", Policy.DEFAULT.remediation(Remediation.by("rolloutRestart")))),
      INTERVAL);
  private static final Observation FAILING = new Observation.Failing("HTTP 503");
  private static final Observation PASSING = new Observation.Passing("ok");

  private final List<Notice.Kind> told = new ArrayList<>();
  private final List<Instant> attempts = new ArrayList<>();

  private static Loaded.Found takenOver(Map<String, String> data, ManagedFieldsEntry... fields) {
    return Takeover.of(
        new StoryLedger(Stores.ref("cams", "frigate-checker"), "frigate"),
        new ConfigMapBuilder()
            .withNewMetadata()
            .withManagedFields(fields)
            .endMetadata()
            .withData(data)
            .build(),
        NOW);
  }

  private static Map<String, String> story(int failures, boolean alerted, String... restarts) {
    return Map.of(
        "consecutive_failures", Integer.toString(failures),
        "alert_sent_for_incident", Boolean.toString(alerted),
        "last_alert_time", alerted ? "2026-11-22T22:11:05Z" : "",
        "last_restart_times", String.join(",", restarts));
  }

  /** Rounds that all see this; what is tried is done. */
  private Ledger play(Ledger ledger, int from, int rounds, Observation seen) {
    return play(ledger, from, rounds, Sighting.of(seen));
  }

  private Ledger play(Ledger ledger, int from, int rounds, Sighting seen) {
    Ledger next = ledger;
    for (int round = from; round < from + rounds; round++) {
      Instant at = NOW.plus(INTERVAL.multipliedBy(round));
      Plan plan = PLANNER.plan(next, Map.of("frigate", seen), at);
      Map<String, Outcome> outcomes = new TreeMap<>();
      plan.notices().forEach(n -> {
        told.add(n.kind());
        outcomes.put(n.key(), new Outcome.Done(""));
      });
      plan.acts().forEach(a -> {
        attempts.add(at);
        outcomes.put(a.attempt().key(), new Outcome.Done(""));
      });
      next = plan.next().settle(outcomes, at);
    }
    return next;
  }

  private static Ledger writtenAndRead(Ledger ledger) {
    Reading reading = LedgerDocument.read(LedgerDocument.texts(ledger, "a test"));
    assertThat(reading).isEqualTo(new Reading.Readable(ledger, List.of(), List.of()));
    return ((Reading.Readable) reading).ledger();
  }

  @Test
  void what_was_told_is_not_told_again_but_its_end_is() {
    Loaded.Found found = takenOver(story(6, true, "2026-11-22T22:20:00Z"));
    Memory frigate = found.ledger().of("frigate");

    assertThat(found.version()).isEqualTo(Version.ABSENT);
    assertThat(found.damages()).isEmpty();
    assertThat(found.remarks())
        .containsExactly("taken over for frigate from configmap cams/frigate-checker: failures in"
            + " a row: 6, restarts: 1, its alert: told. Once there is a ledger it is not read"
            + " again: take it out of the configuration");
    assertThat(frigate.state()).isEqualTo(State.ALERTED);
    assertThat(frigate.incident().orElseThrow().alert()).isEqualTo(Telling.TOLD);
    assertThat(frigate.incident().orElseThrow().opened().at()).isEqualTo("2026-11-22T22:11:05Z");
    assertThat(frigate.incident().orElseThrow().attempts()).isEqualTo(1);

    Ledger failing = play(writtenAndRead(found.ledger()), 0, 3, FAILING);
    assertThat(told).isEmpty();
    play(failing, 3, 30, PASSING);
    assertThat(told).containsExactly(Notice.Kind.RECOVERY);
  }

  @Test
  void a_failure_that_nobody_was_told_of_is_told_at_once() {
    Ledger ledger = writtenAndRead(takenOver(story(1, false)).ledger());
    assertThat(ledger.of("frigate").state()).isEqualTo(State.DEGRADED);

    play(ledger, 0, 1, FAILING);
    assertThat(told).containsExactly(Notice.Kind.ALERT);
  }

  @Test
  void a_failure_that_nobody_was_told_of_and_that_is_over_is_no_incident() {
    Ledger ledger = play(takenOver(story(1, false)).ledger(), 0, 1, PASSING);

    assertThat(ledger.of("frigate").incident()).isEmpty();
    assertThat(told).isEmpty();
  }

  // F39: rule 7, the budget of the window belongs to the target
  @Test
  void restarts_of_the_checker_before_us_use_up_our_budget() {
    Loaded.Found found = takenOver(story(0, false, "2026-11-22T22:20:00Z", "2026-11-22T22:30:00Z"));
    assertThat(found.ledger().of("frigate").attempts().charges()).hasSize(2);

    play(writtenAndRead(found.ledger()), 0, 24, FAILING);

    assertThat(attempts).isNotEmpty();
    assertThat(attempts.get(0)).as("an hour after the first").isAfter("2026-11-22T23:20:00Z");
  }

  @Test
  void restarts_of_days_ago_cost_nothing_any_more() {
    Loaded.Found found = takenOver(story(0, false, "2026-11-19T22:20:00Z", "1795000000"));

    Plan plan = PLANNER.plan(found.ledger(), Map.of("frigate", Sighting.of(PASSING)), NOW);
    assertThat(plan.next().of("frigate").attempts().charges()).isEmpty();
  }

  @Test
  void a_checker_that_restarted_for_hours_is_told_as_that_and_not_imitated() {
    String[] restarts = new String[100];
    for (int i = 0; i < restarts.length; i++) {
      restarts[i] = NOW.minus(INTERVAL.multipliedBy(i)).toString();
    }
    Ledger ledger = takenOver(story(100, true, restarts)).ledger();

    play(writtenAndRead(ledger), 0, 12, FAILING);

    assertThat(attempts).isEmpty();
    assertThat(told).containsExactly(Notice.Kind.GAVE_UP);
  }

  @Test
  void an_attempt_waits_for_failures_that_we_have_seen_ourselves() {
    Ledger ledger = takenOver(story(9, true)).ledger();

    Plan plan = PLANNER.plan(ledger, Map.of("frigate", Sighting.of(FAILING)), NOW);

    assertThat(plan.acts()).isEmpty();
    assertThat(plan.decisions().get(0).reason().code()).isEqualTo(Reason.Code.CONFIRMING);
  }

  @Test
  void an_alert_without_a_time_is_of_now() {
    Ledger ledger = takenOver(Map.of("alert_sent_for_incident", "true")).ledger();

    assertThat(ledger.of("frigate").incident().orElseThrow().opened().at()).isEqualTo(NOW);
    assertThat(writtenAndRead(ledger)).isEqualTo(ledger);
  }

  /** A flag that was left standing years ago must not keep a new outage silent. */
  @Test
  void what_nobody_has_written_for_an_hour_does_not_keep_us_silent_now() {
    ManagedFieldsEntry old =
        new ManagedFieldsEntryBuilder().withTime("2026-11-22T21:40:00Z").build();
    ManagedFieldsEntry older =
        new ManagedFieldsEntryBuilder().withTime("2025-01-01T00:00:00Z").build();
    Loaded.Found found = takenOver(story(6, true, "2026-11-22T22:20:00Z"), older, old);

    assertThat(found.remarks().get(0)).contains("written last at 2026-11-22T21:40:00Z");
    assertThat(found.ledger().of("frigate").state()).isEqualTo(State.HEALTHY);
    assertThat(found.ledger().of("frigate").attempts().charges()).hasSize(1);
    play(found.ledger(), 0, 2, FAILING);
    assertThat(told).containsExactly(Notice.Kind.ALERT);
  }

  /** Our ledger is deleted after an outage, the old flag still stands, and a new outage begins. */
  // F39
  @Test
  void what_is_taken_over_once_more_gives_way_to_what_the_cluster_remembers_of_us() {
    Loaded.Found again = takenOver(story(6, true));
    IncidentId taken = again.ledger().of("frigate").incident().orElseThrow().id();
    Sighting.Witness ended = new Sighting.Witness(List.of(), Optional.empty(), List.of(taken));

    play(again.ledger(), 0, 2, new Sighting(FAILING, List.of(), ended));

    assertThat(told).containsExactly(Notice.Kind.ALERT);
  }

  @Test
  void what_cannot_be_read_is_said_and_nothing_of_it_is_taken_over() {
    Loaded.Found found = takenOver(Map.of("consecutive_failures", "three", "mood", "bad"));

    assertThat(found.remarks())
        .contains("configmap cams/frigate-checker: consecutive_failures 'three' cannot be read");
    assertThat(found.ledger()).isEqualTo(Ledger.EMPTY);
  }
}
