package dev.tocsin.round;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Plan;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one round did.
 *
 * @param ending how it ended
 * @param plan what it decided; absent if it could not read the ledger
 * @param outcomes what became of each intent, by key
 * @param ledger what is remembered now; absent if it could not be read
 * @param remarks what a human should know, one line each
 * @param bugs bugs of ours, one line each
 */
public record RoundReport(
    Ending ending,
    Optional<Plan> plan,
    Map<String, Outcome> outcomes,
    Optional<Ledger> ledger,
    List<String> remarks,
    List<String> bugs) {

  public RoundReport {
    Objects.requireNonNull(ending);
    Objects.requireNonNull(plan);
    outcomes = Collections.unmodifiableMap(new TreeMap<>(outcomes));
    Objects.requireNonNull(ledger);
    remarks = List.copyOf(remarks);
    bugs = List.copyOf(bugs);
  }

  /** How a round can end, with its exit code. */
  public enum Ending {
    /** It did its duty, whatever the health of the targets. */
    DONE(0),
    /** Another round did the work. */
    OVERTAKEN(0),
    /** A bug of ours. */
    BUG(1),
    /** The ledger could not be read or written, or a damaged one was put aside. */
    NO_LEDGER(3),
    /** A notice is owed that could not be delivered, or an attempt was refused. */
    OWING(4),
    /** It was told to stop. */
    STOPPED(143);

    private final int exitCode;

    Ending(int exitCode) {
      this.exitCode = exitCode;
    }

    public int exitCode() {
      return exitCode;
    }
  }

  public int exitCode() {
    return ending.exitCode();
  }
}
