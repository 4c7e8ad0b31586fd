package dev.tocsin.simulation.world;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Sighting;
import dev.tocsin.round.RoundReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the outside saw of one round.
 *
 * @param begun when, truly
 * @param ended when, truly
 * @param clock what its clock showed when it planned, or at its beginning
 * @param frozen how long it stood still
 * @param fair whether it had all it needs to tell: its ledger, the mail server, the right time
 * @param truths what was true when it looked, in the order of {@link Setting#workloads()}
 * @param seen what it was shown, by target; empty if it did not look
 * @param loaded what it read first; absent if there was no answer
 * @param written what it wrote down, in order; only what is in the store
 * @param settled whether what became of its deeds was written down
 * @param mails that arrived
 * @param restarts that took effect
 * @param late what it began after it was told to stop
 * @param happened what happened to it, in words
 * @param killed at which call it was killed
 * @param report what it said; absent if it was killed, or is another checker's
 */
public record RoundRecord(
    Instant begun,
    Instant ended,
    Instant clock,
    Duration frozen,
    boolean fair,
    List<Truth> truths,
    Map<String, Sighting> seen,
    Optional<Ledger> loaded,
    List<Ledger> written,
    boolean settled,
    List<Mail> mails,
    List<Restart> restarts,
    List<Call> late,
    List<String> happened,
    Optional<String> killed,
    Optional<RoundReport> report) {

  /** Whether everything that there is was in the configuration, as far as it looked. */
  public boolean sawAll() {
    return seen.size() == truths.size();
  }

  /** Whether it counted as a sample, by what it wrote down. */
  public boolean counted() {
    return loaded
        .filter(ledger -> !written.isEmpty())
        .filter(
            ledger -> written.get(0).schedule().counted() > ledger.schedule().counted())
        .isPresent();
  }
}
