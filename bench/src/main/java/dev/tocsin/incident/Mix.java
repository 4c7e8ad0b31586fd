package dev.tocsin.incident;

import dev.tocsin.incident.Observation.Cause;
import dev.tocsin.incident.Observation.Failing;
import dev.tocsin.incident.Observation.Passing;
import dev.tocsin.incident.Observation.Unknown;
import dev.tocsin.incident.Precondition.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an exhaustive walk asks of the rules, recorded: every history of {@value #LENGTH} rounds
 * over four sightings, whose notices and attempts are all Done, in the order of the walk. Histories
 * share their beginnings, so each round is in it once.
 */
final class Mix {

  static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final Instant START = Instant.parse("2026-11-22T22:41:05Z");
  private static final int LENGTH = 7;

  /** Passing; failing; could not look; failing on a node that is down. */
  private static final List<Sighting> ALPHABET = List.of(
      sighting(new Passing("it answers"), Verdict.MET),
      sighting(new Failing("it does not answer"), Verdict.MET),
      sighting(new Unknown(Cause.NO_ANSWER, "time-out"), Verdict.UNKNOWN),
      sighting(new Failing("it does not answer"), Verdict.NOT_MET));

  private final List<Round> rounds = new ArrayList<>();
  private final Planner planner;

  private Mix(Planner planner) {
    this.planner = planner;
  }

  /** One round of one target: what {@code plan} was given, and what {@code decide} was given. */
  record Round(Ledger ledger, Map<String, Sighting> seen, Instant at, Now now, Decision decision) {}

  /** A target that is told of and repaired. */
  static Target target(int number) {
    Policy policy = Policy.DEFAULT.remediation(Remediation.by("restart"));
    return Target.of("t" + number, policy);
  }

  /** Every round of the walk over one target. */
  static List<Round> walk(Target target) {
    Mix mix = new Mix(new Planner(List.of(target), INTERVAL));
    mix.from(Ledger.EMPTY, 1);
    return mix.rounds;
  }

  /** What many targets look like after some rounds in which each saw something of its own. */
  static Ledger troubled(Planner planner) {
    Ledger ledger = Ledger.EMPTY;
    for (int round = 1; round <= LENGTH; round++) {
      Instant at = at(round);
      ledger = settled(planner.plan(ledger, seen(planner, round), at), at);
    }
    return ledger;
  }

  static Map<String, Sighting> seen(Planner planner, int round) {
    Map<String, Sighting> seen = new HashMap<>();
    for (Target target : planner.targets()) {
      int chance = Math.floorMod((target.name().hashCode() + 31 * round) * 0x9E3779B1, 1 << 16);
      seen.put(target.name(), ALPHABET.get(chance >> 14));
    }
    return seen;
  }

  static Instant at(int round) {
    return START.plus(INTERVAL.multipliedBy(round));
  }

  private void from(Ledger ledger, int round) {
    Instant at = at(round);
    for (Sighting sighting : ALPHABET) {
      Map<String, Sighting> seen = Map.of(planner.targets().get(0).name(), sighting);
      Plan plan = planner.plan(ledger, seen, at);
      Now now = ledger.schedule().now(at, INTERVAL);
      rounds.add(new Round(ledger, seen, at, now, plan.decisions().get(0)));
      if (round < LENGTH) {
        from(settled(plan, at), round + 1);
      }
    }
  }

  private static Ledger settled(Plan plan, Instant at) {
    Map<String, Outcome> outcomes = new HashMap<>();
    plan.notices().forEach(n -> outcomes.put(n.key(), new Outcome.Done("accepted")));
    plan.acts().forEach(a -> outcomes.put(a.attempt().key(), new Outcome.Done("accepted")));
    return plan.next().settle(outcomes, at);
  }

  private static Sighting sighting(Observation observation, Verdict node) {
    var ready = new Precondition("nodeReady", "node n1", node, "node n1 is " + node);
    return new Sighting(observation, List.of(ready), Sighting.Witness.NONE);
  }
}
