package dev.tocsin.k8s.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What scripts write into a ConfigMap, and what is made of it. */
class StoryFactsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T22:41:05Z");
  private static final Instant TEN = Instant.parse("2026-11-22T22:10:00Z");
  private static final Instant TWENTY = Instant.parse("2026-11-22T22:20:00Z");

  private static StoryFacts facts(String key, String value) {
    return StoryFacts.of(Map.of(key, value), NOW);
  }

  @Test
  void nothing_is_read_as_nothing() {
    StoryFacts nothing = new StoryFacts(0, List.of(), false, java.util.Optional.empty(), List.of());
    assertThat(StoryFacts.of(Map.of(), NOW)).isEqualTo(nothing);
    assertThat(StoryFacts.of(
            Map.of(
                "consecutive_failures", "",
                "last_restart_times", "[]",
                "alert_sent_for_incident", " ",
                "last_alert_time", "0"),
            NOW))
        .isEqualTo(nothing);
  }

  @Test
  void restarts_are_found_in_every_list_that_a_script_writes() {
    for (String list : List.of(
        "1795385400 1795386000",
        "1795386000,1795385400",
        "1795385400\n1795386000\n",
        "[1795385400, 1795386000]",
        "[1795385400.123, 1795386000.9]",
        "[\"2026-11-22T22:10:00Z\", \"2026-11-22T22:20:00Z\"]",
        "['2026-11-22T23:10:00+01:00', '2026-11-22T22:20:00.5Z']",
        "2026-11-22T22:10:00+0000\n2026-11-22T22:20:00+00")) {
      StoryFacts facts = facts("last_restart_times", list);

      assertThat(facts.trouble()).as(list).isEmpty();
      assertThat(facts.restarts())
          .as(list)
          .extracting(at -> at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS))
          .containsExactly(TEN, TWENTY);
    }
  }

  @Test
  void the_flag_and_the_count_are_read_as_scripts_quote_them() {
    for (String yes : List.of("true", "True", "\"true\"", " true\n")) {
      assertThat(facts("alert_sent_for_incident", yes).alerted()).as(yes).isTrue();
    }
    for (String no : List.of("false", "FALSE", "'false'", "")) {
      assertThat(facts("alert_sent_for_incident", no).alerted()).as(no).isFalse();
      assertThat(facts("alert_sent_for_incident", no).trouble()).as(no).isEmpty();
    }
    assertThat(facts("consecutive_failures", "\"12\"\n").failures()).isEqualTo(12);
  }

  // F43
  @Test
  void what_cannot_be_read_is_said_and_costs_nothing_else() {
    StoryFacts facts = StoryFacts.of(
        Map.of(
            "consecutive_failures", "-3",
            "last_restart_times", "yesterday, 1795385400, 99, 2026-11-22T22:20:00, 9999999999999",
            "alert_sent_for_incident", "maybe",
            "last_alert_time", "2026-11-22"),
        NOW);

    assertThat(facts.failures()).isZero();
    assertThat(facts.alerted()).isFalse();
    assertThat(facts.restarts()).containsExactly(TEN);
    assertThat(facts.trouble())
        .containsExactly(
            "consecutive_failures '-3' cannot be read",
            "last_restart_times 'yesterday' cannot be read",
            "last_restart_times '99' cannot be read",
            "last_restart_times '2026-11-22T22:20:00' cannot be read",
            "last_restart_times '9999999999999' cannot be read",
            "alert_sent_for_incident 'maybe' cannot be read",
            "last_alert_time '2026-11-22' cannot be read");
    for (String count : List.of("999999", "1e3", "three", "1.0")) {
      assertThat(facts("consecutive_failures", count).trouble()).as(count).hasSize(1);
    }
  }

  // F85
  @Test
  void a_time_in_the_future_is_now() {
    assertThat(facts("last_alert_time", "2999-01-01T00:00:00Z").alertedAt()).hasValue(NOW);
    assertThat(facts("last_restart_times", "9999999999").restarts()).containsExactly(NOW);
  }

  @Test
  void a_long_value_does_not_become_a_long_remark() {
    assertThat(facts("consecutive_failures", "x".repeat(5000) + "\u0007").trouble())
        .singleElement()
        .asString()
        .hasSizeLessThan(100);
  }
}
