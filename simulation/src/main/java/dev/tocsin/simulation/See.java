package dev.tocsin.simulation;

import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Precondition.Verdict;
import dev.tocsin.incident.Sighting;
import java.util.List;

/** What a virtual round sees of a target. */
public enum See {
  /** Passing. */
  PASS("P", new Observation.Passing("it answers"), Verdict.MET),
  /** Failing, and a repair could work. */
  FAIL("F", new Observation.Failing("it does not answer"), Verdict.MET),
  /** Failing, and its node is down. */
  NODE_DOWN("N", new Observation.Failing("it does not answer"), Verdict.NOT_MET),
  /** Failing, and nothing is known of its node. */
  NODE_UNKNOWN("M", new Observation.Failing("it does not answer"), Verdict.UNKNOWN),
  /** We could not look. */
  UNKNOWN("U", new Observation.Unknown(Observation.Cause.NO_ANSWER, "time-out"), Verdict.UNKNOWN),
  /** Scaled to zero on purpose. */
  OFF("O", new Observation.Unknown(Observation.Cause.INTENDED, "0 replicas"), Verdict.MET);

  private final String letter;
  private final Sighting sighting;

  See(String letter, Observation observation, Verdict node) {
    this.letter = letter;
    var ready = new Precondition("nodeReady", "node n1", node, "node n1 is " + node);
    this.sighting = new Sighting(observation, List.of(ready), Sighting.Witness.NONE);
  }

  String letter() {
    return letter;
  }

  Sighting sighting() {
    return sighting;
  }

  boolean fails() {
    return sighting.observation() instanceof Observation.Failing;
  }

  boolean passes() {
    return this == PASS;
  }

  boolean mayAct() {
    return this == FAIL;
  }
}
