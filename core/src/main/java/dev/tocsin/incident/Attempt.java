package dev.tocsin.incident;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * One remediation, to be done at most once.
 *
 * @param incident what it is for
 * @param number counts the attempts ordered in its incident, from 1
 * @param step the step of the ladder, as configured
 * @param settle how long it has to prove itself
 * @param claimed since when a round works on it
 */
public record Attempt(
    IncidentId incident, int number, String step, Duration settle, Optional<Moment> claimed)
    implements Intent {

  private static final String KIND = "-remediate-";

  public Attempt {
    Objects.requireNonNull(incident);
    step = Text.oneLine(step);
    Objects.requireNonNull(claimed);
    if (number < 1 || settle.isNegative()) {
      throw new IllegalArgumentException("impossible attempt " + number + " of " + incident);
    }
  }

  /** For example {@code frigate-r42-20261122T224105Z-remediate-1}. */
  @Override
  public String key() {
    return incident + KIND + number;
  }

  /** The number in a key of an attempt for this incident; 0 if the key is of another. */
  static int number(String key, IncidentId incident) {
    String start = incident + KIND;
    String number = key.startsWith(start) ? key.substring(start.length()) : "";
    return number.matches("[0-9]{1,6}") ? Integer.parseInt(number) : 0;
  }

  public String target() {
    return incident.target();
  }

  Attempt claimed(Optional<Moment> since) {
    return new Attempt(incident, number, step, settle, since);
  }
}
