package dev.tocsin.incident;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a target is repaired, and how often at most.
 *
 * @param steps the ladder: each step is tried as often as it allows, then the next; at least one
 * @param attemptsPerIncident attempts one incident may cost, over all steps; 1 to 50, default 3
 * @param attemptsPerWindow attempts within any {@code window}, over incidents; 1 to 50, default 2
 * @param window the sliding window of that budget; 1 s to 7 days, default 1 h
 * @param pause the pause after an attempt before the next, doubled for every further attempt within
 *     24 h; 0 s to 1 day, default 10 min
 * @param pauseLimit the longest pause; at least {@code pause}, default 4 h
 * @param giveUpAfter how long the next attempt may be held, when one did not help, before a human
 *     is asked; 1 s to 7 days, default 1 h
 * @param trialAfter after giving up, one trial after this long, then after twice that, and so on;
 *     at least 1 min, default never
 */
public record Remediation(
    List<Step> steps,
    int attemptsPerIncident,
    int attemptsPerWindow,
    Duration window,
    Duration pause,
    Duration pauseLimit,
    Duration giveUpAfter,
    Optional<Duration> trialAfter) {

  private static final Duration WEEK = Duration.ofDays(7);

  public Remediation {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a remediation has at least one step");
    }
    Policy.within("attemptsPerIncident", attemptsPerIncident, 1, 50);
    Policy.within("attemptsPerWindow", attemptsPerWindow, 1, 50);
    Policy.within("window", window, Duration.ofSeconds(1), WEEK);
    Policy.within("pause", pause, Duration.ZERO, Duration.ofDays(1));
    Policy.within("pauseLimit", pauseLimit, pause, WEEK);
    Policy.within("giveUpAfter", giveUpAfter, Duration.ofSeconds(1), WEEK);
    trialAfter.ifPresent(d -> Policy.within("trialAfter", d, Duration.ofMinutes(1), WEEK));
  }

  /** One step with the default budget: 3 an incident, 2 an hour, 10 minutes to settle. */
  public static Remediation by(String step) {
    return new Remediation(
        List.of(new Step(step, 50, Duration.ofMinutes(10))),
        3,
        2,
        Duration.ofHours(1),
        Duration.ofMinutes(10),
        Duration.ofHours(4),
        Duration.ofHours(1),
        Optional.empty());
  }

  /**
   * One rung of the ladder.
   *
   * @param name what is done, as configured, for example {@code evictPod}
   * @param attempts how often within one incident; 1 to 50
   * @param settle how long an attempt has to prove itself; 0 s to 1 day
   */
  public record Step(String name, int attempts, Duration settle) {
    public Step {
      name = Text.oneLine(name);
      Policy.within("attempts", attempts, 1, 50);
      Policy.within("settle", settle, Duration.ZERO, Duration.ofDays(1));
    }
  }

  /** Attempts that one incident may cost: the smaller of its budget and the whole ladder. */
  public int attemptsInAll() {
    return Math.min(attemptsPerIncident, steps.stream().mapToInt(Step::attempts).sum());
  }

  Duration longestSettle() {
    return steps.stream().map(Step::settle).max(Duration::compareTo).orElse(Duration.ZERO);
  }

  /** The step of the attempt after so many; beyond the ladder, its last. */
  Step stepAfter(int attempts) {
    int rungs = 0;
    for (Step step : steps) {
      rungs += step.attempts();
      if (attempts < rungs) {
        return step;
      }
    }
    return steps.get(steps.size() - 1);
  }
}
