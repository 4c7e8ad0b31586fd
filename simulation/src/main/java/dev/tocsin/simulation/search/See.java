package dev.tocsin.simulation.search;

/** What a round is made to see of a target. */
public enum See {
  /** Passing. */
  PASS("P"),
  /** Failing, and a repair could work. */
  FAIL("F"),
  /** Failing, and its node is down. */
  NODE_DOWN("N"),
  /** Failing, and nothing is known of any node. */
  NODE_UNKNOWN("M"),
  /** We could not look. */
  UNKNOWN("U"),
  /** Scaled to zero on purpose. */
  OFF("O");

  private final String letter;

  See(String letter) {
    this.letter = letter;
  }

  String letter() {
    return letter;
  }

  boolean fails() {
    return this == FAIL || this == NODE_UNKNOWN;
  }
}
