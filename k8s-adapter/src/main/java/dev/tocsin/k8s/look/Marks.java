package dev.tocsin.k8s.look;

/** Names of what we leave in a cluster. */
final class Marks {

  /** The key of an attempt, on a pod template. */
  static final String ATTEMPT = "tocsin.dev/attempt";

  /** Which installation it was. */
  static final String OWNER = "tocsin.dev/owner";

  /** What became of an attempt, on its Event. */
  static final String OUTCOME = "tocsin.dev/outcome";

  /** Chooses what we have made. */
  static final String OURS = "app.kubernetes.io/managed-by=tocsin";

  private Marks() {}
}
