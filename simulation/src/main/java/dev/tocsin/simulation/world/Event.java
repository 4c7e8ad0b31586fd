package dev.tocsin.simulation.world;

import java.time.Duration;
import java.util.Objects;

/**
 * A change at a time.
 *
 * @param at since the start
 * @param change what happens
 */
public record Event(Duration at, Change change) {

  public Event {
    Objects.requireNonNull(change);
    if (at.isNegative()) {
      throw new IllegalArgumentException(change + " before the start");
    }
  }

  @Override
  public String toString() {
    return Spans.text(at) + " " + change;
  }
}
