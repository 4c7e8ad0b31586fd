package dev.tocsin.incident;

import java.time.Instant;
import java.util.Objects;

/**
 * When something happened: by the clock, and by the count of rounds. A clock may jump; a count of
 * rounds may not, so every limit needs both.
 *
 * @param at the time
 * @param round how many counted rounds there had been
 */
public record Moment(Instant at, long round) {

  /** Not known when: rule 11 turns it into the present at the next round. */
  public static final Moment LATEST = new Moment(Instant.MAX, Long.MAX_VALUE);

  public Moment {
    Objects.requireNonNull(at);
  }

  /** A stored moment in the future is rewritten to now. */
  Moment notAfter(Moment now) {
    if (at.isAfter(now.at) || round > now.round) {
      return new Moment(at.isAfter(now.at) ? now.at : at, Math.min(round, now.round));
    }
    return this;
  }
}
