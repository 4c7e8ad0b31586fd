package dev.tocsin.runner.check;

import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Observation.Cause;

/** <em>We</em> could not look; says nothing of the target. */
final class CannotLook extends Exception {

  private static final long serialVersionUID = 1;

  private final Cause why;

  CannotLook(Cause why, String detail) {
    super(detail);
    this.why = why;
  }

  Observation observation() {
    return new Observation.Unknown(why, String.valueOf(getMessage()));
  }
}
