package dev.tocsin.runner.config;

import dev.tocsin.round.Round;
import java.time.Duration;
import java.util.Optional;

/**
 * How long looking and repairing may take: whatever is configured must fit into the round.
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
      "that of `defaults.check`, else `10s`, or the round's deadline if that is shorter",
      "How long it may take in all; must fit into four fifths of `interval`, and into 4m.");
  static final Key<Duration> PROGRAM = Key.optional(
      "timeout",
      BOUNDS,
      "`10s` for a check or a precondition, `1m` for a remediation, or the round's deadline if that"
          + " is shorter",
      "How long the program may run. Must fit into the round.");
  static final Shape DEFAULTS = Shape.of("defaults.check", PROBE);

  /** Of a check or a precondition. */
  Optional<Duration> probe(Fields fields) {
    return timeout(fields, LOOK);
  }

  /** Of a remediation. */
  Optional<Duration> remedy(Fields fields) {
    return timeout(fields, REPAIR);
  }

  /** Reports a timeout that is given and does not fit. */
  Optional<Duration> timeout(Fields fields, Duration usual) {
    if (!fields.isGiven(PROBE)) {
      return Optional.of(deadline().filter(most -> most.compareTo(usual) < 0).orElse(usual));
    }
    Optional<Duration> timeout = fields.find(PROBE);
    Optional<Duration> deadline = deadline()
        .filter(most -> timeout.filter(span -> span.compareTo(most) > 0).isPresent());
    deadline.ifPresent(most -> fields
        .at(PROBE)
        .problem("timeout is "
            + Spans.show(timeout.orElse(most)) + ", longer than a round may take, expected at most "
            + Spans.show(most) + " (four fifths of the interval, and never more than 4m)"));
    return deadline.isPresent() ? Optional.empty() : timeout;
  }

  private Optional<Duration> deadline() {
    return interval.map(Round::deadline);
  }
}
