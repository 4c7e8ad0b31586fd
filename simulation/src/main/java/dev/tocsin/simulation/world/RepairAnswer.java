package dev.tocsin.simulation.world;

import dev.tocsin.incident.Outcome;

/** What the API server does with every repair. */
public enum RepairAnswer {
  /** It does it. */
  FINE("fine", true, new Outcome.Done("accepted")),
  /** 409: somebody else was faster. */
  CONFLICTS("answered 409", false, new Outcome.NotDone("409 conflict")),
  /** 429: a disruption budget, or too many requests. F17, F69 */
  THROTTLED("answered 429", false, new Outcome.NotDone("429 disruption budget")),
  /** 403: rights are missing. F16 */
  FORBIDDEN("answered 403", false, new Outcome.Refused("403 forbidden")),
  /** 500, and nobody knows; it was not done. F26 */
  FAILS("answered 500", false, new Outcome.Unclear("500 internal error")),
  /** It is done, and the answer is lost. F08 */
  LOSES_ANSWERS("losing answers", true, new Outcome.Unclear("the answer was lost")),
  /** It is not done, and the answer is lost. */
  LOST("lost", false, new Outcome.Unclear("the answer was lost"));

  private final String word;
  private final boolean done;
  private final Outcome outcome;

  RepairAnswer(String word, boolean done, Outcome outcome) {
    this.word = word;
    this.done = done;
    this.outcome = outcome;
  }

  /** In a story. */
  public String word() {
    return word;
  }

  boolean done() {
    return done;
  }

  Outcome outcome() {
    return outcome;
  }

  /** Whether an attempt can be looked for. */
  boolean finds() {
    return !(outcome instanceof Outcome.Unclear);
  }
}
