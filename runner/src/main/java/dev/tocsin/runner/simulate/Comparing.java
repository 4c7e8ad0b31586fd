package dev.tocsin.runner.simulate;

import dev.tocsin.runner.report.Screen;
import dev.tocsin.simulation.search.Fault;
import dev.tocsin.simulation.search.Storm;
import dev.tocsin.simulation.world.Setting;
import java.io.PrintStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Several checkers, counted in the same histories. */
public final class Comparing {

  private static final int STORMS = 200;
  private static final int ROUNDS = 288;

  /** What any checker may meet: the others have no ledger that could be harmed. */
  private static final Set<Fault> FAULTS = EnumSet.of(
      Fault.NODES, Fault.SICKNESS, Fault.RESTARTS, Fault.SIGHT, Fault.MAIL, Fault.SCHEDULE);

  private final PrintStream out;
  private final Screen screen;

  /** Prints to this. */
  public Comparing(PrintStream out, Screen screen) {
    this.out = out;
    this.screen = screen;
  }

  /** In days full of faults, drawn by seeds that follow each other. */
  public int storms(Setting setting, long seed) {
    Comparison comparison = new Comparison();
    for (long next = seed; next < seed + STORMS; next++) {
      Storm storm = Storm.of(setting, FAULTS, ROUNDS, next);
      comparison.play(setting, storm.events(), storm.length());
    }
    return show(comparison, "random histories of " + ROUNDS + " rounds");
  }

  /** In stories. */
  public int stories(List<Player.Named> stories) {
    Comparison comparison = new Comparison();
    stories.forEach(named -> comparison.play(
        named.story().setting(), named.story().events(), named.story().length()));
    return show(comparison, stories.size() == 1 ? "story" : "stories");
  }

  private int show(Comparison comparison, String what) {
    out.print(comparison.text(screen));
    out.printf("%nIn %d %s. Spans are medians, over all outages.%n", comparison.histories(), what);
    out.println("NOT TOLD: down for three rounds or more, no relapse of one that was told, and"
        + " nobody was told.");
    out.println("NOT OVER: still down in the end. POINTLESS: a restart that could not help.");
    return 0;
  }
}
