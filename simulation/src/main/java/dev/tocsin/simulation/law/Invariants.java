package dev.tocsin.simulation.law;

import java.util.List;

/** What must hold for every policy. S numbers are those of the catalogue of faults. */
public final class Invariants {

  public static final Invariant ACTS_ONLY_WHERE_IT_CAN_HELP =
      new Invariant("S1 no restart unless every precondition is met", RestartLaws::preconditions);
  public static final Invariant RESTARTS_PER_WINDOW =
      new Invariant("S2 no window has more restarts than its budget", RestartLaws::window);
  public static final Invariant TOLD_ONCE =
      new Invariant("S3 an alert known to be accepted is never sent again", NoticeLaws::toldOnce);
  public static final Invariant FEW_REPEATS =
      new Invariant("S3 a lost answer costs three mails, then one a day", NoticeLaws::fewRepeats);
  public static final Invariant SAME_MAIL =
      new Invariant("S3 a mail that is repeated has the same Message-ID", NoticeLaws::sameMail);
  public static final Invariant WRITTEN_FIRST =
      new Invariant("S4 nothing is done that was not written down", LedgerLaws::writtenFirst);
  public static final Invariant NO_STRAY_RECOVERY =
      new Invariant("S5 no recovery of what nobody was told", NoticeLaws::noStrayRecovery);
  public static final Invariant DECLARED_ROWS =
      new Invariant("S6 states move along the declared rows only", LedgerLaws::declaredRows);
  public static final Invariant ROUNDS_GO_UP =
      new Invariant("S6 the count of rounds never falls", LedgerLaws::roundsGoUp);
  public static final Invariant LOSER_DOES_NOTHING = new Invariant(
      "S7 a round whose plan was not written does nothing", LedgerLaws::loserDoesNothing);
  public static final Invariant NEVER_UNREAD =
      new Invariant("S8 what could not be read is not written", LedgerLaws::neverUnread);
  public static final Invariant PAUSED_IS_QUIET =
      new Invariant("S9 a paused target is left alone", LedgerLaws::quiet);
  public static final Invariant OFF_IS_LEFT_ALONE =
      new Invariant("S9 what was switched off is not restarted", RestartLaws::off);
  public static final Invariant REHEARSED =
      new Invariant("S11 a rehearsal writes nothing and does nothing", LedgerLaws::rehearsed);
  public static final Invariant BOUNDED =
      new Invariant("S12 the ledger does not grow with time", LedgerLaws::bounded);
  public static final Invariant PURE =
      new Invariant("S13 equal input, equal decision", LedgerLaws::pure);
  public static final Invariant IN_TIME =
      new Invariant("S14 a round ends before its deadline", LedgerLaws::inTime);
  public static final Invariant STOPS =
      new Invariant("S15 nothing begins after SIGTERM", LedgerLaws::stops);
  public static final Invariant IN_ORDER =
      new Invariant("rule 5: nobody is told things out of order", NoticeLaws::inOrder);
  public static final Invariant NOT_TOO_MANY =
      new Invariant("rule 6: at most 24 notices a day", NoticeLaws::notTooMany);
  public static final Invariant FRESHLY_CONFIRMED =
      new Invariant("rule 8: failures are confirmed afresh", RestartLaws::freshlyConfirmed);
  public static final Invariant ONE_AT_A_TIME =
      new Invariant("rule 9: no restart within the settle of the last", RestartLaws::settle);
  public static final Invariant FEW_PER_INCIDENT = new Invariant(
      "rule 10: no incident has more restarts than its ladder", RestartLaws::fewPerIncident);
  public static final Invariant ONE_EFFECT_PER_KEY =
      new Invariant("an attempt takes effect at most once", RestartLaws::oneEffect);

  /** All of them. */
  public static final List<Invariant> ALL = List.of(
      ACTS_ONLY_WHERE_IT_CAN_HELP,
      RESTARTS_PER_WINDOW,
      TOLD_ONCE,
      FEW_REPEATS,
      SAME_MAIL,
      WRITTEN_FIRST,
      NO_STRAY_RECOVERY,
      DECLARED_ROWS,
      ROUNDS_GO_UP,
      LOSER_DOES_NOTHING,
      NEVER_UNREAD,
      PAUSED_IS_QUIET,
      OFF_IS_LEFT_ALONE,
      REHEARSED,
      BOUNDED,
      PURE,
      IN_TIME,
      STOPS,
      IN_ORDER,
      NOT_TOO_MANY,
      FRESHLY_CONFIRMED,
      ONE_AT_A_TIME,
      FEW_PER_INCIDENT,
      ONE_EFFECT_PER_KEY);

  private Invariants() {}
}
