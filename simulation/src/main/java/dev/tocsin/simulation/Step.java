package dev.tocsin.simulation;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Plan;
import dev.tocsin.incident.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the outside saw of one turn.
 *
 * @param turn what was played
 * @param truth when, truly
 * @param clock when, by the round's clock
 * @param seen what the round was shown, by target
 * @param before what was remembered
 * @param plans the plans that were saved, in order; two if a second round ran in between
 * @param deliveries notices that were accepted
 * @param effects attempts that took effect
 * @param after what is remembered
 */
record Step(
    Turn turn,
    Instant truth,
    Instant clock,
    Map<String, Sighting> seen,
    Ledger before,
    List<Plan> plans,
    List<Delivery> deliveries,
    List<Effect> effects,
    Ledger after) {

  /** A notice that was accepted. */
  record Delivery(Notice notice, Instant truth) {}

  /** An attempt that took effect. */
  record Effect(Attempt attempt, Instant truth) {}
}
