package dev.tocsin.incident;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** When too much fails at once, the fault is likely elsewhere: hold those who failed together. */
final class Storm {

  private static final int TARGETS = 4;
  private static final int ROUNDS = 2;

  private Storm() {}

  /** The targets that began to fail together within two rounds; empty if it is no storm. */
  static Set<String> of(Collection<Memory> memories, Map<String, Sighting> seen, Now now) {
    Set<String> began = new TreeSet<>();
    for (Memory memory : memories) {
      if (!memory.paused(now) && beganToFail(memory, seen.get(memory.target()), now)) {
        began.add(memory.target());
      }
    }
    boolean storm = began.size() >= TARGETS && began.size() * 2 > memories.size();
    return storm ? began : Set.of();
  }

  private static boolean beganToFail(Memory memory, Sighting seen, Now now) {
    boolean failsNow = now.rhythm().counts() && seen.observation() instanceof Observation.Failing;
    return memory
        .incident()
        .map(i -> now.moment().round() - i.opened().round() < ROUNDS)
        .orElse(failsNow);
  }
}
