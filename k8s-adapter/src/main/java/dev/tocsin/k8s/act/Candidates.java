package dev.tocsin.k8s.act;

import dev.tocsin.k8s.witness.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a fresh look offers to a repair.
 *
 * @param workload what runs the target
 * @param victims pods that may be replaced, the one to begin with first
 * @param why if there is none, why not
 * @param youngest when the youngest pod was made
 */
record Candidates(Subject workload, List<Victim> victims, String why, Optional<Instant> youngest) {

  Candidates {
    victims = List.copyOf(victims);
  }

  /** The pod, if it may be replaced. */
  Optional<Victim> victim(String uid) {
    return victims.stream().filter(v -> v.pod().uid().equals(uid)).findFirst();
  }

  /**
   * One bad pod.
   *
   * @param pod which one
   * @param version its resourceVersion, as it was diagnosed
   * @param node where it runs
   */
  record Victim(Subject pod, String version, String node) {}
}
