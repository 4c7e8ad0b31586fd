package dev.tocsin.runner;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Outcome;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Effects;
import dev.tocsin.round.Recorded;

/** Of a rehearsal. */
final class NoEffects implements Effects {

  @Override
  public Outcome tell(Recorded<Notice> notice, Deadline deadline) {
    throw new IllegalStateException("a rehearsal tells nobody");
  }

  @Override
  public Outcome remediate(Recorded<Attempt> attempt, Deadline deadline) {
    throw new IllegalStateException("a rehearsal repairs nothing");
  }

  @Override
  public Outcome find(Recorded<Attempt> attempt, Deadline deadline) {
    throw new IllegalStateException("a rehearsal looks for no attempt");
  }
}
