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

  /** Whether it is one of those that change the world, or ask what became of a change. */
  boolean isDeed() {
    return this == TELL || this == REMEDIATE || this == FIND;
  }

  /** In a story. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
