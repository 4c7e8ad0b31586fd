package dev.tocsin.runner.config;

import dev.tocsin.email.MailSettings;
import dev.tocsin.incident.Target;
import dev.tocsin.runner.check.Probe;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A configuration that is valid.
 *
 * @param ledger the ledger's file
 * @param interval the schedule, default 5 min
 * @param mail how notices are mailed; absent: they are printed
 * @param heartbeat what is called after a round that did its duty
 * @param parallelism how many targets are looked at side by side; 1 to 64, default 8
 * @param watches what is watched, at least one, ordered by name
 */
public record Configuration(
    Path ledger,
    Duration interval,
    Optional<MailSettings> mail,
    Optional<URI> heartbeat,
    int parallelism,
    List<Watch> watches) {

  public Configuration {
    watches = List.copyOf(watches);
  }

  /** Names only: what is watched, asked and called may hold secrets. */
  @Override
  public String toString() {
    return "Configuration[ledger=" + ledger + ", interval=" + interval + ", watches=" + watches
        + "]";
  }

  /**
   * One target with what the rules need not know.
   *
   * @param target its name, policy and whom it waits for
   * @param check how it is looked at
   * @param preconditions asked for before it is acted on
   * @param remedies its remediation, by the name of the step
   */
  public record Watch(
      Target target, Probe check, List<Asked> preconditions, List<Remedy> remedies) {

    public Watch {
      preconditions = List.copyOf(preconditions);
      remedies = List.copyOf(remedies);
    }

    @Override
    public String toString() {
      return target.name();
    }
  }

  /** A precondition that is asked for: it is MET when its probe passes. */
  public record Asked(String name, Probe probe) {

    @Override
    public String toString() {
      return name;
    }
  }

  /** A step of the remediation: a program. */
  public record Remedy(String step, Probe.Exec program) {}
}
