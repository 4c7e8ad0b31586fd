package dev.tocsin.round;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Outcome;

/**
 * Port: what changes the world. Takes only what was written down first. Trouble is an outcome, not
 * an exception; an exception is a bug, and its outcome counts as {@link Outcome.Unclear}.
 */
public interface Effects {

  /** Tells a notice to every recipient that is not in {@link Notice#reached()}. */
  Outcome tell(Recorded<Notice> notice, Deadline deadline);

  /**
   * Makes an attempt; its key makes a repetition harmless where the world allows it. By default
   * refused: a checker that only tells has nothing to do here.
   */
  default Outcome remediate(Recorded<Attempt> attempt, Deadline deadline) {
    return new Outcome.Refused("this checker repairs nothing");
  }

  /**
   * Looks for what became of an attempt that an earlier round left over. By default it cannot be
   * looked for.
   *
   * @return {@code Done} if it took effect, or if such an attempt cannot be looked for;
   *     {@code NotDone} if it certainly did not; {@code Unclear} if there was no answer
   */
  default Outcome find(Recorded<Attempt> attempt, Deadline deadline) {
    return new Outcome.Done("it cannot be looked for");
  }
}
