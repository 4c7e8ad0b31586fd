package dev.tocsin.simulation;

import dev.tocsin.incident.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Where a virtual world stands after some turns. Never changes, so that histories can share their
 * beginnings.
 *
 * @param ledger what is in the store
 * @param truth the true time
 * @param skew how far the clock is ahead of it
 * @param last the last turn's step; absent before the first
 * @param before where the world stood before it
 */
record Stage(
    Ledger ledger, Instant truth, Duration skew, Optional<Step> last, Optional<Stage> before) {

  static Stage start() {
    Instant midnight = Instant.parse("2026-01-01T00:00:00Z");
    return new Stage(Ledger.EMPTY, midnight, Duration.ZERO, Optional.empty(), Optional.empty());
  }

  Stage after(Step step, Duration skew) {
    return new Stage(step.after(), step.truth(), skew, Optional.of(step), Optional.of(this));
  }

  /** All steps, the newest first. */
  Stream<Step> steps() {
    Iterable<Step> newestFirst = () -> new Backwards(this);
    return StreamSupport.stream(newestFirst.spliterator(), false);
  }

  /** The steps before the last, the newest first. */
  Stream<Step> earlier() {
    return before.stream().flatMap(Stage::steps);
  }

  /** The turns so far, as they are written. */
  String history() {
    StringBuilder words = new StringBuilder();
    steps().forEach(step -> words.insert(0, step.turn() + " "));
    return words.toString().strip();
  }

  private static final class Backwards implements Iterator<Step> {
    private Optional<Stage> next;

    Backwards(Stage newest) {
      next = Optional.of(newest);
    }

    @Override
    public boolean hasNext() {
      return next.flatMap(Stage::last).isPresent();
    }

    @Override
    public Step next() {
      Stage stage = next.orElseThrow(NoSuchElementException::new);
      next = stage.before();
      return stage.last().orElseThrow(NoSuchElementException::new);
    }
  }
}
