package dev.tocsin.runner.report;

import dev.tocsin.round.RoundReport;

/** A round that was only planned owes nothing to anybody: it fails only when it could not plan. */
public final class Rehearsal {

  private Rehearsal() {}

  /** 0, or 1 after a bug, or 3 without a ledger. */
  public static int exitCode(RoundReport report) {
    return switch (report.ending()) {
      case BUG, NO_LEDGER -> report.exitCode();
      case DONE, OVERTAKEN, OWING, STOPPED -> 0;
    };
  }
}
