package dev.tocsin.incident;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * The knobs of telling; those of repairing are in {@link Remediation}.
 *
 * @param failuresToAlert failures in a row that confirm an incident, and that an attempt needs
 *     afresh; 1 to 100, default 2
 * @param flapFailures failures among the last {@code flapSamples} counted samples that confirm it
 *     too; 1 to {@code flapSamples}, default 6
 * @param flapSamples how many samples are remembered; 1 to 60, default 12
 * @param successesToClose passes in a row that close an incident; 1 to 100, default 2
 * @param unknownsToAlert rounds in a row without sight that make blind; 1 to 100, default 3
 * @param quietLimit the longest quiet time before an incident closes; 0 to 7 days, default 4 h
 * @param remindEvery when an open incident is told of again; at least 1 h, default never
 * @param remediation how it is repaired; absent: only told
 */
public record Policy(
    int failuresToAlert,
    int flapFailures,
    int flapSamples,
    int successesToClose,
    int unknownsToAlert,
    Duration quietLimit,
    Optional<Duration> remindEvery,
    Optional<Remediation> remediation) {

  public static final Policy DEFAULT =
      new Policy(2, 6, 12, 2, 3, Duration.ofHours(4), Optional.empty(), Optional.empty());

  public Policy {
    within("failuresToAlert", failuresToAlert, 1, 100);
    within("flapSamples", flapSamples, 1, 60);
    within("flapFailures", flapFailures, 1, flapSamples);
    within("successesToClose", successesToClose, 1, 100);
    within("unknownsToAlert", unknownsToAlert, 1, 100);
    within("quietLimit", quietLimit, Duration.ZERO, Duration.ofDays(7));
    remindEvery.ifPresent(d -> within("remindEvery", d, Duration.ofHours(1), Duration.ofDays(365)));
    Objects.requireNonNull(remediation);
  }

  public Policy failuresToAlert(int count) {
    return new Policy(
        count,
        flapFailures,
        flapSamples,
        successesToClose,
        unknownsToAlert,
        quietLimit,
        remindEvery,
        remediation);
  }

  public Policy flapping(int failures, int samples) {
    return new Policy(
        failuresToAlert,
        failures,
        samples,
        successesToClose,
        unknownsToAlert,
        quietLimit,
        remindEvery,
        remediation);
  }

  public Policy successesToClose(int count) {
    return new Policy(
        failuresToAlert,
        flapFailures,
        flapSamples,
        count,
        unknownsToAlert,
        quietLimit,
        remindEvery,
        remediation);
  }

  public Policy unknownsToAlert(int count) {
    return new Policy(
        failuresToAlert,
        flapFailures,
        flapSamples,
        successesToClose,
        count,
        quietLimit,
        remindEvery,
        remediation);
  }

  public Policy quietLimit(Duration limit) {
    return new Policy(
        failuresToAlert,
        flapFailures,
        flapSamples,
        successesToClose,
        unknownsToAlert,
        limit,
        remindEvery,
        remediation);
  }

  public Policy remindEvery(Duration span) {
    return new Policy(
        failuresToAlert,
        flapFailures,
        flapSamples,
        successesToClose,
        unknownsToAlert,
        quietLimit,
        Optional.of(span),
        remediation);
  }

  public Policy remediation(Remediation remediation) {
    return new Policy(
        failuresToAlert,
        flapFailures,
        flapSamples,
        successesToClose,
        unknownsToAlert,
        quietLimit,
        remindEvery,
        Optional.of(remediation));
  }

  static void within(String knob, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(knob + " is " + value + ", not " + least + " to " + most);
    }
  }

  static void within(String knob, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(knob + " is " + value + ", not " + least + " to " + most);
    }
  }
}
