package dev.tocsin.simulation.world;

/** What can be said of a workload by an event. */
public enum Health {
  /** Mended: it runs from now on, after its start if it did not. */
  WELL("well"),
  /** It does not answer as it should. */
  SICK("sick"),
  /** Scaled to zero on purpose. */
  OFF("off"),
  /** Scaled up again. */
  ON("on"),
  /** We cannot look at it. */
  UNSEEN("unseen"),
  /** We can look at it again. */
  SEEN("seen"),
  /** Somebody takes it out of the configuration: nobody looks at it any more. */
  LEFT_OUT("left out of the configuration"),
  /** It is in the configuration again. */
  CONFIGURED("in the configuration"),
  /**
   * Something of the cluster is in the way of a repair: it is paused, rolled out, being deleted,
   * its image cannot be pulled, somebody else just restarted it.
   */
  HELD("held"),
  /** Nothing is any more. */
  FREE("free");

  private final String word;

  Health(String word) {
    this.word = word;
  }

  /** In a story. */
  public String word() {
    return word;
  }
}
