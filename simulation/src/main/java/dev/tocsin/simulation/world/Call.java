package dev.tocsin.simulation.world;

import java.util.Locale;

/** The calls that a round makes to its ports. */
public enum Call {
  LOAD,
  LOOK,
  WRITE,
  TELL,
  RECHECK,
  REMEDIATE,
  FIND;

  /** In a story. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
