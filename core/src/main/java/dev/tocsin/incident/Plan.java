package dev.tocsin.incident;

import java.util.List;
import java.util.Objects;

/**
 * What one round decided.
 *
 * @param next the ledger to write down before anything is done
 * @param rhythm how the round lies in the schedule
 * @param decisions one per target, in the order of their names
 * @param notices to be told in this round, in order
 * @param left targets that left the configuration with an open incident: closed, not recovered
 */
public record Plan(
    Ledger next,
    Rhythm rhythm,
    List<Decision> decisions,
    List<Notice> notices,
    List<IncidentId> left) {

  public Plan {
    Objects.requireNonNull(next);
    Objects.requireNonNull(rhythm);
    decisions = List.copyOf(decisions);
    notices = List.copyOf(notices);
    left = List.copyOf(left);
  }

  /** The attempts to make or to look for in this round. */
  public List<Act> acts() {
    return decisions.stream().flatMap(d -> d.act().stream()).toList();
  }
}
