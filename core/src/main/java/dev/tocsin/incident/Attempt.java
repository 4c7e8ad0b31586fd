package dev.tocsin.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One remediation, to be done at most once.
 *
 * @param incident what it is for
 * @param number counts the attempts ordered in its incident, from 1
 * @param step the step of the ladder, as configured
 * @param settle how long it has to prove itself
 * @param ordered when it was decided
 * @param looks how often nobody could say what became of it
 * @param lapsed whether some round since would not have ordered it: it is looked for, never made
 * @param claimed since when a round works on it
 */
public record Attempt(
    IncidentId incident,
    int number,
    String step,
    Duration settle,
    Moment ordered,
    int looks,
    boolean lapsed,
    Optional<Moment> claimed)
    implements Intent {

  /** What cannot be known for so many rounds never will be: it counts as made. */
  private static final int LOOKS_AT_MOST = 12;

  private static final String KIND = "-remediate-";

  public Attempt {
    Objects.requireNonNull(incident);
    step = Text.oneLine(step);
    Objects.requireNonNull(ordered);
    Objects.requireNonNull(claimed);
    if (number < 1 || settle.isNegative() || looks < 0) {
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

  static Attempt ordered(IncidentId incident, int number, Remediation.Step step, Moment now) {
    return new Attempt(
        incident, number, step.name(), step.settle(), now, 0, false, Optional.of(now));
  }

  /** When it has had its time, if it is made now; absent: it has none. */
  Optional<Instant> provenBy() {
    return settle.isZero() ? Optional.empty() : claimed.map(now -> now.at().plus(settle));
  }

  Attempt claimedSince(Moment now) {
    return new Attempt(incident, number, step, settle, ordered, looks, lapsed, Optional.of(now));
  }

  /** No longer right, were it only for one round: what it was ordered for has passed. */
  Attempt lapse() {
    return new Attempt(incident, number, step, settle, ordered, looks, true, claimed);
  }

  /** Nobody could say what became of it: the next round looks for it. */
  Attempt unclear() {
    return new Attempt(
        incident, number, step, settle, ordered, looks + 1, lapsed, Optional.empty());
  }

  boolean lookedForTooOften() {
    return looks >= LOOKS_AT_MOST;
  }

  Attempt notAfter(Moment now) {
    return new Attempt(
        incident,
        number,
        step,
        settle,
        ordered.notAfter(now),
        looks,
        lapsed,
        claimed.map(c -> c.notAfter(now)));
  }
}
