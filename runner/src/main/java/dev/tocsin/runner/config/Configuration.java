package dev.tocsin.runner.config;

import dev.tocsin.email.MailSettings;
import dev.tocsin.incident.Target;
import dev.tocsin.k8s.look.Watched;
import dev.tocsin.runner.check.Probe;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A configuration that is valid.
 *
 * @param ledger where the ledger is kept
 * @param cluster which cluster is meant, where something needs one
 * @param interval the schedule, default 5 min
 * @param mail how notices are mailed; absent: they are printed
 * @param heartbeat what is called after a round that did its duty
 * @param isolation a reference: if it fails like everything else, we are cut off ourselves
 * @param parallelism how many targets are looked at side by side; 1 to 64, default 8
 * @param watches what is watched, at least one, ordered by name
 * @param invariants what must hold in every simulated history, beside what always must
 */
public record Configuration(
    LedgerPlace ledger,
    Cluster cluster,
    Duration interval,
    Optional<MailSettings> mail,
    Optional<URI> heartbeat,
    Optional<Probe> isolation,
    int parallelism,
    List<Watch> watches,
    List<String> invariants) {

  public Configuration {
    watches = List.copyOf(watches);
    invariants = List.copyOf(invariants);
  }

  /** Whether anything of it is in a cluster: without, nothing of the adapter is ever loaded. */
  public boolean needsCluster() {
    return ledger instanceof LedgerPlace.InConfigMap
        || watches.stream().anyMatch(watch -> watch.cluster().isPresent());
  }

  /** Names only: what is watched, asked and called may hold secrets. */
  @Override
  public String toString() {
    return "Configuration[ledger=" + ledger + ", interval=" + interval + ", watches=" + watches
        + "]";
  }

  /** Where the ledger is kept. */
  public sealed interface LedgerPlace {

    /** In a file of this machine. */
    record InFile(Path file) implements LedgerPlace {}

    /**
     * In a cluster.
     *
     * @param parts over how many ConfigMaps the targets are spread; 1 to 256, each is a ledger of
     *     its own
     * @param before the memory of the checker that we take over from
     */
    record InConfigMap(String namespace, String name, int parts, Optional<Story> before)
        implements LedgerPlace {

      /** The ConfigMap of a part: the first one has the name itself. */
      public String part(int index) {
        return index == 0 ? name : name + "-" + index;
      }

      boolean overwrites(Story story) {
        return story.namespace().equals(namespace)
            && IntStream.range(0, parts).mapToObj(this::part).anyMatch(story.name()::equals);
      }
    }

    /** The ConfigMap of another checker, and the target that it was about. */
    record Story(String namespace, String name, String target) {}
  }

  /**
   * Which cluster is meant.
   *
   * @param kubeconfig absent: as {@code kubectl} would, or a pod's own service account
   * @param context of the kubeconfig; absent: its current one
   * @param installation who we are in it; absent: made of where the ledger is
   * @param drainGrace how long a target that was drained away is switched off on purpose; default
   *     10 min
   */
  public record Cluster(
      Optional<Path> kubeconfig,
      Optional<String> context,
      Optional<String> installation,
      Duration drainGrace) {}

  /**
   * One target with what the rules need not know.
   *
   * @param target its name, policy and whom it waits for
   * @param check how it is looked at from here; absent: the cluster says how it is
   * @param preconditions asked for before it is acted on, and looked at from here
   * @param remedies its remediation by programs, by the name of the step
   * @param cluster what the cluster is asked about it, and asked to do
   */
  public record Watch(
      Target target,
      Optional<Probe> check,
      List<Asked> preconditions,
      List<Remedy> remedies,
      Optional<Watched> cluster) {

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
