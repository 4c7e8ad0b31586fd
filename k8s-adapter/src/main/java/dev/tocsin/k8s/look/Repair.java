package dev.tocsin.k8s.look;

/** What the cluster can be asked to do about a workload. */
public enum Repair {
  /** Evicts one bad pod; a disruption budget may say no. */
  EVICT_POD("evictPod"),
  /** Deletes one bad pod, past every disruption budget. */
  DELETE_POD("deletePod"),
  /** Replaces all pods, a few at a time, as {@code kubectl rollout restart} does. */
  ROLLOUT_RESTART("rolloutRestart");

  private final String word;

  Repair(String word) {
    this.word = word;
  }

  /** As it is configured. */
  public String word() {
    return word;
  }
}
