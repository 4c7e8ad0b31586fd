package dev.tocsin.ledger;

import static dev.tocsin.ledger.Ledgers.bytes;
import static dev.tocsin.ledger.Ledgers.edited;
import static dev.tocsin.ledger.Ledgers.failed;
import static dev.tocsin.ledger.Ledgers.readable;
import static dev.tocsin.ledger.Ledgers.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tocsin.incident.Attempts;
import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Memory;
import dev.tocsin.incident.Moment;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Target;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class LedgerDocumentTest {

  private static final Ledger OWING = failed(2, new Outcome.Unclear("the answer was lost"));
  private static final String FRIGATE_STATE = "\"frigate\": {\n    \"state\": \"REMEDIATING\"";

  // F40, rule of one target's trouble

  @Test
  void a_truncated_file_forgets_everything_and_repairs_nothing_for_a_window() {
    String whole = text(failed(3));
    for (int length : new int[] {0, 1, 20, whole.length() / 2, whole.length() - 2}) {
      Reading.Readable reading = readable(whole.substring(0, length));

      assertThat(reading.ledger()).isEqualTo(Ledger.damaged());
      assertThat(reading.damages()).hasSize(1);
    }
    assertThat(readable(whole.substring(0, 60)).damages().get(0)).contains("line 4, column");
  }

  @Test
  void bytes_that_are_no_text_are_damage_and_not_a_crash() {
    byte[] noise = {(byte) 0xff, 0, (byte) 0xc3, 0x28, 7};

    assertThat(LedgerDocument.read(noise)).isInstanceOf(Reading.Readable.class);
    assertThat(((Reading.Readable) LedgerDocument.read(noise)).ledger())
        .isEqualTo(Ledger.damaged());
  }

  @Test
  void deep_nesting_is_damage_and_not_a_crash() {
    Reading.Readable reading = readable("{\"tocsin.round\": " + "[".repeat(100_000));

    assertThat(reading.ledger()).isEqualTo(Ledger.damaged());
  }

  @Test
  void a_field_that_comes_twice_is_not_read_as_the_last_one() {
    Reading.Readable reading =
        readable(edited(text(OWING), "\"rounds\": 2,", "\"rounds\": 2, \"rounds\": 1,"));

    assertThat(reading.ledger()).isEqualTo(Ledger.damaged());
    assertThat(reading.damages().get(0)).contains("rounds").contains("line 6");
  }

  @Test
  void one_damaged_target_does_not_cost_the_others_their_memory() {
    String text = edited(text(OWING), FRIGATE_STATE, "\"frigate\": {\n    \"state\": \"BROKEN\"");
    Reading.Readable reading = readable(text);

    assertThat(reading.ledger().of("frigate")).isEqualTo(Memory.damaged("frigate"));
    assertThat(reading.ledger().of("plex")).isEqualTo(OWING.of("plex"));
    assertThat(reading.ledger().notices()).isEqualTo(OWING.notices());
    assertThat(reading.ledger().schedule()).isEqualTo(OWING.schedule());
    assertThat(reading.damages())
        .singleElement()
        .asString()
        .contains("frigate.state 'BROKEN' is none of the words we know");
  }

  @Test
  void one_target_that_is_no_json_in_its_own_text_does_not_cost_the_others_theirs() {
    SortedMap<String, String> texts = LedgerDocument.texts(OWING, "a test");
    texts.put("frigate", "{\n  \"state\": \"HEALTHY\",,\n}");
    Reading.Readable reading = (Reading.Readable) LedgerDocument.read(texts);

    assertThat(reading.ledger().of("frigate")).isEqualTo(Memory.damaged("frigate"));
    assertThat(reading.ledger().of("plex")).isEqualTo(OWING.of("plex"));
    assertThat(reading.damages()).singleElement().asString().contains("frigate, line 2, column 2");
  }

  @Test
  void separate_texts_hold_the_same_ledger_as_one() {
    SortedMap<String, String> texts = LedgerDocument.texts(OWING, "a test");

    assertThat(texts).containsOnlyKeys("frigate", "plex", "tocsin.notices", "tocsin.round");
    assertThat(texts.keySet()).filteredOn(key -> key.contains(".")).noneMatch(Target::isName);
    assertThat(LedgerDocument.read(texts)).isEqualTo(readable(text(OWING)));
  }

  // F43

  @Test
  void a_count_that_cannot_be_is_damage() {
    for (String count : new String[] {"-1", "1.5", "\"1\"", "99999999999", "true", "[]"}) {
      Reading.Readable reading = readable(
          edited(text(failed(2)), "\"attempts_ordered\": 1", "\"attempts_ordered\": " + count));

      assertThat(reading.ledger().of("frigate")).isEqualTo(Memory.damaged("frigate"));
      assertThat(reading.damages())
          .singleElement()
          .asString()
          .contains("frigate.incident.attempts_ordered is");
    }
  }

  @Test
  void more_attempts_than_were_ordered_is_damage() {
    Reading.Readable reading =
        readable(edited(text(failed(2)), "\"attempts_ordered\": 1", "\"attempts_ordered\": 0"));

    assertThat(reading.ledger().of("frigate")).isEqualTo(Memory.damaged("frigate"));
  }

  @Test
  void a_state_that_contradicts_the_incident_is_damage() {
    for (String state : new String[] {"HEALTHY", "DEGRADED"}) {
      Reading.Readable reading =
          readable(edited(text(OWING), FRIGATE_STATE, FRIGATE_STATE.replace("REMEDIATING", state)));

      assertThat(reading.ledger().of("frigate")).isEqualTo(Memory.damaged("frigate"));
    }
    String alerted = "{\"state\": \"ALERTED\"}";
    SortedMap<String, String> texts = LedgerDocument.texts(OWING, "a test");
    texts.put("plex", alerted);
    Reading.Readable reading = (Reading.Readable) LedgerDocument.read(texts);
    assertThat(reading.ledger().of("plex")).isEqualTo(Memory.damaged("plex"));
  }

  @Test
  void a_document_copied_from_another_target_is_not_acted_on_as_if_it_were_its_own() {
    SortedMap<String, String> texts = LedgerDocument.texts(failed(3), "a test");
    texts.put("plex", texts.get("frigate"));
    Reading.Readable reading = (Reading.Readable) LedgerDocument.read(texts);

    assertThat(reading.ledger().of("plex")).isEqualTo(Memory.damaged("plex"));
    assertThat(reading.ledger().of("frigate")).isEqualTo(failed(3).of("frigate"));
  }

  @Test
  void a_future_time_is_read_for_the_rules_to_rewrite() {
    String future = "2999-01-01T00:00:00Z, round 900";
    SortedMap<String, String> texts = LedgerDocument.texts(failed(2), "a test");
    texts.computeIfPresent(
        "plex",
        (k, t) -> edited(
            t, "\"opened\": \"2026-11-22T22:41:05Z, round 1\"", "\"opened\": \"" + future + "\""));
    Reading.Readable reading = (Reading.Readable) LedgerDocument.read(texts);

    assertThat(reading.damages()).isEmpty();
    assertThat(reading.ledger().of("plex").incident().orElseThrow().opened().round())
        .isEqualTo(900);
    assertThat(Ledgers.next(reading.ledger(), new Outcome.Done("")).of("plex").incident())
        .hasValueSatisfying(i -> assertThat(i.opened().at()).isBefore("2026-12-01T00:00:00Z"));
  }

  @Test
  void endless_lists_and_texts_are_damage_before_they_are_trouble() {
    String list = "\"2026-11-22T22:46:05Z, round 2\", ".repeat(100);
    for (String edit : new String[] {
      "{\"setbacks\": [" + list + "\"2026-11-22T22:46:05Z, round 2\"]}",
      "{\"samples\": {\"lately\": \"" + "F".repeat(61) + "\"}}",
      "{\"samples\": {\"passes\": 3}}",
      "{\"attempts\": {\"locked_since\": \"yesterday\"}}",
      "{\"attempts\": {\"settling\": {\"since\": \"unknown\", \"span\": \"-10m\"}}}",
      "{\"sight\": {\"blindness\": {\"id\": \"plex-r1-20261122T224105Z\"}}}",
      "[]",
      "\"HEALTHY\"",
      "null",
    }) {
      SortedMap<String, String> texts = LedgerDocument.texts(OWING, "a test");
      texts.put("plex", edit);
      Reading.Readable reading = (Reading.Readable) LedgerDocument.read(texts);

      assertThat(reading.ledger().of("plex")).as(edit).isEqualTo(Memory.damaged("plex"));
      assertThat(reading.damages()).as(edit).hasSize(1);
    }
  }

  @Test
  void a_notice_that_comes_twice_is_sent_once() {
    SortedMap<String, String> texts = LedgerDocument.texts(OWING, "a test");
    String notices = texts.get("tocsin.notices").strip();
    String one = notices.substring(1, notices.length() - 1);
    texts.put("tocsin.notices", "[" + one + "," + one + "]");
    Reading.Readable reading = (Reading.Readable) LedgerDocument.read(texts);

    assertThat(reading.ledger().notices()).isEqualTo(OWING.notices());
    assertThat(reading.damages()).isNotEmpty().allMatch(d -> d.contains("repeats the key"));
  }

  @Test
  void damaged_notices_are_planned_afresh_under_the_same_keys() {
    SortedMap<String, String> texts = LedgerDocument.texts(OWING, "a test");
    texts.put("tocsin.notices", "[{}, 5]");
    Reading.Readable reading = (Reading.Readable) LedgerDocument.read(texts);

    assertThat(reading.ledger().notices()).isEmpty();
    assertThat(reading.damages()).hasSize(2);
    Ledger next = Ledgers.next(reading.ledger(), new Outcome.Unclear(""));
    assertThat(next.notices())
        .extracting(n -> n.key())
        .containsExactlyElementsOf(OWING.notices().stream().map(n -> n.key()).toList());
  }

  @Test
  void unknown_fields_and_keys_do_no_harm() {
    String text = edited(text(OWING), "\"rounds\": 2,", "\"rounds\": 2, \"mood\": {\"a\": [1]},");
    text = edited(text, "\"frigate\": {", "\"NOTE_TO_SELF\": \"mend it\",\n  \"frigate\": {");
    Reading.Readable reading = readable(text);

    assertThat(reading.ledger()).isEqualTo(OWING);
    assertThat(reading.damages()).isEmpty();
    assertThat(reading.remarks()).singleElement().asString().contains("NOTE_TO_SELF");
  }

  // F41, F42, F45, F82

  @Test
  void a_newer_ledger_is_not_repaired() {
    Reading reading =
        LedgerDocument.read(bytes(edited(text(OWING), "\"schema\": 1", "\"schema\": 2")));

    assertThat(reading).isInstanceOf(Reading.Untouchable.class);
    assertThat(((Reading.Untouchable) reading).why()).contains("schema 2").contains("schema 1");
  }

  @Test
  void a_newer_ledger_is_not_even_looked_into() {
    Reading reading = LedgerDocument.read(
        bytes("{\"tocsin.round\": {\"owner\": \"tocsin\", \"schema\": 7, \"rounds\": \"many\"}}"));

    assertThat(reading).isInstanceOf(Reading.Untouchable.class);
  }

  // S8
  @Test
  void a_schema_or_owner_that_we_cannot_read_may_be_newer_and_is_not_overwritten() {
    for (String schema :
        new String[] {"99999999999", "1e400", "1.5", "-1", "\"one\"", "\"2\"", "[2]", "true"}) {
      assertThat(untouchable(edited(text(OWING), "\"schema\": 1", "\"schema\": " + schema)))
          .as(schema)
          .contains("tocsin.round.schema")
          .contains("may be newer")
          .contains("knows schema 1")
          .contains("move this one away");
    }
    for (String owner : new String[] {"1", "[\"tocsin\"]", "{}", "\"" + "x".repeat(501) + "\""}) {
      String text = edited(text(OWING), "\"owner\": \"tocsin\"", "\"owner\": " + owner);
      assertThat(untouchable(text)).as(owner).contains("tocsin.round.owner");
    }
  }

  private static String untouchable(String text) {
    Reading reading = LedgerDocument.read(bytes(text));
    assertThat(reading).as(text).isInstanceOf(Reading.Untouchable.class);
    return ((Reading.Untouchable) reading).why();
  }

  @Test
  void a_schema_that_never_was_is_damage() {
    for (String schema : new String[] {"0", "null"}) {
      String text = edited(text(OWING), "\"schema\": 1", "\"schema\": " + schema);

      assertThat(readable(text).ledger()).as(schema).isEqualTo(Ledger.damaged());
    }
  }

  @Test
  void what_belongs_to_somebody_else_is_not_taken_over() {
    for (String text : new String[] {
      "{}",
      "[]",
      "5",
      "{\"name\": \"my-app\"}",
      "{\"tocsin.round\": {\"schema\": 1}}",
      "{\"tocsin.round\": {\"schema\": 1, \"owner\": \"somebody\"}}"
    }) {
      Reading reading = LedgerDocument.read(bytes(text));

      assertThat(reading).as(text).isInstanceOf(Reading.Untouchable.class);
      assertThat(((Reading.Untouchable) reading).why()).contains("move this one away");
    }
  }

  // What is written

  @Test
  void a_ledger_from_before_steps_were_remembered_is_read_as_not_knowing_them() {
    String charge = """
        {"key": "cam-r1-20261122T224105Z-remediate-1", "at": "2026-11-22T22:46:12Z, round 2"}""";
    String text = """
        {"tocsin.round": {"schema": 1, "owner": "tocsin"},
         "cam": {"state": "HEALTHY", "attempts": {"charged": [%s]}},
         "tocsin.notices": [{"kind": "recovery", "number": 1, "planned": "2026-11-22T22:46:12Z, round 2",
           "members": [{"target": "cam", "about": "cam-r1-20261122T224105Z",
             "since": "2026-11-22T22:41:05Z"}]}]}""".formatted(charge);

    var read = (Reading.Readable) LedgerDocument.read(text.getBytes(StandardCharsets.UTF_8));

    assertThat(read.damages()).isEmpty();
    assertThat(read.ledger().of("cam").attempts().charges())
        .extracting(Attempts.Charge::step, Attempts.Charge::result)
        .containsExactly(tuple("", Attempts.Result.NOT_KNOWN));
    Notice.Member member = read.ledger().notices().get(0).members().get(0);
    assertThat(member.tried()).isEmpty();
    assertThat(member.next()).isEmpty();
  }

  @Test
  void an_attempt_that_is_told_of_is_one_line_and_read_back() {
    Notice.Tried tried = new Notice.Tried(
        "soft, hard", Instant.parse("2026-11-22T22:46:12Z"), Attempts.Result.REFUSED);

    assertThat(Words.of(tried)).isEqualTo("2026-11-22T22:46:12Z, refused, soft, hard");
    assertThat(Words.tried(Words.of(tried))).isEqualTo(tried);
    assertThatThrownBy(() -> Words.tried("2026-11-22T22:46:12Z, perhaps, soft"))
        .isInstanceOf(Damage.class);
  }

  @Test
  void a_healthy_target_is_not_written() {
    assertThat(LedgerDocument.texts(Ledger.EMPTY, "a test")).containsOnlyKeys("tocsin.round");
    assertThat(
            readable(edited(text(Ledger.EMPTY), "}\n}", "},\n\"plex\": {}\n}")).ledger())
        .isEqualTo(Ledger.EMPTY);
  }

  // kubectl shows a text that its YAML cannot hold as a block as one long quoted line
  @Test
  void an_emoji_in_a_symptom_does_not_make_the_ledger_unreadable_for_people() {
    Sighting failing = Sighting.of(new Observation.Failing("größer \ud83d\udd25 als \uff21"));
    Ledger ledger = Ledgers.PLANNER
        .plan(Ledger.EMPTY, Map.of("plex", failing), Ledgers.START)
        .next();

    assertThat(text(ledger)).contains("größer \\uD83D\\uDD25 als \\uFF21");
    assertThat(text(ledger).lines()).noneMatch(line -> line.endsWith(" ") || line.contains("\t"));
    assertThat(readable(text(ledger)).ledger()).isEqualTo(ledger);
  }

  @Test
  void what_is_not_known_when_is_read_back_so() {
    for (Ledger ledger : new Ledger[] {
      Ledger.damaged(), Ledger.EMPTY.with(Memory.damaged("plex")),
    }) {
      assertThat(readable(text(ledger)).ledger()).isEqualTo(ledger);
    }
    assertThat(text(Ledger.damaged())).contains("\"locked_since\": \"unknown\"");
    assertThat(Ledger.damaged().locked()).isEqualTo(Optional.of(Moment.LATEST));
  }
}
