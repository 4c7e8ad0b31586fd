package dev.tocsin.incident;

import java.util.Optional;

/** What to do about a target's one unsettled attempt. */
final class Leftover {

  private Leftover() {}

  /** Nothing, if there is none or if another round still works on it. */
  static Optional<Act> act(Memory before, Memory after, Sighting seen, Now now) {
    Optional<Attempt> unsettled = after.attempts().unsettled();
    if (unsettled.isEmpty()) {
      return Optional.empty();
    }
    Attempt attempt = unsettled.get();
    if (!before.attempts().unsettled().equals(unsettled)) {
      return Optional.of(new Act(attempt, Act.Mode.PERFORM));
    }
    if (Claim.alive(attempt.claimed(), now)) {
      return Optional.empty();
    }
    Attempt ours = attempt.claimedSince(now.moment());
    boolean right = stillRight(attempt, after, seen, now);
    return Optional.of(new Act(ours, right ? Act.Mode.RESUME : Act.Mode.LOOK));
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
