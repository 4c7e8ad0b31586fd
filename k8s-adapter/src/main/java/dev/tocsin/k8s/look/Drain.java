package dev.tocsin.k8s.look;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A node being emptied on purpose.
 *
 * @param since when that began, where its mark tells it
 * @param mark what shows it; empty for a node that is only cordoned
 */
record Drain(Optional<Instant> since, Optional<String> mark) {

  /**
   * Whether that is a reason to be patient. A mark that tells no time is one while it stays; a time
   * that lies far ahead is a mistake of somebody, and must not silence for ever.
   */
  boolean excuses(Duration grace, Instant now) {
    return since
        .map(then -> Times.since(then, now).compareTo(grace) < 0 && then.isBefore(now.plus(grace)))
        .orElse(mark.isPresent() && !grace.isZero());
  }

  /** For people, what was done to the node. */
  String deed() {
    return mark.isPresent() ? "drained" : "cordoned";
  }

  /** For people: {@code 3m ago}, or nothing if it is not known when. */
  String ago(Instant now) {
    return since.map(then -> " " + Times.words(then, now) + " ago").orElse("");
  }
}
