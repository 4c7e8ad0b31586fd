package dev.tocsin.runner.report;

import dev.tocsin.incident.Outcome;

/**
 * What became of an intent, as shown.
 *
 * @param kind in one word
 * @param detail one line
 */
public record OutcomeView(Kind kind, String detail) {

  /** The outcomes there are. */
  public enum Kind {
    DONE,
    NOT_DONE,
    REFUSED,
    REJECTED,
    UNCLEAR
  }

  static OutcomeView of(Outcome outcome) {
    return new OutcomeView(kind(outcome), outcome.detail());
  }

  private static Kind kind(Outcome outcome) {
    if (outcome instanceof Outcome.Done) {
      return Kind.DONE;
    }
    if (outcome instanceof Outcome.NotDone) {
      return Kind.NOT_DONE;
    }
    if (outcome instanceof Outcome.Refused) {
      return Kind.REFUSED;
    }
    return outcome instanceof Outcome.Rejected ? Kind.REJECTED : Kind.UNCLEAR;
  }

  String text() {
    return detail.isEmpty() ? Words.of(kind) : Words.of(kind) + ": " + detail;
  }

  Ink ink() {
    return kind == Kind.DONE ? Ink.GOOD : kind == Kind.NOT_DONE ? Ink.BUSY : Ink.BAD;
  }
}
