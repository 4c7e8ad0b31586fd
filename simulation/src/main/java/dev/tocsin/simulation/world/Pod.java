package dev.tocsin.simulation.world;

/** What has become of a workload's pod. */
public enum Pod {
  /** It answers as it should. */
  RUNNING,
  /** It needs its time to start, and does not answer yet. */
  STARTING,
  /** It runs, and does not answer as it should. */
  SICK,
  /** Its node is away. */
  LOST,
  /** It was restarted where it cannot run. */
  PENDING
}
