package dev.tocsin.runner;

import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.config.Spelling;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps a target quiet, or ends that. */
final class Paused {

  private static final int WRONG_USAGE = 2;

  private final Surroundings around;

  Paused(Surroundings around) {
    this.around = around;
  }

  /**
   * Writes it down and says so.
   *
   * @param until absent: ends the pause
   * @return the exit code
   */
  int write(Configuration configuration, String target, Optional<Instant> until, String saying) {
    List<String> names = Wiring.names(configuration);
    if (!names.contains(target)) {
      String near = Spelling.nearest(target, names)
          .map(n -> "; did you mean '" + n + "'?")
          .orElse("; there are: " + String.join(", ", names));
      return wrong("no target is named '" + target + "'" + near);
    }
    return Ledgers.change(
        around.workshop().store(configuration),
        l -> l.paused(target, until),
        () -> around.out().println(saying),
        around.err());
  }

  int wrong(String why) {
    around.err().println(why);
    return WRONG_USAGE;
  }
}
