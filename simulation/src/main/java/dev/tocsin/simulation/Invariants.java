package dev.tocsin.simulation;

import java.util.List;
import java.util.Optional;

/** The invariants that live in the rules. S and L numbers are those of the catalogue of faults. */
final class Invariants {

  static final Invariant RESTARTS_PER_WINDOW =
      new Invariant("S2 no window has more restarts than its budget", RestartLaws::window);
  static final Invariant TOLD_ONCE =
      new Invariant("S3 an alert known to be accepted is never sent again", NoticeLaws::toldOnce);
  static final Invariant FEW_REPEATS =
      new Invariant("S3 a lost answer costs three mails, then one a day", NoticeLaws::fewRepeats);
  static final Invariant SAME_MAIL =
      new Invariant("S3 a mail that is repeated has the same Message-ID", NoticeLaws::sameMail);
  static final Invariant WRITTEN_FIRST =
      new Invariant("S4 nothing is done that was not written down", LedgerLaws::writtenFirst);
  static final Invariant NO_STRAY_RECOVERY =
      new Invariant("S5 no recovery of what nobody was told", NoticeLaws::noStrayRecovery);
  static final Invariant DECLARED_ROWS =
      new Invariant("S6 states move along the declared rows only", LedgerLaws::declaredRows);
  static final Invariant ROUNDS_GO_UP =
      new Invariant("S6 the count of rounds never falls", LedgerLaws::roundsGoUp);
  static final Invariant PAUSED_IS_QUIET =
      new Invariant("S9 a paused or switched-off target is left alone", NoticeLaws::quiet);
  static final Invariant BOUNDED =
      new Invariant("S12 the ledger does not grow with time", LedgerLaws::bounded);
  static final Invariant PURE = new Invariant("S13 equal input, equal decision", LedgerLaws::pure);
  static final Invariant ACTS_ONLY_WHERE_IT_CAN_HELP =
      new Invariant("S1 no restart unless every precondition is MET", RestartLaws::preconditions);
  static final Invariant IN_ORDER =
      new Invariant("rule 5: nobody is told things out of order", NoticeLaws::inOrder);
  static final Invariant NOT_TOO_MANY =
      new Invariant("rule 6: at most 24 notices a day", NoticeLaws::notTooMany);
  static final Invariant FRESHLY_CONFIRMED =
      new Invariant("rule 8: failures are confirmed afresh", RestartLaws::freshlyConfirmed);
  static final Invariant ONE_AT_A_TIME =
      new Invariant("rule 9: no restart within the settle of the last", RestartLaws::settle);
  static final Invariant ONE_EFFECT_PER_KEY =
      new Invariant("an attempt takes effect at most once", RestartLaws::oneEffect);

  static final List<Invariant> ALL = List.of(
      RESTARTS_PER_WINDOW,
      TOLD_ONCE,
      FEW_REPEATS,
      SAME_MAIL,
      WRITTEN_FIRST,
      NO_STRAY_RECOVERY,
      DECLARED_ROWS,
      ROUNDS_GO_UP,
      PAUSED_IS_QUIET,
      BOUNDED,
      PURE,
      ACTS_ONLY_WHERE_IT_CAN_HELP,
      IN_ORDER,
      NOT_TOO_MANY,
      FRESHLY_CONFIRMED,
      ONE_AT_A_TIME,
      ONE_EFFECT_PER_KEY);

  private Invariants() {}

  /** The first of all that the newest step of this stage breaks. */
  static Optional<String> firstBroken(World world, Stage stage) {
    for (Invariant invariant : ALL) {
      Optional<String> broken = invariant.broken(world, stage);
      if (broken.isPresent()) {
        return Optional.of(invariant.name() + ": " + broken.get() + " after " + stage.history());
      }
    }
    return Optional.empty();
  }
}
