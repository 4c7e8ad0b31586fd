package dev.tocsin.incident;

import java.util.Objects;

/**
 * What this round is to do about one attempt.
 *
 * @param attempt claimed by this round
 * @param mode how
 */
public record Act(Attempt attempt, Mode mode) {

  public Act {
    Objects.requireNonNull(attempt);
    Objects.requireNonNull(mode);
  }

  /** How to treat an attempt. */
  public enum Mode {
    /** It is new: make it. */
    PERFORM,
    /** Left over, and still right: look for it, and make it if it is not found. */
    RESUME,
    /** Left over, and lapsed: look for it, and drop it if it is not found. */
    LOOK
  }
}
