package dev.tocsin.k8s.look;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a change of all pods of a controller stands.
 *
 * @param detail what is going on, as a clause
 * @param spared how many pods may be missing while it runs
 * @param patience how old a pod that is not ready may be before the rollout counts as stuck;
 *     absent: its controller says that itself
 */
record Rollout(Stage stage, String detail, int spared, Optional<Duration> patience) {

  enum Stage {
    SETTLED,
    RUNNING,
    STUCK
  }

  /** As long as a Deployment waits by default. */
  private static final Duration USUAL = Duration.ofMinutes(10);

  /** That of several controllers: one that is stuck weighs more than one that is running. */
  static Rollout of(List<Controller> makers) {
    return makers.stream()
        .map(Controller::rollout)
        .max(Comparator.comparing(Rollout::stage))
        .orElseGet(Rollout::settled);
  }

  static Rollout settled() {
    return new Rollout(Stage.SETTLED, "no rollout is running", 0, Optional.empty());
  }

  static Rollout stuck(String detail) {
    return new Rollout(Stage.STUCK, detail, 0, Optional.empty());
  }

  /** One of which its controller says when it is stuck. */
  static Rollout running(String detail, int spared) {
    return new Rollout(Stage.RUNNING, detail, spared, Optional.empty());
  }

  /** One of which nobody says when it is stuck. */
  static Rollout unwatched(String detail, int spared) {
    return new Rollout(Stage.RUNNING, detail, spared, Optional.of(USUAL));
  }

  boolean isSettled() {
    return stage == Stage.SETTLED;
  }

  /**
   * Whether it is why pods are missing, and that is no trouble yet.
   *
   * @param available pods of the newest version
   * @param serving available pods of any version: with none there is an outage, rollout or not
   * @param oldest how old the oldest pod is that is not ready; zero if there is none
   */
  boolean excuses(int available, int serving, int desired, Duration oldest) {
    return stage == Stage.RUNNING
        && serving > 0
        && available >= desired - spared
        && patience.filter(most -> oldest.compareTo(most) >= 0).isEmpty();
  }
}
