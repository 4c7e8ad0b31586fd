package dev.tocsin.simulation;

import dev.tocsin.incident.Outcome;

/** What the virtual world does with an effect, and what it answers. */
public enum Fate {
  /** It takes effect and says so. */
  DONE("+", true, new Outcome.Done("accepted")),
  /** It takes no effect and says so. */
  NOT_DONE("-", false, new Outcome.NotDone("connection refused")),
  /** It refuses until somebody changes something. */
  REFUSED("x", false, new Outcome.Refused("forbidden")),
  /** It refuses a notice for good. */
  REJECTED("X", false, new Outcome.Rejected("no such mailbox")),
  /** It takes effect, and the answer is lost. */
  LOST_DONE("?", true, new Outcome.Unclear("answer lost")),
  /** It takes no effect, and the answer is lost. */
  LOST("!", false, new Outcome.Unclear("answer lost"));

  private final String mark;
  private final boolean applied;
  private final Outcome outcome;

  Fate(String mark, boolean applied, Outcome outcome) {
    this.mark = mark;
    this.applied = applied;
    this.outcome = outcome;
  }

  String mark() {
    return mark;
  }

  boolean applied() {
    return applied;
  }

  Outcome outcome() {
    return outcome;
  }
}
