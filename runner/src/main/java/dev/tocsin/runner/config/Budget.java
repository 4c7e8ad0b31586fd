package dev.tocsin.runner.config;

import dev.tocsin.incident.Remediation;
import dev.tocsin.incident.Remediation.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How often and how patiently is repaired, in {@code defaults.remediation} and in each target. */
final class Budget {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration SECOND = Duration.ofSeconds(1);

  static final Key<Integer> PER_INCIDENT = Key.or(
      "attemptsPerIncident",
      Scalars.budget(50),
      "3",
      "Attempts that one incident may cost, over all steps.");
  static final Key<Integer> PER_WINDOW = Key.or(
      "attemptsPerWindow",
      Scalars.budget(50),
      "2",
      "Attempts within any `window`, over incidents.");
  static final Key<Duration> WINDOW = Key.or(
      "window",
      Scalars.duration(SECOND, WEEK),
      "1h",
      "The sliding window of that budget; at least `interval`.");
  static final Key<Duration> SETTLE = Key.or(
      "settle",
      Scalars.duration(Duration.ZERO, Duration.ofDays(1)),
      "10m",
      "How long an attempt has to prove itself; at least `interval`.");
  static final Key<Duration> PAUSE = Key.or(
      "pause",
      Scalars.duration(Duration.ZERO, Duration.ofDays(1)),
      "10m",
      "The pause after an attempt before the next, doubled for every further one within 24 h.");
  static final Key<Duration> PAUSE_LIMIT = Key.or(
      "pauseLimit",
      Scalars.duration(Duration.ZERO, WEEK),
      "4h",
      "The longest pause; at least `pause`.");
  static final Key<Duration> GIVE_UP_AFTER = Key.or(
      "giveUpAfter",
      Scalars.duration(SECOND, WEEK),
      "1h",
      "How long the next attempt may be held, when one did not help, before a human is asked.");
  static final Key<Optional<Duration>> TRIAL_AFTER = Key.or(
      "trialAfter",
      Scalars.durationOrNever(Duration.ofMinutes(1), WEEK),
      "never",
      "After giving up, one trial after this long, then after twice that, and so on.");
  static final Shape SHAPE = Shape.of(
      "defaults.remediation",
      PER_INCIDENT,
      PER_WINDOW,
      WINDOW,
      SETTLE,
      PAUSE,
      PAUSE_LIMIT,
      GIVE_UP_AFTER,
      TRIAL_AFTER);

  private Budget() {}

  /** Whether the values agree with each other and with the interval; reports if not. */
  static boolean agrees(Fields fields, Optional<Duration> interval) {
    boolean window = lasts(fields, WINDOW, interval);
    boolean settle = lasts(fields, SETTLE, interval);
    Optional<Duration> limit = fields.find(PAUSE_LIMIT);
    Optional<Duration> pause = fields
        .find(PAUSE)
        .filter(span -> limit.filter(l -> l.compareTo(span) < 0).isPresent());
    pause.ifPresent(span -> fields
        .at(fields.isGiven(PAUSE_LIMIT) ? PAUSE_LIMIT : PAUSE)
        .problem("pauseLimit is " + Spans.show(limit.orElse(span))
            + (fields.isGiven(PAUSE_LIMIT) ? "" : " by default") + ", shorter than the pause of "
            + Spans.show(span) + ", expected at least that"));
    return window & settle & pause.isEmpty();
  }

  /** Within a span shorter than the interval nobody looks: it would mean nothing. */
  static boolean lasts(Fields fields, Key<Duration> key, Optional<Duration> interval) {
    Optional<Duration> span = fields
        .find(key)
        .filter(value -> interval.filter(i -> value.compareTo(i) < 0).isPresent());
    span.ifPresent(value -> fields
        .at(key)
        .problem(key.name() + " is " + Spans.show(value)
            + (fields.isGiven(key) ? "" : " by default")
            + ", shorter than the interval of " + Spans.show(interval.orElse(value))
            + ", expected at least that"));
    return span.isEmpty();
  }

  static Remediation over(List<Step> steps, Fields fields) {
    return new Remediation(
        steps,
        fields.value(PER_INCIDENT),
        fields.value(PER_WINDOW),
        fields.value(WINDOW),
        fields.value(PAUSE),
        fields.value(PAUSE_LIMIT),
        fields.value(GIVE_UP_AFTER),
        fields.value(TRIAL_AFTER));
  }
}
