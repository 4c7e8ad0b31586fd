package dev.tocsin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Plan;
import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Remediation;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Target;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever real rounds remember is read back as it was written; whatever is broken is an answer.
 */
class LedgerProperties {

  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final Instant START = Instant.parse("2026-11-22T22:41:05.5Z");
  private static final Pattern FIELD = Pattern.compile("\"([a-z_]+)\": ");
  private static final List<String> EXTREMES = List.of(
      "0",
      "-1",
      "1000000",
      "2147483647",
      "9223372036854775807",
      "true",
      "null",
      "{}",
      "[]",
      "\"\"",
      "\"HEALTHY\"",
      "\"DEGRADED\"",
      "\"RECOVERED\"",
      "\"owed\"",
      "\"not_due\"",
      "\"unknown\"",
      "\"+1000000000-12-31T23:59:59.999999999Z\"",
      "\"-1000000000-01-01T00:00:00Z\"",
      "\"+1000000000-12-31T23:59:59Z, round -999999999999999\"",
      "\"-1000000000-01-01T00:00:00Z, round 9999999999999999\"",
      "\"PT168H\"",
      "\"b-r999999999999999999-20261122T224105Z\"");
  private static final Policy REPAIRED =
      Policy.DEFAULT.remindEvery(Duration.ofHours(1)).remediation(Remediation.by("restart"));
  private static final Planner PLANNER = new Planner(
      List.of(
          Target.of("a", REPAIRED.failuresToAlert(1)),
          Target.of("b", REPAIRED),
          Target.of("c", Policy.DEFAULT),
          new Target("d", REPAIRED, Set.of("a"))),
      INTERVAL);

  private static final Map<String, String> TEXTS = texts();

  @Property(tries = 15)
  void what_was_not_read_back_as_it_was_written_was_forgotten(@ForAll long seed) {
    ledgers(seed, 40).forEach(LedgerProperties::assertReadBack);
  }

  @Example
  void a_field_that_no_round_here_ever_wrote_would_be_read_back_untried() {
    assertThat(texts())
        .containsKeys(
            "alert",
            "alerts_told",
            "attempts_ordered",
            "blind",
            "cause",
            "charged",
            "claimed",
            "earlier",
            "gaps",
            "gave_up",
            "held_since",
            "last_told",
            "last_try",
            "notices_lately",
            "passing_since",
            "paused_until",
            "reached",
            "recovery_owed",
            "relapses",
            "reminders",
            "seen_since",
            "unseen_since",
            "setbacks",
            "settling",
            "sight_back",
            "storm_since",
            "tries",
            "unknowns",
            "unsettled",
            "until");
  }

  // F43
  @Example
  void an_impossible_value_anywhere_crashes_no_round() {
    List<String> crashes = new ArrayList<>();
    TEXTS.forEach((field, text) -> {
      Matcher value =
          Pattern.compile("\"" + field + "\": (\"[^\"]*\"|-?\\d+|true|false)").matcher(text);
      if (value.find()) {
        for (String extreme : EXTREMES) {
          var edit = new StringBuilder(text).replace(value.start(1), value.end(1), extreme);
          crash(edit.toString()).ifPresent(e -> crashes.add(field + ": " + extreme + ": " + e));
        }
      }
    });
    assertThat(crashes).isEmpty();
  }

  /** What a few rounds on such a ledger throw. */
  private static Optional<RuntimeException> crash(String text) {
    try {
      Reading reading = LedgerDocument.read(text.getBytes(StandardCharsets.UTF_8));
      if (reading instanceof Reading.Readable readable) {
        goOn(readable.ledger());
      }
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(e);
    }
  }

  private static void goOn(Ledger before) {
    Ledger ledger = before;
    Random random = new Random(1);
    for (int round = 0; round < 6; round++) {
      Instant at = START.plus(INTERVAL.multipliedBy(50 + round * (round > 3 ? 9 : 1)));
      Observation seen =
          round % 4 == 3 ? new Observation.Passing("ok") : new Observation.Failing("HTTP 500");
      Plan plan = PLANNER.plan(ledger, all(seen), at);
      ledger = plan.next().settle(outcomes(plan, random), at);
      LedgerDocument.text(ledger, "a test");
    }
  }

