package dev.tocsin.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that is remembered of one target between rounds.
 *
 * @param target its name
 * @param state where it stands
 * @param samples what was lately seen
 * @param incident the open incident; absent exactly when HEALTHY
 * @param attempts what its attempts have cost
 * @param trust how far its recoveries are believed
 * @param sight whether we can see it
 * @param recovery a closed incident whose Recovery is owed
 * @param notices when its latest notices came due, oldest first, those of 24 hours
 * @param pausedUntil until when a human keeps it quiet
 */
public record Memory(
    String target,
    State state,
    Samples samples,
    Optional<Incident> incident,
    Attempts attempts,
    Trust trust,
    Sight sight,
    Optional<Recovery> recovery,
    List<Moment> notices,
    Optional<Instant> pausedUntil) {

  /** No sequence of observations makes more notices than this in 24 hours, for one target. */
  public static final int NOTICES_A_DAY = 24;

  /** What can become due, unstoppably, after a Recovery: Alert, GaveUp, Blind. */
  private static final int RESERVE = 4;

  public Memory {
    Target.requireName(target);
    Objects.requireNonNull(samples);
    Objects.requireNonNull(attempts);
    Objects.requireNonNull(trust);
    Objects.requireNonNull(sight);
    Objects.requireNonNull(recovery);
    Objects.requireNonNull(pausedUntil);
    notices = List.copyOf(notices);
    if ((state == State.HEALTHY) == incident.isPresent()) {
      throw new IllegalArgumentException(target + " is " + state + " with incident " + incident);
    }
  }

  /** Nothing is remembered of this target. */
  public static Memory fresh(String target) {
    return new Memory(
        target,
        State.HEALTHY,
        Samples.NONE,
        Optional.empty(),
        Attempts.NONE,
        Trust.FULL,
        Sight.CLEAR,
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** What was remembered of this target was damaged: no attempt for one full window. */
  public static Memory damaged(String target) {
    return fresh(target).with(Attempts.NONE.lockedSince(Moment.LATEST));
  }

  /** Nothing is remembered, but somebody was told of an incident that is not known to be over. */
  Memory recalled(Sighting.PastAlert told, List<Sighting.PastAttempt> past, Now now) {
    return with(State.ALERTED, Optional.of(Incident.recalled(told, past, now)))
        .with(trust.setback(now.moment()));
  }

  /** Whether this is more than nothing. */
  public boolean worthKeeping() {
    return !equals(fresh(target));
  }

  /** Whether nothing is known of the past: only then is the watched world asked for it. */
  public boolean knowsNothing() {
    return incident.isEmpty()
        && recovery.isEmpty()
        && samples.equals(Samples.NONE)
        && attempts.charges().isEmpty()
        && trust.equals(Trust.FULL);
  }

  /** Whether anything is to be told that is not known to have been told. */
  boolean owesAnything() {
    return recovery.isPresent()
        || sight.blindness().isPresent()
        || incident.isPresent() && incident.get().owesAnything();
  }

  /** A pause is over when two rounds in a row lie behind it: one may have a clock far ahead. */
  boolean paused(Now now) {
    return pausedUntil
        .filter(until -> now.at().isBefore(until) || now.previous().isBefore(until))
        .isPresent();
  }

  /** Whether something that can wait may become due, with what cannot wait still to fit. */
  boolean mayEnd() {
    return notices.size() <= NOTICES_A_DAY - RESERVE;
  }

  /** Remembers where the target was seen to run, while an incident is open. */
  Memory seenAt(Optional<String> place) {
    return incident
        .filter(i -> place.isPresent() && !i.place().equals(place))
        .map(i -> with(i.edit().place(place).incident()))
        .orElse(this);
  }

  /** Rewrites what lies in the future and forgets what limits nothing any more. */
  Memory remembered(Now now, Duration window) {
    return new Memory(
        target,
        state,
        samples.notAfter(now.moment()),
        incident.map(i -> i.notAfter(now.moment())),
        attempts.remembered(now, window),
        trust.remembered(now),
        sight.remembered(now),
        recovery,
        Trust.stillRemembered(notices, now),
        pausedUntil.filter(until -> paused(now)));
  }

  /** After a gap, failures and successes in a row begin afresh. */
  Memory afterGap() {
    return with(samples.settled()).with(sight.afterGap());
  }

  /** The target left the configuration: closed without a claim that it recovered. */
  Memory closed(Now now) {
    return new Memory(
        target,
        State.HEALTHY,
        Samples.NONE,
        Optional.empty(),
        attempts.abandoned(now.moment()),
        trust,
        new Sight(0, Optional.empty(), Optional.empty(), sight.trust()),
        Optional.empty(),
        notices,
        pausedUntil);
  }

  /** One more notice came due. */
  Memory due(Moment now) {
    List<Moment> all = Trust.newest(notices, now, NOTICES_A_DAY);
    return new Memory(
        target, state, samples, incident, attempts, trust, sight, recovery, all, pausedUntil);
  }

  Memory with(State state, Optional<Incident> incident) {
    return new Memory(
        target, state, samples, incident, attempts, trust, sight, recovery, notices, pausedUntil);
  }

  Memory with(Incident incident) {
    return with(state, Optional.of(incident));
  }

  Memory with(Samples samples) {
    return new Memory(
        target, state, samples, incident, attempts, trust, sight, recovery, notices, pausedUntil);
  }

  Memory with(Attempts attempts) {
    return new Memory(
        target, state, samples, incident, attempts, trust, sight, recovery, notices, pausedUntil);
  }

  Memory with(Trust trust) {
    return new Memory(
        target, state, samples, incident, attempts, trust, sight, recovery, notices, pausedUntil);
  }

  Memory with(Sight sight) {
    return new Memory(
        target, state, samples, incident, attempts, trust, sight, recovery, notices, pausedUntil);
  }

  Memory with(Optional<Recovery> recovery) {
    return new Memory(
        target, state, samples, incident, attempts, trust, sight, recovery, notices, pausedUntil);
  }

  /** Kept quiet until then; absent: not paused. */
  public Memory pausedUntil(Optional<Instant> until) {
    return new Memory(
        target, state, samples, incident, attempts, trust, sight, recovery, notices, until);
  }
}
