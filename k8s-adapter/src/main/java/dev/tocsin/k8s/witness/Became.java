package dev.tocsin.k8s.witness;

import dev.tocsin.incident.Outcome;
import java.util.Arrays;
import java.util.Locale;

/** What became of an attempt, as its Event remembers it. */
public enum Became {
  /** Nobody wrote it down: it may have taken effect. */
  OPEN,
  DONE,
  NOT_DONE,
  REFUSED,
  UNCLEAR;

  /** The word for an outcome. */
  public static Became of(Outcome outcome) {
    if (outcome instanceof Outcome.Done) {
      return DONE;
    }
    if (outcome instanceof Outcome.NotDone) {
      return NOT_DONE;
    }
    return outcome instanceof Outcome.Unclear ? UNCLEAR : REFUSED;
  }

  /** Reads {@link #word()} back; what nobody knows is {@link #OPEN}. */
  static Became parse(String word) {
    return Arrays.stream(values())
        .filter(b -> b.word().equals(word))
        .findFirst()
        .orElse(OPEN);
  }

  /** For example {@code not-done}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
