package dev.tocsin.runner;

import dev.tocsin.incident.Memory;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.report.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps a target quiet, or ends that. */
final class Paused {

  private final Surroundings around;

  Paused(Surroundings around) {
    this.around = around;
  }

  /** What a human wants of a target. */
  sealed interface Wish {

    /**
     * A pause, or its end.
     *
     * @param until absent: ends the pause
     * @param saying what is said when it is written down, of what is remembered from before
     */
    record Granted(Optional<Instant> until, Function<Memory, String> saying) implements Wish {}

    /** Something that cannot be. */
    record Refused(String why) implements Wish {}
  }

  /**
   * Writes it down and says so.
   *
   * @param wish made when it is known what time it is
   * @return the exit code
   */
  int write(Configuration configuration, String target, Function<Words, Wish> wish) {
    Optional<String> stranger = Names.stranger(List.of(target), configuration);
    if (stranger.isPresent()) {
      return wrong(stranger.get());
    }
    try (Kit kit = around.workshop().kit(configuration, around)) {
      Begun part = kit.parts().stream()
          .filter(p -> p.remembers(target))
          .map(Begun::of)
          .findFirst()
          .orElseThrow();
      Wish wanted = wish.apply(around.words(kit.time()));
      if (wanted instanceof Wish.Refused refused) {
        return wrong(refused.why());
      }
      Wish.Granted granted = (Wish.Granted) wanted;
      return Ledgers.change(
          part.store(),
          ledger -> ledger.paused(target, granted.until()),
          before -> around.out().println(granted.saying().apply(before.of(target))),
          around.err());
    }
  }

  int wrong(String why) {
    around.err().println(why);
    return Names.WRONG_USAGE;
  }
}
