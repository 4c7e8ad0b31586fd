package dev.tocsin.simulation.world;

/** Whether the watched world remembers what we did, when the ledger does not. */
public enum Witness {
  /** As a cluster does, by annotations and Events. */
  REMEMBERS,
  /** As beside a file ledger. */
  FORGETS;

  /** In a story. */
  public String word() {
    return this == REMEMBERS ? "remembers" : "forgets";
  }
}
