package dev.tocsin.k8s.look;

import dev.tocsin.incident.Observation.Cause;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether enough of a workload is available, and why not. */
final class WorkloadHealth {

  private final Situation situation;
  private final Duration drainGrace;
  private final List<Controller> makers;
  private final PodGroup pods;
  private final int desired;
  private final int available;
  private final int older;

  private WorkloadHealth(
      Situation situation, Duration drainGrace, List<Controller> makers, PodGroup pods) {
    this.situation = situation;
    this.drainGrace = drainGrace;
    this.makers = makers;
    this.pods = pods;
    this.desired = desired();
    this.available = available(pods.current());
    this.older = available(pods.older());
  }

  static Health of(Situation situation, Duration drainGrace) {
    if (situation.makers().value().isEmpty()) {
      return Health.unseen(situation.makers());
    }
    return situation
        .group()
        .value()
        .map(pods -> new WorkloadHealth(
                situation, drainGrace, situation.makers().value().get(), pods)
            .health())
        .orElseGet(() -> Health.unseen(situation.group()));
  }

  private Health health() {
    if (makers.isEmpty() && pods.all().findAny().isEmpty()) {
      return nothing();
    }
    Optional<String> off = off();
    if (off.isPresent()) {
      return Health.off(off.get());
    }
    if (desired > 0 && available >= desired) {
      return Health.well(counts());
    }
    Rollout rollout = Rollout.of(makers);
    if (rollout.excuses(available, available + older, desired, oldestBroken())) {
      return Health.well(counts() + ", " + rollout.detail());
    }
    return new Drained(situation, drainGrace)
        .words()
        .map(Health::off)
        .orElseGet(() -> lacking(new Reasons(situation, pods, rollout).words()));
  }

  /** A selector that chooses nothing is a mistake of ours; what has a name may be gone (F24). */
  private Health nothing() {
    return situation.isNamed()
        ? Health.bad("there is no " + situation, "there is no " + situation)
        : Health.unseen(
            Cause.OURS_MISSING, "there are no " + situation + ", and nothing that makes such pods");
  }

  /** Switched off on purpose, all of it (F62). */
  private Optional<String> off() {
    List<Optional<String>> reasons = makers.stream().map(Controller::off).toList();
    boolean all = !makers.isEmpty() && reasons.stream().allMatch(Optional::isPresent);
    return all && strangers() == 0 ? reasons.get(0) : Optional.empty();
  }

  /** Of pods that nobody whom we know has made, those that there are should be there. */
  private int desired() {
    int wanted = makers.stream().mapToInt(Controller::desired).sum();
    return makers.isEmpty() && pods.current().isEmpty() ? pods.over().size() : wanted + strangers();
  }

  private int strangers() {
    if (situation.isNamed()) {
      return 0;
    }
    Optional<Makers> known = situation.namespace().controllers().makers().value();
    return (int) pods.current().stream()
        .filter(pod -> known.flatMap(all -> all.ownerOf(pod)).isEmpty())
        .count();
  }

  private int available(List<PodSeen> of) {
    Duration minReady = makers.size() == 1 ? makers.get(0).minReady() : Duration.ZERO;
    return (int)
        of.stream().filter(pod -> pod.isAvailable(minReady, situation.now())).count();
  }

  private Duration oldestBroken() {
    return pods.broken().stream()
        .flatMap(pod -> pod.created().stream())
        .map(at -> Times.since(at, situation.now()))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private Health lacking(Optional<String> why) {
    String symptom = counts() + why.map(w -> ": " + w).orElse("");
    String clause = situation + ": " + counts() + why.map(w -> ", " + w).orElse("");
    return Health.bad(symptom, clause);
  }

  private String counts() {
    return available + " of " + desired + " available"
        + (older == 0 ? "" : " and " + older + " of the version before");
  }
}
