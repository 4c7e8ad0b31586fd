package dev.tocsin.runner;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Outcome;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Effects;
import dev.tocsin.round.Recorded;

/**
 * Tells and repairs.
 *
 * @param teller gives a notice to those who are told
 * @param remedy makes an attempt
 */
record Deeds(Teller teller, Remedy remedy) implements Effects {

  /** Gives a notice to those who are told. */
  @FunctionalInterface
  interface Teller {
    Outcome tell(Recorded<Notice> notice, Deadline deadline);
  }

  /** Makes an attempt. */
  @FunctionalInterface
  interface Remedy {
    Outcome run(Attempt attempt, Deadline deadline);
  }

  @Override
  public Outcome tell(Recorded<Notice> notice, Deadline deadline) {
    return teller.tell(notice, deadline);
  }

  @Override
  public Outcome remediate(Recorded<Attempt> attempt, Deadline deadline) {
    return remedy.run(attempt.intent(), deadline);
  }

  /** Nobody can know what a program did: it counts as done, and is never run again by its key. */
  @Override
  public Outcome find(Recorded<Attempt> attempt, Deadline deadline) {
    return new Outcome.Done("a program cannot be looked for: counts as done");
  }
}
