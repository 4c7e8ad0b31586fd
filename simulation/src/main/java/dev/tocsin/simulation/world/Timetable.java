package dev.tocsin.simulation.world;

import java.time.Duration;
import java.time.Instant;

/** When rounds come. */
final class Timetable {

  private Instant next;
  private Duration every;
  private final Duration interval;
  private int perSlot = 1;
  private int skipped;

  Timetable(Instant first, Duration interval) {
    this.next = first;
    this.interval = interval;
    this.every = interval;
  }

  Timetable copy() {
    Timetable copy = new Timetable(next, interval);
    copy.every = every;
    copy.perSlot = perSlot;
    copy.skipped = skipped;
    return copy;
  }

  Instant next() {
    return next;
  }

  /** How many rounds come now; the next time is one later. */
  int take() {
    next = next.plus(every);
    if (skipped > 0) {
      skipped--;
      return 0;
    }
    return perSlot;
  }

  void every(Duration span) {
    every = span;
  }

  void perSlot(int rounds) {
    perSlot = rounds;
  }

  void skip(int rounds) {
    skipped += rounds;
  }

  void mend() {
    every = interval;
    perSlot = 1;
    skipped = 0;
  }
}
