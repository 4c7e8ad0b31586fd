package dev.tocsin.simulation.search;

/** What happens to a virtual round, or to what it remembers. */
public enum Mishap {
  /** Nothing: one interval after the last round. */
  NONE(""),
  /** Killed after it wrote its plan down, before any effect. */
  KILLED_BEFORE("k"),
  /** Killed after its effects, before their outcome was written down. */
  KILLED_AFTER("K"),
  /** A second round runs between its two saves. */
  OVERLAPPED("&"),
  /** It comes a tenth of an interval after the last one. */
  SOON("'"),
  /** It comes five intervals after the last one. */
  GAP("~"),
  /** The clock goes back two hours before it. */
  CLOCK_BACK("<"),
  /** The clock is two days ahead in it, and right again afterwards. */
  CLOCK_AHEAD(">"),
  /** The node goes down between the decision and the act. */
  NODE_FLIPS("|"),
  /** A human pauses every target for three intervals before it. */
  PAUSED("="),
  /** The ledger was deleted before it. */
  LEDGER_LOST("0"),
  /** The ledger was damaged before it. */
  LEDGER_DAMAGED("#");

  private final String mark;

  Mishap(String mark) {
    this.mark = mark;
  }

  String mark() {
    return mark;
  }
}
