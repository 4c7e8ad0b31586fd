package dev.tocsin.k8s.act;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Outcome;
import dev.tocsin.round.Deadline;

/** One way to repair one workload. */
interface Remedy {

  /** Makes an attempt that is written down; under one key at most one thing ever happens. */
  Outcome make(Attempt attempt, Deadline deadline);

  /** Looks for what became of an attempt. */
  Outcome find(Attempt attempt, Deadline deadline);

  /** There is no such repair for such a workload. */
  record Impossible(String why) implements Remedy {
    @Override
    public Outcome make(Attempt attempt, Deadline deadline) {
      return new Outcome.Refused(why);
    }

    @Override
    public Outcome find(Attempt attempt, Deadline deadline) {
      return new Outcome.NotDone(why);
    }
  }
}
