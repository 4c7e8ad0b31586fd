package dev.tocsin.runner.simulate;

import dev.tocsin.round.Time;
import dev.tocsin.simulation.law.Invariant;
import dev.tocsin.simulation.law.Invariants;
import dev.tocsin.simulation.search.Search;
import dev.tocsin.simulation.search.Shrinker.Shrunk;
import dev.tocsin.simulation.story.Story;
import dev.tocsin.simulation.story.StoryWriter;
import dev.tocsin.simulation.world.Setting;
import dev.tocsin.simulation.world.Simulation;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks for a history in which a policy breaks an invariant, and writes it down as a story. */
public final class Searching {

  private static final int FOUND = 1;

  private final Setting setting;
  private final List<Invariant> own;
  private final Search.Limits limits;
  private final Time time;

  /** A search that has not begun. */
  public Searching(Setting setting, List<Invariant> own, Search.Limits limits, Time time) {
    this.setting = setting;
    this.own = List.copyOf(own);
    this.limits = limits;
    this.time = time;
  }

  /**
   * Looks.
   *
   * @param err shows how far it is, if it is a terminal
   * @param file where what was found is written
   * @return the exit code: 1 if something was found
   */
  public int run(Player player, PrintStream err, Path file, Optional<Path> html) {
    ProgressBar bar = new ProgressBar(err, player.screen(), time);
    long start = time.nanos();
    Search.Result result =
        new Search(setting, own, limits, Simulation::of, time::nanos, bar::at).run();
    bar.end();
    double seconds = (time.nanos() - start) / 1e9;
    player
        .out()
        .printf(
            Locale.ROOT,
            "Every history of %d rounds over %s, and random ones: %,d histories, %,d rounds in %.0f s.%n",
            result.depth(),
            Search.ALPHABET,
            result.histories(),
            result.rounds(),
            seconds);
    if (result.shrunk().isEmpty()) {
      player.out().println("No invariant was broken.");
      return 0;
    }
    return found(result.shrunk().get(), result.seed(), player, file, html);
  }

  private int found(
      Shrunk shrunk, Optional<Long> seed, Player player, Path file, Optional<Path> html) {
    String origin = seed.map(s -> "found by seed " + s).orElse("found among all short histories");
    Story story = new Story(
            "A history that breaks: " + shrunk.broken().name(),
            shrunk.broken().what() + " (" + origin + ").",
            shrunk.setting(),
            shrunk.broken().events(),
            shrunk.length(),
            own,
            shrunk.broken().calms(),
            List.of())
        .updated();
    player.out().println();
    Played played = Played.of(story.tell(), origin, Invariants.ALL);
    int shown = player.show(played, html);
    player.out().printf("%nbroken: %s%n", shrunk.broken().what());
    int written = player.written(file, StoryWriter.text(story));
    player.out().println("Written to " + file + "; tocsin simulate " + file + " plays it again.");
    return Math.max(FOUND, Math.max(shown, written));
  }
}
