package dev.tocsin.incident;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether we can see a target: a second fact beside its state.
 *
 * @param unknowns rounds in a row without sight
 * @param blindness the episode without sight, until its end was told
 * @param since the first of the rounds in a row without sight, until they make blind; while blind
 *     the first of those with sight
 * @param trust blindness has a memory of its own
 */
public record Sight(
    int unknowns, Optional<Blindness> blindness, Optional<Moment> since, Trust trust) {

  public static final Sight CLEAR = new Sight(0, Optional.empty(), Optional.empty(), Trust.FULL);

  public Sight {
    Objects.requireNonNull(blindness);
    Objects.requireNonNull(since);
    Objects.requireNonNull(trust);
    if (unknowns < 0) {
      throw new IllegalArgumentException("impossible count of unknowns: " + unknowns);
    }
  }

  /**
   * One episode without sight.
   *
   * @param blind how it stands with its Blind
   * @param sightBack how it stands with its SightBack, which replaces an unsettled Blind
   */
  public record Blindness(
      IncidentId id, Observation.Cause cause, String detail, Telling blind, Telling sightBack) {
    public Blindness {
      detail = Text.oneLine(detail);
    }

    Blindness blind(Telling now) {
      return new Blindness(id, cause, detail, now, sightBack);
    }

    Blindness sightBack(Telling now) {
      return new Blindness(id, cause, detail, blind, now);
    }
  }

  /** Blind, and nobody has found sight lasting since. */
  public boolean blind() {
    return blindness.filter(b -> b.sightBack() == Telling.NOT_DUE).isPresent();
  }

  Sight unseen(Moment now) {
    Optional<Moment> first =
        blind() ? Optional.empty() : Optional.of(since.filter(m -> unknowns > 0).orElse(now));
    return new Sight(unknowns + 1, blindness, first, trust);
  }

  Sight lost(Blindness begun, Moment now) {
    return new Sight(unknowns, Optional.of(begun), Optional.empty(), trust.setback(now));
  }

  Sight seen(Moment now) {
    if (unknowns == 0 && (since.isPresent() || !blind())) {
      return this;
    }
    Optional<Moment> first = blind() ? Optional.of(since.orElse(now)) : Optional.empty();
    return new Sight(0, blindness, first, trust);
  }

  /** Whether sight has lasted for the quiet time. */
  boolean lasting(Now now, Duration limit) {
    return blind()
        && since.filter(s -> now.passed(trust.quiet(now.interval(), limit), s)).isPresent();
  }

  Sight with(Optional<Blindness> changed) {
    return new Sight(unknowns, changed, changed.isEmpty() ? Optional.empty() : since, trust);
  }

  /** After a gap, rounds in a row begin afresh. */
  Sight afterGap() {
    return new Sight(0, blindness, Optional.empty(), trust);
  }

  Sight remembered(Now now) {
    if (this.equals(CLEAR)) {
      return this;
    }
    Optional<Moment> first = since.map(m -> m.notAfter(now.moment()));
    return new Sight(unknowns, blindness, first, trust.remembered(now));
  }
}
