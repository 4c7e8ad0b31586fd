package dev.tocsin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Plan;
import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Remediation;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Target;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Ledgers as real rounds write them, and their text. */
final class Ledgers {

  static final Duration INTERVAL = Duration.ofMinutes(5);
  static final Instant START = Instant.parse("2026-11-22T22:41:05Z");
  static final Planner PLANNER = new Planner(
      List.of(
          Target.of("frigate", Policy.DEFAULT.remediation(Remediation.by("rolloutRestart"))),
          Target.of("plex", Policy.DEFAULT)),
      INTERVAL);

  private Ledgers() {}

  /** Both targets failed so often, and everything that was tried was done. */
  static Ledger failed(int rounds) {
    return failed(rounds, new Outcome.Done("done"));
  }

  static Ledger failed(int rounds, Outcome outcome) {
    Ledger ledger = Ledger.EMPTY;
    for (int round = 0; round < rounds; round++) {
      ledger = next(ledger, outcome);
    }
    return ledger;
  }

  /** One more failing round. */
  static Ledger next(Ledger ledger, Outcome outcome) {
    Instant at = START.plus(INTERVAL.multipliedBy(ledger.schedule().rounds()));
    Sighting failing = Sighting.of(new Observation.Failing("HTTP 503"));
    Plan plan = PLANNER.plan(ledger, Map.of("frigate", failing, "plex", failing), at);
    Map<String, Outcome> outcomes = new TreeMap<>();
    plan.notices().forEach(n -> outcomes.put(n.key(), outcome));
    plan.acts().forEach(a -> outcomes.put(a.attempt().key(), outcome));
    return plan.next().settle(outcomes, at);
  }

  static String text(Ledger ledger) {
    return LedgerDocument.text(ledger, "a test");
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Reading.Readable readable(String text) {
    Reading reading = LedgerDocument.read(bytes(text));
    assertThat(reading).isInstanceOf(Reading.Readable.class);
    return (Reading.Readable) reading;
  }

  /** The text with one thing in it changed; it is there, and it is there once. */
  static String edited(String text, String from, String to) {
    assertThat(text.split(Pattern.quote(from), -1)).as(text).hasSize(2);
    return text.replace(from, to);
  }
}
