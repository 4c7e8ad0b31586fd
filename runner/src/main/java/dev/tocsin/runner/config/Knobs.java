package dev.tocsin.runner.config;

import dev.tocsin.incident.Policy;
import java.time.Duration;
import java.util.Optional;

/** The knobs of telling, in {@code defaults} and in each target. */
final class Knobs {

  static final Key<Integer> FAILURES_TO_ALERT = Key.or(
      "failuresToAlert",
      Scalars.integer(1, 100),
      "2",
      "Failures in a row that confirm an incident, and that an attempt needs afresh.");
  static final Key<Integer> SUCCESSES_TO_CLOSE = Key.or(
      "successesToClose", Scalars.integer(1, 100), "2", "Passes in a row that close an incident.");
  static final Key<Integer> UNKNOWNS_TO_ALERT = Key.or(
      "unknownsToAlert",
      Scalars.integer(1, 100),
      "3",
      "Rounds in a row without sight that make blind.");
  static final Key<Item> FLAPPING = Key.optional(
      "flapping",
      Type.later("a mapping, see `flapping`", Form.mapping("flapping")),
      "6 of 12",
      "Confirms an incident of a target that is up and down.");
  static final Key<Duration> QUIET_LIMIT = Key.or(
      "quietLimit",
      Scalars.duration(Duration.ZERO, Duration.ofDays(7)),
      "4h",
      "The longest quiet time before an incident closes; it grows with every relapse.");
  static final Key<Optional<Duration>> REMIND_EVERY = Key.or(
      "remindEvery",
      Scalars.durationOrNever(Duration.ofHours(1), Duration.ofDays(365)),
      "never",
      "When an open incident is told of again.");
  static final Shape SHAPE = Shape.of(
      "the knobs of telling",
      FAILURES_TO_ALERT,
      SUCCESSES_TO_CLOSE,
      UNKNOWNS_TO_ALERT,
      FLAPPING,
      QUIET_LIMIT,
      REMIND_EVERY);

  static final Key<Integer> FAILURES =
      Key.or("failures", Scalars.integer(1, 60), "6", "So many failures; at most `samples`.");
  static final Key<Integer> SAMPLES =
      Key.or("samples", Scalars.integer(1, 60), "12", "Among so many counted samples.");
  static final Shape FLAPPING_SHAPE = Shape.of("flapping", FAILURES, SAMPLES);

  private Knobs() {}

  /** The policy without remediation. */
  static Optional<Policy> read(Fields fields) {
    Fields flapping = fields.within(FLAPPING, FLAPPING_SHAPE);
    boolean possible = canFlap(flapping);
    if (!fields.isSound() || !flapping.isSound() || !possible) {
      return Optional.empty();
    }
    return Optional.of(new Policy(
        fields.value(FAILURES_TO_ALERT),
        flapping.value(FAILURES),
        flapping.value(SAMPLES),
        fields.value(SUCCESSES_TO_CLOSE),
        fields.value(UNKNOWNS_TO_ALERT),
        fields.value(QUIET_LIMIT),
        fields.value(REMIND_EVERY),
        Optional.empty()));
  }

  private static boolean canFlap(Fields flapping) {
    Optional<Integer> samples = flapping.find(SAMPLES);
    Optional<Integer> failures = flapping
        .find(FAILURES)
        .filter(count -> samples.filter(all -> count > all).isPresent());
    failures.ifPresent(count -> flapping
        .at(flapping.isGiven(FAILURES) ? FAILURES : SAMPLES)
        .problem("flapping takes " + count + " failures of " + samples.orElse(count)
            + " samples, expected at most as many failures as samples"));
    return failures.isEmpty();
  }
}
