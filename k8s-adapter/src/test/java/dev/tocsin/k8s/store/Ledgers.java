package dev.tocsin.k8s.store;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Plan;
import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Remediation;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Ledgers as real rounds write them. */
final class Ledgers {

  static final Duration INTERVAL = Duration.ofMinutes(5);
  static final Instant START = Instant.parse("2026-11-22T22:41:05Z");
  static final Observation FAILING = new Observation.Failing("HTTP 503 from /api/stats");
  static final Observation PASSING = new Observation.Passing("ok");

  private static final Outcome DONE = new Outcome.Done("done");
  private static final Planner PLANNER = new Planner(
      List.of(
          Target.of("frigate", Policy.DEFAULT.remediation(Remediation.by("rolloutRestart"))),
          Target.of("plex", Policy.DEFAULT)),
      INTERVAL);

  private Ledgers() {}

  /** Both targets failed so often, were told of and repaired. */
  static Ledger failed(int rounds) {
    Ledger ledger = Ledger.EMPTY;
    for (int round = 0; round < rounds; round++) {
      ledger = next(ledger, FAILING);
    }
    return ledger;
  }

  /** One more round, in which both are seen so. */
  static Ledger next(Ledger ledger, Observation seen) {
    Plan plan = plan(ledger, Sighting.of(seen));
    Map<String, Outcome> outcomes = new TreeMap<>();
    plan.notices().forEach(n -> outcomes.put(n.key(), DONE));
    plan.acts().forEach(a -> outcomes.put(a.attempt().key(), DONE));
    return plan.next().settle(outcomes, at(ledger));
  }

  /** What one more round would do. */
  static Plan plan(Ledger ledger, Sighting seen) {
    return PLANNER.plan(ledger, Map.of("frigate", seen, "plex", seen), at(ledger));
  }

  private static Instant at(Ledger ledger) {
    return START.plus(INTERVAL.multipliedBy(ledger.schedule().rounds()));
  }
}
