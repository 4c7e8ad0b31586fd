package dev.tocsin.runner.simulate;

import dev.tocsin.runner.report.Words;
import dev.tocsin.simulation.world.History;
import dev.tocsin.simulation.world.Restart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a checker did in one or more histories, counted from the outside.
 *
 * @param mails that arrived
 * @param restarts that took effect
 * @param pointless those of them that could not help
 * @param outages times in which a target was down
 * @param untold those of three rounds or more that were no relapse, and of which nobody was told
 * @param told how long each took until somebody was told; those of which nobody was are not in it
 * @param repaired how long each took; those that never ended are not in it
 */
record Tally(
    long mails,
    long restarts,
    long pointless,
    int outages,
    int untold,
    List<Duration> told,
    List<Duration> repaired) {

  static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, List.of(), List.of());

  static Tally of(History history) {
    List<Outage> outages = Outage.of(history);
    return new Tally(
        history.mails().count(),
        history.restarts().count(),
        history.restarts().filter(Restart::pointless).count(),
        outages.size(),
        (int) outages.stream().filter(Outage::untold).count(),
        outages.stream().flatMap(o -> o.untilTold().stream()).toList(),
        outages.stream().flatMap(o -> o.untilUp().stream()).toList());
  }

  Tally plus(Tally other) {
    return new Tally(
        mails + other.mails,
        restarts + other.restarts,
        pointless + other.pointless,
        outages + other.outages,
        untold + other.untold,
        both(told, other.told),
        both(repaired, other.repaired));
  }

  /** Half of the outages were told of sooner. */
  Optional<Duration> medianUntilTold() {
    return median(told);
  }

  /** Half of the outages that ended were over sooner. */
  Optional<Duration> medianUntilRepaired() {
    return median(repaired);
  }

  int unrepaired() {
    return outages - repaired.size();
  }

  /** For a person, with what it counts. */
  static String words(Optional<Duration> span) {
    return span.map(Words::span).orElse("never");
  }

  private static Optional<Duration> median(List<Duration> spans) {
    List<Duration> sorted = new ArrayList<>(spans);
    Collections.sort(sorted);
    return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
  }

  private static List<Duration> both(List<Duration> some, List<Duration> more) {
    List<Duration> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
