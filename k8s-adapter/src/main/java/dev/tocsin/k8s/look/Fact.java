package dev.tocsin.k8s.look;

/**
 * The preconditions that a workload always has, the weightiest first: the first that does not hold
 * is the cause that people are told.
 */
public enum Fact {
  /** The node is Ready, and has been for long enough. */
  NODE_READY("nodeReady"),
  /** The node is neither cordoned nor drained, and the pod may run there. */
  NODE_SCHEDULABLE("nodeSchedulable"),
  /** The namespace is not being deleted. */
  NAMESPACE_ACTIVE("namespaceActive"),
  /** What owns the pods makes new ones, and is of a kind that we know. */
  OWNER_KNOWN("ownerKnown"),
  /** The Deployment is not paused. */
  NOT_PAUSED("notPaused"),
  /** No rollout is running or stuck. */
  ROLLOUT_SETTLED("rolloutSettled"),
  /** New pods can be made: no quota or admission is in the way. */
  PODS_CREATABLE("podsCreatable"),
  /** A node was found for every pod. */
  POD_SCHEDULED("podScheduled"),
  /** Images can be pulled and containers configured. */
  IMAGE_PULLABLE("imagePullable"),
  /** No container is in a crash loop: the kubelet restarts it already. */
  NOT_CRASH_LOOPING("notCrashLooping"),
  /** No pod hangs in Terminating. */
  NOT_TERMINATING("notTerminating"),
  /** Every other pod of a StatefulSet is ready. */
  OTHERS_READY("othersReady"),
  /** The disruption budget allows one more. */
  DISRUPTION_ALLOWED("disruptionAllowed"),
  /** The pod had its time to start. */
  STARTUP_OVER("startupOver"),
  /** Nobody else restarted it just now. */
  UNTOUCHED("untouched");

  private final String word;

  Fact(String word) {
    this.word = word;
  }

  /** As it is configured. */
  public String word() {
    return word;
  }
}
