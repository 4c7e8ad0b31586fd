package dev.tocsin.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that holds the next attempt, the weightiest first. */
final class Holds {

  private final List<Reason> holds = new ArrayList<>(2);
  private final Memory memory;
  private final Attempts attempts;
  private final Incident incident;
  private final Remediation remediation;
  private final Now now;

  private Holds(Memory memory, Remediation remediation, Now now) {
    this.memory = memory;
    this.attempts = memory.attempts();
    this.incident = memory.incident().orElseThrow();
    this.remediation = remediation;
    this.now = now;
  }

  static List<Reason> of(
      Memory memory, Remediation remediation, Policy policy, Sighting seen, Now now) {
    Holds all = new Holds(memory, remediation, now);
    all.unsettled();
    all.spent();
    all.preconditions(seen);
    all.locks();
    all.settling();
    all.fresh(policy);
    all.budgets();
    return all.holds;
  }

  /** When nothing holds any more, if every hold knows its end. */
  static Optional<Instant> earliest(List<Reason> holds) {
    return holds.stream().allMatch(hold -> hold.earliest().isPresent())
        ? holds.stream().flatMap(hold -> hold.earliest().stream()).max(Instant::compareTo)
        : Optional.empty();
  }

  private void unsettled() {
    attempts.unsettled().ifPresent(a -> hold(Reason.Code.ATTEMPT_OPEN, a.key(), Optional.empty()));
  }

  private void spent() {
    boolean gaveUp = incident.gaveUp() != Telling.NOT_DUE;
    if (!gaveUp && incident.attempts() >= remediation.attemptsInAll()) {
      hold(Reason.Code.ATTEMPTS_SPENT, incident.attempts() + " attempts", Optional.empty());
    }
    if (gaveUp) {
      trial();
    }
  }

  /** Half-open: after giving up, one trial after a long pause, then after a longer one. */
  private void trial() {
    Optional<Instant> next = remediation.trialAfter().map(this::trialAt);
    if (next.isEmpty() || next.get().isAfter(now.at())) {
      hold(Reason.Code.GAVE_UP, incident.attempts() + " attempts did not help", next);
    }
  }

  private Instant trialAt(Duration first) {
    Duration pause = first.multipliedBy(1L << Math.min(incident.trials(), 10));
    Moment since = incident.held().orElse(incident.opened());
    return now.passed(pause, since) ? now.at() : now.earliest(pause, since);
  }

  private void preconditions(Sighting seen) {
    seen.preconditions().stream()
        .filter(p -> !p.met())
        .forEach(p -> hold(Reason.Code.HELD, p.detail(), Optional.empty()));
  }

  private void locks() {
    attempts.storm().ifPresent(since -> locked(Reason.Code.STORM, since));
    attempts.locked().ifPresent(since -> locked(Reason.Code.MEMORY_DAMAGED, since));
  }

  private void locked(Reason.Code code, Moment since) {
    hold(
        code,
        "for " + Text.span(remediation.window()),
        Optional.of(now.earliest(remediation.window(), since)));
  }

  private void settling() {
    attempts
        .settling()
        .ifPresent(
            s -> hold(Reason.Code.SETTLING, "", Optional.of(now.earliest(s.span(), s.since()))));
  }

  /** The round in which settling ends is the first that counts. */
  private void fresh(Policy policy) {
    int missing = policy.failuresToAlert() - memory.samples().fresh();
    if (missing > 0) {
      String facts = memory.samples().fresh() + " of " + policy.failuresToAlert();
      Instant earliest = attempts
          .settling()
          .map(s -> now.earliest(s.span(), s.since()).minus(now.interval()))
          .orElse(now.at())
          .plus(now.interval().multipliedBy(missing));
      hold(Reason.Code.CONFIRMING, facts, Optional.of(earliest));
    }
  }

  private void budgets() {
    attempts.windowSpentUntil(remediation, now).ifPresent(until -> {
      String facts = remediation.attemptsPerWindow() + " in " + Text.span(remediation.window());
      hold(Reason.Code.WINDOW_SPENT, facts, Optional.of(until));
    });
    attempts
        .pausingUntil(remediation, now)
        .ifPresent(until -> hold(Reason.Code.PAUSING, "", Optional.of(until)));
  }

  private void hold(Reason.Code code, String facts, Optional<Instant> until) {
    holds.add(new Reason(code, facts, until));
  }
}
