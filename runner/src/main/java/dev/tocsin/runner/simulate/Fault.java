package dev.tocsin.runner.simulate;

import dev.tocsin.simulation.world.History;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that went wrong.
 *
 * @param at since when
 * @param until when it was over, or the end of what was seen; absent: it took no time
 * @param what in the words of a story
 */
record Fault(Instant at, Optional<Instant> until, String what) {

  /** All faults of a history, in the order in which they began. */
  static List<Fault> of(History history) {
    return new Faults(history).all();
  }

  Fault over(Instant end) {
    return new Fault(at, Optional.of(end), what);
  }
}
