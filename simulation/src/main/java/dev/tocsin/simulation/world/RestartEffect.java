package dev.tocsin.simulation.world;

/** What a restart does to a workload, where it can run. */
public enum RestartEffect {
  /** It is well after its start. */
  HELPS("helps"),
  /** It starts, and is as it was. */
  DOES_NOTHING("does nothing"),
  /** It does not come up again until somebody mends it. */
  MAKES_IT_WORSE("makes it worse");

  private final String word;

  RestartEffect(String word) {
    this.word = word;
  }

  /** In a story. */
  public String word() {
    return word;
  }
}
