package dev.tocsin.incident;

/** How a round lies in the schedule, measured from the last counted round. */
public enum Rhythm {
  /** On schedule. */
  STEADY,
  /** Less than half an interval: an impatient operator or an overlapping round confirms nothing. */
  TOO_SOON,
  /** More than three intervals: failures and successes in a row begin afresh. */
  GAP,
  /** A second gap in a row: this is the real rhythm, and {@code interval} is wrong. */
  WRONG_INTERVAL;

  /** Whether the round counts, as a sample and as a round. */
  public boolean counts() {
    return this != TOO_SOON;
  }
}
