package dev.tocsin.runner.report;

import dev.tocsin.incident.Incident;
import dev.tocsin.incident.Memory;
import dev.tocsin.incident.Remediation;
import java.time.Instant;

/**
 * What is left of a target's attempts.
 *
 * @param incidentLeft attempts left in the open incident
 * @param incidentOf attempts that one incident may cost
 * @param windowLeft attempts left in the window that ends now, by the clock
 * @param windowOf attempts that one window may cost
 * @param windowSeconds the window
 */
public record BudgetView(
    int incidentLeft, int incidentOf, int windowLeft, int windowOf, long windowSeconds) {

  static BudgetView of(Remediation remediation, Memory memory, Instant at) {
    int most = remediation.attemptsInAll();
    int open = memory.attempts().unsettled().isPresent() ? 1 : 0;
    int charged = memory.incident().map(Incident::attempts).orElse(0);
    Instant start = at.minus(remediation.window());
    long lately = memory.attempts().charges().stream()
        .filter(c -> c.at().at().isAfter(start))
        .count();
    return new BudgetView(
        Math.max(0, most - charged - open),
        most,
        (int) Math.max(0, remediation.attemptsPerWindow() - lately - open),
        remediation.attemptsPerWindow(),
        remediation.window().toSeconds());
  }
}