  /** By every field that was ever written, a ledger that has it. */
  private static Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    for (long seed = 0; seed < 10; seed++) {
      for (Ledger ledger : ledgers(seed, 40)) {
        String text = LedgerDocument.text(ledger, "a test");
        Matcher field = FIELD.matcher(text);
        while (field.find()) {
          texts.putIfAbsent(field.group(1), text);
        }
      }
    }
    return texts;
  }

  /** What rounds in a restless world remember, one after the other. */
  private static List<Ledger> ledgers(long seed, int rounds) {
    Random random = new Random(seed);
    List<Ledger> ledgers = new ArrayList<>();
    Ledger ledger = Ledger.EMPTY;
    Instant at = START;
    for (int round = 0; round < rounds; round++) {
      at = at.plus(INTERVAL.multipliedBy(random.nextInt(12) == 0 ? 7 : 1));
      at = random.nextInt(15) == 0 ? at.minusSeconds(random.nextInt(4000)) : at;
      boolean allAtOnce = round < 2 && seed % 3 == 0;
      Plan plan = PLANNER.plan(ledger, allAtOnce ? failing() : seen(random, at), at);
      ledgers.add(plan.next());
      ledger = plan.next().settle(outcomes(plan, random), at.plusMillis(random.nextInt(9000)));
      if (random.nextInt(20) == 0) {
        ledger = ledger.paused("b", Optional.of(at.plusSeconds(random.nextInt(3600))));
      }
      ledgers.add(ledger);
    }
    return ledgers;
  }

  @Property(tries = 100)
  void a_broken_text_is_an_answer_and_never_a_crash(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] text = bytes(Ledgers.failed(2, new Outcome.Unclear("lost")));
    for (int i = 0; i <= random.nextInt(4); i++) {
      text[random.nextInt(text.length)] = (byte) (random.nextBoolean() ? random.nextInt(256) : '"');
    }
    Reading reading = LedgerDocument.read(text);
    if (reading instanceof Reading.Readable readable) {
      assertReadBack(readable.ledger());
      Sighting failing = Sighting.of(new Observation.Failing("HTTP 500"));
      PLANNER.plan(readable.ledger(), Map.of("a", failing), Ledgers.START);
    }
  }

  private static void assertReadBack(Ledger ledger) {
    assertThat(LedgerDocument.read(bytes(ledger)))
        .isEqualTo(new Reading.Readable(ledger, List.of(), List.of()));
  }

  private static byte[] bytes(Ledger ledger) {
    return LedgerDocument.text(ledger, "a test").getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Sighting> failing() {
    return all(new Observation.Failing("HTTP 500"));
  }

  private static Map<String, Sighting> all(Observation observation) {
    Map<String, Sighting> all = new HashMap<>();
    PLANNER.targets().forEach(target -> all.put(target.name(), Sighting.of(observation)));
    return all;
  }

  /** Mostly the same for a while, so that incidents open, are repaired, and close. */
  private static Map<String, Sighting> seen(Random random, Instant at) {
    Map<String, Sighting> seen = new HashMap<>();
    for (Target target : PLANNER.targets()) {
      long mood = (at.getEpochSecond() / 3600 + target.name().hashCode()) % 3;
      seen.put(target.name(), sighting(random.nextInt(5) == 0 ? random.nextInt(3) : mood, random));
    }
    return seen;
  }

  private static Sighting sighting(long mood, Random random) {
    Observation observation = mood == 0
        ? new Observation.Passing("ok")
        : mood == 1
            ? new Observation.Failing("„größer“ " + random.nextInt(3))
            : new Observation.Unknown(Observation.Cause.NO_ANSWER, "timeout");
    var verdict = random.nextInt(4) == 0 ? Precondition.Verdict.UNKNOWN : Precondition.Verdict.MET;
    var node = new Precondition("nodeReady", "node n" + random.nextInt(2), verdict, "as it is");
    return new Sighting(observation, List.of(node), Sighting.Witness.NONE);
  }

  private static Map<String, Outcome> outcomes(Plan plan, Random random) {
    Map<String, Outcome> outcomes = new HashMap<>();
    plan.notices().forEach(n -> outcomes.put(n.key(), outcome(random)));
    plan.acts().forEach(a -> outcomes.put(a.attempt().key(), outcome(random)));
    outcomes.keySet().removeIf(key -> random.nextInt(8) == 0);
    return outcomes;
  }

  private static Outcome outcome(Random random) {
    Outcome[] all = {
      new Outcome.Done("accepted"),
      new Outcome.Done("accepted"),
      new Outcome.NotDone("no route", Set.of("me")),
      new Outcome.Refused("password wrong"),
      new Outcome.Unclear("lost", Set.of("me", "you")),
    };
    return all[random.nextInt(all.length)];
  }
}
