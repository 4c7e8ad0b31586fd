package dev.tocsin.runner.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a checker did in the night, counted from what arrived and what was run.
 *
 * @param checker its name
 * @param mails that arrived
 * @param restarts runs of the program that restarts
 * @param pointless those of them while the node was down
 * @param down mails that said that the service is down
 * @param over mails that said that it has recovered
 * @param up since when the service is up, if it is at the end of the night
 */
record Tally(
    String checker,
    int mails,
    int restarts,
    int pointless,
    long down,
    long over,
    Optional<Instant> up) {

  static Tally of(
      String checker, List<Arrived> mails, int restarts, int pointless, Optional<Instant> up) {
    return new Tally(
        checker,
        mails.size(),
        restarts,
        pointless,
        mails.stream().filter(Arrived::saysDown).count(),
        mails.stream().filter(Arrived::saysOver).count(),
        up);
  }

  /** One alert, no restart, one recovery, and nothing else. */
  boolean isAsPromised() {
    return mails == 2 && down == 1 && over == 1 && restarts == 0 && up.isPresent();
  }

  /** As a row of the table. */
  String[] row() {
    return new String[] {
      checker,
      String.valueOf(mails),
      String.valueOf(restarts),
      String.valueOf(pointless),
      told(down),
      told(over),
      up.map(Story::clock).orElse("not that night")
    };
  }

  private static String told(long times) {
    return times == 0 ? "nobody" : times == 1 ? "once" : times + " times";
  }
}
