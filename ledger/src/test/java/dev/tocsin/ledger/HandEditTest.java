package dev.tocsin.ledger;

import static dev.tocsin.ledger.Ledgers.edited;
import static dev.tocsin.ledger.Ledgers.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Incident;
import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Memory;
import dev.tocsin.incident.Moment;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Telling;
import java.time.Instant;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** What a human changes with an editor, in a ledger that a real round wrote. */
class HandEditTest {

  private static final Outcome DONE = new Outcome.Done("accepted");

  @Test
  void an_untouched_ledger_holds_no_edit() {
    for (Ledger ledger : new Ledger[] {failed(1), failed(2), failed(2, new Outcome.Unclear(""))}) {
      Reading.Readable reading = reading(LedgerDocument.texts(ledger, "a test"));

      assertThat(reading.ledger()).isEqualTo(ledger);
      assertThat(reading.remarks()).isEmpty();
    }
  }

  @Test
  void true_by_hand_ends_the_telling_of_an_alert_still_owed() {
    Ledger owing = failed(2, new Outcome.NotDone("no route to the mail server"));
    Reading.Readable reading = edit(owing, sent(false), sent(true));

    assertThat(plex(reading).alert()).isEqualTo(Telling.SILENCED);
    assertThat(reading.remarks()).singleElement().asString().contains("silenced by hand");
    Ledger next = Ledgers.next(reading.ledger(), DONE);
    assertThat(next.notices()).isEmpty();
    assertThat(next.of("plex").incident().orElseThrow().alertsTold()).isZero();
  }

  @Test
  void true_by_hand_before_it_is_confirmed_is_true_afterwards_too() {
    Reading.Readable reading = edit(failed(1), sent(false), sent(true));
    Ledger next = Ledgers.next(reading.ledger(), DONE);

    assertThat(next.of("plex").incident().orElseThrow().alert()).isEqualTo(Telling.SILENCED);
    assertThat(next.notices()).isEmpty();
  }

  @Test
  void false_by_hand_after_that_is_no_alert_of_an_unconfirmed_failure() {
    Ledger silenced = edit(failed(1), sent(false), sent(true)).ledger();
    Reading.Readable reading = edit(silenced, sent(true), sent(false));

    assertThat(plex(reading).alert()).isEqualTo(Telling.NOT_DUE);
    assertThat(reading.damages()).isEmpty();
  }

  // GitOps that re-applies a ledger must not become a storm.
  @Test
  void false_by_hand_tells_once_more_and_never_a_third_time() {
    Ledger ledger = failed(2);
    int told = 1;
    for (int again = 0; again < 10; again++) {
      Reading.Readable reading = edit(ledger, sent(true), sent(false));
      assertThat(reading.damages()).isEmpty();
      assertThat(reading.remarks())
          .singleElement()
          .asString()
          .contains(again == 0 ? "told once more" : "only reported");
      ledger = Ledgers.next(reading.ledger(), DONE);
      told = ledger.of("plex").incident().orElseThrow().alertsTold();
    }
    assertThat(told).isEqualTo(2);
  }

  @Test
  void false_where_it_was_false_changes_nothing() {
    Ledger owing = failed(2, new Outcome.Unclear("the answer was lost"));

    assertThat(edit(owing, sent(false), sent(false)).ledger()).isEqualTo(owing);
  }

  @Test
  void a_flag_that_is_neither_is_damage_of_its_target_alone() {
    Reading.Readable reading = edit(failed(2), sent(true), "\"alert_sent_for_incident\": \"no\"");

    assertThat(reading.ledger().of("plex")).isEqualTo(Memory.damaged("plex"));
    assertThat(reading.ledger().of("frigate")).isEqualTo(failed(2).of("frigate"));
  }

  @Test
  void a_pause_by_hand_is_read_in_the_hour_that_was_meant() {
    for (String until : new String[] {
      "2026-11-23T08:00:00Z",
      "2026-11-23T08:00Z",
      "2026-11-23T09:00:00+01:00",
      "2026-11-23T09:00+01:00",
      "2026-11-23T08:00:00.000Z"
    }) {
      Reading.Readable reading = paused(failed(2), until);

      assertThat(reading.damages()).as(until).isEmpty();
      assertThat(reading.ledger().of("plex").pausedUntil())
          .as(until)
          .hasValue(Instant.parse("2026-11-23T08:00:00Z"));
    }
  }

  @Test
  void a_healthy_target_is_paused_by_one_line() {
    SortedMap<String, String> texts = LedgerDocument.texts(Ledger.EMPTY, "a test");
    texts.put("plex", "{\"paused_until\": \"2026-11-23T08:00:00Z\"}");

    assertThat(reading(texts).ledger().of("plex").pausedUntil()).isPresent();
  }

  @Test
  void a_pause_without_an_offset_costs_neither_the_incident_nor_what_was_told() {
    for (String until :
        new String[] {"2026-11-23T08:00:00", "2026-11-23 08:00", "2026-11-23", "tomorrow", ""}) {
      Reading.Readable reading = paused(failed(2), until);
      Memory plex = reading.ledger().of("plex");

      assertThat(reading.damages()).as(until).hasSize(1);
      assertThat(plex.incident()).as(until).isEqualTo(failed(2).of("plex").incident());
      assertThat(plex.attempts().locked()).as(until).hasValue(Moment.LATEST);
      assertThat(plex.pausedUntil()).as(until).isEmpty();
    }
    assertThat(paused(failed(2), "2026-11-23T08:00:00").damages().get(0))
        .contains("plex.paused_until '2026-11-23T08:00:00' has no offset: write 'Z'");
  }

  private static String sent(boolean sent) {
    return "\"alert_sent_for_incident\": " + sent;
  }

  private static Incident plex(Reading.Readable reading) {
    return reading.ledger().of("plex").incident().orElseThrow();
  }

  private static Reading.Readable paused(Ledger ledger, String until) {
    return edit(ledger, sent(true), sent(true) + ", \"paused_until\": \"" + until + "\"");
  }

  /** Changes plex by hand. */
  private static Reading.Readable edit(Ledger ledger, String from, String to) {
    SortedMap<String, String> texts = LedgerDocument.texts(ledger, "a test");
    texts.computeIfPresent("plex", (key, text) -> edited(text, from, to));
    return reading(texts);
  }

  private static Reading.Readable reading(SortedMap<String, String> texts) {
    return (Reading.Readable) LedgerDocument.read(texts);
  }
}
