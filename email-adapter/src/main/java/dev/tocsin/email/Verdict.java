package dev.tocsin.email;

/**
 * What became of one recipient's copy.
 *
 * @param fate in one word
 * @param detail in words
 */
record Verdict(Fate fate, String detail) {

  /** The words of an outcome, for one recipient; the worst last. */
  enum Fate {
    /** The server took it. */
    DELIVERED,
    /** The server took no more than the essentials. */
    SHORTENED,
    /** The server will never take this mail for this recipient. */
    REJECTED,
    /** The server will never take this mail as it is; perhaps it takes less. */
    UNFIT,
    /** Nothing was taken, until somebody changes something. */
    REFUSED,
    /** Nothing was taken; it may be next time. */
    NOT_DONE,
    /** It may have been taken: the answer was lost. */
    UNCLEAR
  }

  /** Whether he has it. */
  boolean delivered() {
    return fate == Fate.DELIVERED || fate == Fate.SHORTENED;
  }

  /** Whether this recipient is not to be tried again with this notice. */
  boolean settled() {
    return delivered() || fate == Fate.REJECTED;
  }
}
