package dev.tocsin.k8s.act;

import dev.tocsin.k8s.api.Answer;
import dev.tocsin.k8s.look.Watched;
import dev.tocsin.round.Deadline;

/** Looks at one target again, right before it is acted on, for what may be acted on. */
@FunctionalInterface
interface Victims {

  /** What is there now. */
  Answer<Candidates> read(Watched watched, Deadline deadline);
}
