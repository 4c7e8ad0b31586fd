package dev.tocsin.k8s.look;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the cluster is asked about one target.
 *
 * @param check how it is looked at
 * @param workload what runs it; absent: the cluster knows nothing that could be restarted
 * @param asked the preconditions that are asked for
 * @param repairs its remediation, by the name of the step; a step that is not in it is somebody
 *     else's to do
 */
public record Watched(
    Check check, Optional<Workload> workload, Asked asked, Map<String, Repair> repairs) {

  public Watched {
    Objects.requireNonNull(check);
    Objects.requireNonNull(workload);
    Objects.requireNonNull(asked);
    repairs = Map.copyOf(repairs);
  }

  /** How a target is looked at. */
  public sealed interface Check {

    /** Whether enough of the workload is available. */
    record OfWorkload() implements Check {}

    /** Whether a node is ready. */
    record OfNode(String node) implements Check {}

    /** Somebody else looks at it, for example over HTTP. */
    record Elsewhere() implements Check {}
  }
}
