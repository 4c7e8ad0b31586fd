package dev.tocsin.runner.config;

import dev.tocsin.round.Round;
import java.time.Duration;
import java.util.Optional;

/**
 * How long looking and repairing may take: whatever is configured must fit into the round, and
 * looking into its first half, so that one that stalls leaves time to tell of the others.
 *
 * @param interval the schedule, if it could be read
 */
record Timeouts(Optional<Duration> interval) {

  private static final Type<Duration> BOUNDS =
      Scalars.duration(Duration.ofMillis(100), Duration.ofMinutes(2));
  private static final Duration LOOK = Duration.ofSeconds(10);
  private static final Duration REPAIR = Duration.ofMinutes(1);

  static final Key<Duration> PROBE = Key.optional(
      "timeout",
      BOUNDS,
      "that of `defaults.check`, else `10s`, or two fifths of `interval` if that is shorter",
      "How long it may take in all; must fit into two fifths of `interval`, and into 2m.");
  static final Key<Duration> PROGRAM = Key.optional(
      "timeout",
      BOUNDS,
      "`10s` for a check or a precondition, `1m` for a remediation, or what it must fit into if"
          + " that is shorter",
      "How long the program may run. Must fit into two fifths of `interval`, and into 2m; that of"
          + " a remediation into four fifths, and into 4m.");
  static final Shape DEFAULTS = Shape.of("defaults.check", PROBE);

  /** Of a check or a precondition. */
  Optional<Duration> probe(Fields fields) {
    return timeout(
        fields,
        LOOK,
        interval.map(Round::lookDeadline),
        "longer than a round may look",
        "two fifths of the interval, and never more than 2m");
  }

  /** Of a remediation. */
  Optional<Duration> remedy(Fields fields) {
    return timeout(
        fields,
        REPAIR,
        interval.map(Round::deadline),
        "longer than a round may take",
        "four fifths of the interval, and never more than 4m");
  }

  /** Reports a timeout that is given and does not fit. */
  private static Optional<Duration> timeout(
      Fields fields, Duration usual, Optional<Duration> longest, String why, String rule) {
    if (!fields.isGiven(PROBE)) {
      return Optional.of(longest.filter(most -> most.compareTo(usual) < 0).orElse(usual));
    }
    Optional<Duration> timeout = fields.find(PROBE);
    Optional<Duration> deadline =
        longest.filter(most -> timeout.filter(span -> span.compareTo(most) > 0).isPresent());
    deadline.ifPresent(most -> fields
        .at(PROBE)
        .problem("timeout is "
            + Spans.show(timeout.orElse(most)) + ", " + why + ", expected at most "
            + Spans.show(most) + " (" + rule + ")"));
    return deadline.isPresent() ? Optional.empty() : timeout;
  }
}
