package dev.tocsin.runner;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Outcome;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Effects;
import dev.tocsin.round.Recorded;

/** Effects of several rounds that share their time: nothing begins after the end. */
record Until(Deadline end, Effects effects) implements Effects {

  private static final String OVER = "no time was left for it in this round";

  @Override
  public Outcome tell(Recorded<Notice> notice, Deadline deadline) {
    return end.passed() ? new Outcome.NotDone(OVER) : effects.tell(notice, within(deadline));
  }

  @Override
  public Outcome remediate(Recorded<Attempt> attempt, Deadline deadline) {
    return end.passed() ? new Outcome.NotDone(OVER) : effects.remediate(attempt, within(deadline));
  }

  /** What was not looked for may have been made. */
  @Override
  public Outcome find(Recorded<Attempt> attempt, Deadline deadline) {
    return end.passed() ? new Outcome.Unclear(OVER) : effects.find(attempt, within(deadline));
  }

  private Deadline within(Deadline deadline) {
    return deadline.within(end.remaining());
  }
}
