package dev.tocsin.incident;

/** Where one target stands. The nine legal moves between these are in {@link Transition#all()}. */
public enum State {
  /** No incident. */
  HEALTHY,
  /** Failing, not confirmed; nobody has been told. */
  DEGRADED,
  /** Confirmed and told (or owed): waiting for a precondition, a budget, or a human. */
  ALERTED,
  /** A remediation was ordered and has its settle time to prove itself. */
  REMEDIATING,
  /** Passing again but not yet trusted: the incident is still open. */
  RECOVERED
}
