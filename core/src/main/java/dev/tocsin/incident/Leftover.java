package dev.tocsin.incident;

import java.util.Optional;

/** What to do about a target's one unsettled attempt. */
final class Leftover {

  private Leftover() {}

  /** An attempt that an earlier round left over lapses as soon as this round would not make it. */
  static Memory judged(Memory before, Memory after, Sighting seen, Now now) {
    return after
        .attempts()
        .unsettled()
        .filter(a -> isLeftOver(a, before) && !stillRight(a, after, seen, now))
        .map(a -> after.with(after.attempts().ordered(a.lapse())))
        .orElse(after);
  }

  /** Nothing, if there is none or if another round still works on it. */
  static Optional<Act> act(Memory before, Memory after, Now now) {
    Optional<Attempt> unsettled = after.attempts().unsettled();
    if (unsettled.isEmpty()) {
      return Optional.empty();
    }
    Attempt attempt = unsettled.get();
    if (!isLeftOver(attempt, before)) {
      return Optional.of(new Act(attempt, Act.Mode.PERFORM));
    }
    if (Claim.alive(attempt.claimed(), now)) {
      return Optional.empty();
    }
    Attempt ours = attempt.claimedSince(now.moment());
    return Optional.of(new Act(ours, attempt.lapsed() ? Act.Mode.LOOK : Act.Mode.RESUME));
  }

  private static boolean isLeftOver(Attempt attempt, Memory before) {
    return before
        .attempts()
        .unsettled()
        .filter(a -> a.key().equals(attempt.key()))
        .isPresent();
  }

  /** Same incident, REMEDIATING, Failing in this round, every precondition MET. */
  private static boolean stillRight(Attempt attempt, Memory memory, Sighting seen, Now now) {
    return memory.state() == State.REMEDIATING
        && memory.incident().filter(i -> i.id().equals(attempt.incident())).isPresent()
        && seen.observation() instanceof Observation.Failing
        && seen.firstNotMet().isEmpty()
        && !memory.paused(now);
  }
}
