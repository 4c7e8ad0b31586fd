package dev.tocsin.simulation.world;

import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Precondition;
import java.time.Instant;

/** What any checker can see and do, one that is not made of Tocsin's core too. */
public interface Outside {

  /** What its clock shows. */
  Instant now();

  /** Looks at a target. */
  Observation look(String target);

  /** Asks whether a target's node is ready. */
  Precondition.Verdict nodeReady(String target);

  /**
   * Sends a mail.
   *
   * @return whether the server said that it has it
   */
  boolean mail(Notice.Kind kind, String target, String subject);

  /**
   * Restarts a target.
   *
   * @return whether the API server said that it is done
   */
  boolean restart(String target);
}
