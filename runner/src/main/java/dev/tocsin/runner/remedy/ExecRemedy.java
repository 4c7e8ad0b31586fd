package dev.tocsin.runner.remedy;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Outcome;
import dev.tocsin.round.Deadline;
import dev.tocsin.runner.check.Probe;
import dev.tocsin.runner.check.Program;
import java.util.Map;
import java.util.Objects;

/**
 * Remediation by a program of the user's. It gets the attempt's key as {@code TOCSIN_ATTEMPT},
 * beside {@code TOCSIN_TARGET} and {@code TOCSIN_INCIDENT}, and is never run twice under one key.
 */
public final class ExecRemedy {

  private final Probe.Exec program;

  /** A remedy; the program's timeout limits it. */
  public ExecRemedy(Probe.Exec program) {
    this.program = Objects.requireNonNull(program);
  }

  /**
   * Runs the program.
   *
   * @return Done if it exits with 0; Refused if it exits otherwise or cannot be run; NotDone if
   *     there is no time left to begin; Unclear if it was killed, because its time was over
   */
  public Outcome run(Attempt attempt, Deadline deadline) {
    Deadline own = deadline.within(program.timeout());
    if (own.passed()) {
      return new Outcome.NotDone("there was no time left to run the program");
    }
    Program.Ending ending = Program.run(program.argv(), environment(attempt), own);
    if (ending instanceof Program.NotStarted not) {
      return not.cause() == Observation.Cause.NO_TIME
          ? new Outcome.NotDone(not.detail())
          : new Outcome.Refused(not.detail());
    }
    if (ending instanceof Program.Killed) {
      return new Outcome.Unclear("the program did not end in time and was killed");
    }
    Program.Exited exited = (Program.Exited) ending;
    return exited.code() == 0
        ? new Outcome.Done(exited.toString())
        : new Outcome.Refused(exited.toString());
  }

  private static Map<String, String> environment(Attempt attempt) {
    return Map.of(
        "TOCSIN_ATTEMPT", attempt.key(),
        "TOCSIN_TARGET", attempt.target(),
        "TOCSIN_INCIDENT", attempt.incident().toString());
  }
}
