package dev.tocsin.runner.simulate;

import dev.tocsin.runner.demo.arms.WithFlag;
import dev.tocsin.runner.demo.arms.WithFlagAndNodeCheck;
import dev.tocsin.runner.demo.arms.WithFlagReset;
import dev.tocsin.runner.demo.arms.WithoutMemory;
import dev.tocsin.runner.report.Screen;
import dev.tocsin.runner.report.Table;
import dev.tocsin.simulation.world.Checker;
import dev.tocsin.simulation.world.Event;
import dev.tocsin.simulation.world.Setting;
import dev.tocsin.simulation.world.Simulation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** The same histories under the eyes of several checkers, counted side by side. */
public final class Comparison {

  private static final String OURS = "tocsin";

  private static final Map<String, Function<Setting, Checker>> CHECKERS = checkers();

  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private int histories;

  private static Map<String, Function<Setting, Checker>> checkers() {
    Map<String, Function<Setting, Checker>> all = new LinkedHashMap<>();
    all.put("without memory", afternoon(WithoutMemory::new));
    all.put("with a flag", afternoon(WithFlag::new));
    all.put("flag reset every 10 min", afternoon(WithFlagReset::new));
    all.put("flag and node check", afternoon(WithFlagAndNodeCheck::new));
    all.put(OURS, Checker::tocsin);
    return all;
  }

  private static Function<Setting, Checker> afternoon(
      Supplier<dev.tocsin.runner.demo.arms.Checker> made) {
    return setting -> new AfternoonChecker(setting, made);
  }

  /** Plays one more history, with each of them. */
  public void play(Setting setting, List<Event> events, Duration length) {
    CHECKERS.forEach((name, checker) -> {
      var history = Simulation.of(setting, checker.apply(setting)).play(events, length);
      tallies.merge(name, Tally.of(history), Tally::plus);
    });
    histories++;
  }

  /** How many histories were played. */
  public int histories() {
    return histories;
  }

  /** A row for each checker; each line ends in a line break. */
  public String text(Screen screen) {
    Table table = new Table()
        .heading(
            "CHECKER",
            "MAILS",
            "RESTARTS",
            "POINTLESS",
            "OUTAGES",
            "NOT TOLD",
            "TOLD AFTER",
            "NOT OVER",
            "OVER AFTER");
    tallies.forEach((name, tally) -> table.row(
        name,
        String.valueOf(tally.mails()),
        String.valueOf(tally.restarts()),
        String.valueOf(tally.pointless()),
        String.valueOf(tally.outages()),
        String.valueOf(tally.untold()),
        Tally.words(tally.medianUntilTold()),
        String.valueOf(tally.unrepaired()),
        Tally.words(tally.medianUntilRepaired())));
    return table.on(screen);
  }
}
