package dev.tocsin.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a target's attempts have cost. Belongs to the target and outlives incidents.
 *
 * @param charges attempts charged, oldest first
 * @param settling the last attempt's time to prove itself, while it runs
 * @param unsettled the one attempt whose outcome is not known; it counts as made now
 * @param locked since when no attempt is made because memory was damaged
 * @param storm since when no attempt is made because too much failed at once
 */
public record Attempts(
    List<Charge> charges,
    Optional<Settling> settling,
    Optional<Attempt> unsettled,
    Optional<Moment> locked,
    Optional<Moment> storm) {

  public static final Attempts NONE = new Attempts(
      List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** For how long an attempt lengthens the pause before the next. */
  private static final Duration MEMORY = Duration.ofHours(24);

  private static final int REMEMBERED = 50;

  public Attempts {
    charges =
        List.copyOf(charges.subList(Math.max(0, charges.size() - REMEMBERED), charges.size()));
    Objects.requireNonNull(settling);
    Objects.requireNonNull(unsettled);
    Objects.requireNonNull(locked);
    Objects.requireNonNull(storm);
  }

  /**
   * An attempt that was charged.
   *
   * @param key its key
   * @param at when its outcome was known
   * @param step as configured; empty: not known
   * @param result what became of it
   */
  public record Charge(String key, Moment at, String step, Result result) {

    public Charge {
      Objects.requireNonNull(key);
      Objects.requireNonNull(at);
      step = Text.oneLine(step);
      Objects.requireNonNull(result);
    }

    /** Only that it was made is known. */
    public Charge(String key, Moment at) {
      this(key, at, "", Result.NOT_KNOWN);
    }
  }

  /** What became of an attempt, as far as whoever was asked to do it said. */
  public enum Result {
    NOT_KNOWN,
    ACCEPTED,
    REFUSED
  }

  /** An attempt's time to prove itself. */
  public record Settling(Moment since, Duration span) {
    boolean over(Now now) {
      return now.passed(span, since);
    }
  }

  /** When a further attempt within the window is free again; absent: now. */
  Optional<Instant> windowSpentUntil(Remediation remediation, Now now) {
    List<Charge> spent =
        charges.stream().filter(c -> !now.passed(remediation.window(), c.at())).toList();
    int tooMany = spent.size() - remediation.attemptsPerWindow();
    return tooMany < 0
        ? Optional.empty()
        : Optional.of(now.earliest(remediation.window(), spent.get(tooMany).at()));
  }

  /** Until when the growing pause lasts; absent: it is over. */
  Optional<Instant> pausingUntil(Remediation remediation, Now now) {
    List<Charge> lately =
        charges.stream().filter(c -> !now.passed(MEMORY, c.at())).toList();
    if (lately.isEmpty()) {
      return Optional.empty();
    }
    Duration pause = remediation.pause().multipliedBy(1L << Math.min(lately.size() - 1, 30));
    Duration capped =
        pause.compareTo(remediation.pauseLimit()) > 0 ? remediation.pauseLimit() : pause;
    Moment last = lately.get(lately.size() - 1).at();
    return now.passed(capped, last) ? Optional.empty() : Optional.of(now.earliest(capped, last));
  }

  Attempts ordered(Attempt attempt) {
    return new Attempts(charges, settling, Optional.of(attempt), locked, storm);
  }

  /** The attempt's outcome is known: it is charged, and perhaps given time to prove itself. */
  Attempts charged(Attempt attempt, Moment known, Result result, Optional<Settling> settling) {
    return returned()
        .with(new Charge(attempt.key(), known, attempt.step(), result))
        .with(settling);
  }

  /** The latest of those that were charged for an incident, oldest first. */
  List<Notice.Tried> latest(IncidentId incident, int most) {
    List<Notice.Tried> all = charges.stream()
        .filter(c -> Attempt.number(c.key(), incident) > 0)
        .map(c -> new Notice.Tried(c.step(), c.at().at(), c.result()))
        .toList();
    return all.subList(Math.max(0, all.size() - most), all.size());
  }

  /** Its outcome will never be asked for: it counts as made now. */
  Attempts abandoned(Moment now) {
    return unsettled
        .map(a -> charged(a, now, Result.NOT_KNOWN, Optional.of(new Settling(now, a.settle()))))
        .orElse(this);
  }

  /** The attempt never was: nothing remains of it. */
  Attempts returned() {
    return new Attempts(charges, settling, Optional.empty(), locked, storm);
  }

  Attempts stormSince(Moment now) {
    return new Attempts(charges, settling, unsettled, locked, Optional.of(now));
  }

  Attempts lockedSince(Moment now) {
    return new Attempts(charges, settling, unsettled, Optional.of(now), storm);
  }

  /** Charges that the outside world remembers and we do not; the last may still be settling. */
  Attempts recalled(List<Sighting.PastAttempt> past, Duration settle, Duration window, Now now) {
    Attempts all = this;
    for (Sighting.PastAttempt attempt : past) {
      Moment at = now.past(attempt.at());
      if (!all.knows(attempt.key()) && !now.passed(longest(window), at)) {
        all =
            all.with(new Charge(attempt.key(), at)).settlingAtLeast(new Settling(at, settle), now);
      }
    }
    return all;
  }

  /** Forgets what limits nothing any more, and rewrites what lies in the future. */
  Attempts remembered(Now now, Duration window) {
    if (this.equals(NONE)) {
      return this;
    }
    return new Attempts(
        charges.stream()
            .map(c -> new Charge(c.key(), c.at().notAfter(now.moment()), c.step(), c.result()))
            .filter(c -> !now.passed(longest(window), c.at()))
            .toList(),
        settling
            .map(s -> new Settling(s.since().notAfter(now.moment()), s.span()))
            .filter(s -> !s.over(now)),
        unsettled.map(a -> a.notAfter(now.moment())),
        locked.map(m -> m.notAfter(now.moment())).filter(m -> !now.passed(window, m)),
        storm.map(m -> m.notAfter(now.moment())).filter(m -> !now.passed(window, m)));
  }

  private Attempts settlingAtLeast(Settling known, Now now) {
    boolean longer = !known.over(now)
        && settling.filter(s -> !s.since().at().isBefore(known.since().at())).isEmpty();
    return longer ? with(Optional.of(known)) : this;
  }

  private static Duration longest(Duration window) {
    return window.compareTo(MEMORY) > 0 ? window : MEMORY;
  }

  private boolean knows(String key) {
    return charges.stream().anyMatch(c -> c.key().equals(key))
        || unsettled.filter(a -> a.key().equals(key)).isPresent();
  }

  private Attempts with(Charge charge) {
    List<Charge> all = new ArrayList<>(charges);
    all.add(charge);
    all.sort((a, b) -> a.at().at().compareTo(b.at().at()));
    return new Attempts(all, settling, unsettled, locked, storm);
  }

  private Attempts with(Optional<Settling> settling) {
    return new Attempts(charges, settling, unsettled, locked, storm);
  }
}
