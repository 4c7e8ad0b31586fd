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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever real rounds remember is read back as it was written; whatever is broken is an answer.
 */
class LedgerProperties {

  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final Policy REPAIRED =
      Policy.DEFAULT.remindEvery(Duration.ofHours(1)).remediation(Remediation.by("restart"));
  private static final Planner PLANNER = new Planner(
      List.of(
          Target.of("a", REPAIRED.failuresToAlert(1)),
          Target.of("b", REPAIRED),
          Target.of("c", Policy.DEFAULT),
          new Target("d", REPAIRED, Set.of("a"))),
      INTERVAL);

  @Property(tries = 200)
  void what_was_not_read_back_as_it_was_written_was_forgotten(@ForAll long seed) {
    Random random = new Random(seed);
    Ledger ledger = Ledger.EMPTY;
    Instant at = Instant.parse("2026-11-22T22:41:05.5Z");
    for (int round = 0; round < 40; round++) {
      at = at.plus(INTERVAL.multipliedBy(random.nextInt(12) == 0 ? 7 : 1));
      at = random.nextInt(15) == 0 ? at.minusSeconds(random.nextInt(4000)) : at;
      Plan plan = PLANNER.plan(ledger, seen(random, at), at);
      assertReadBack(plan.next());
      ledger = plan.next().settle(outcomes(plan, random), at.plusMillis(random.nextInt(9000)));
      if (random.nextInt(20) == 0) {
        ledger = ledger.paused("b", Optional.of(at.plusSeconds(random.nextInt(3600))));
      }
      assertReadBack(ledger);
    }
  }

  @Property(tries = 500)
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
