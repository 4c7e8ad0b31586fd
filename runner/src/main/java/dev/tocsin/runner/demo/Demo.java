package dev.tocsin.runner.demo;

import dev.tocsin.runner.demo.arms.Checker;
import dev.tocsin.runner.demo.arms.WithFlag;
import dev.tocsin.runner.demo.arms.WithFlagAndNodeCheck;
import dev.tocsin.runner.demo.arms.WithFlagReset;
import dev.tocsin.runner.demo.arms.WithoutMemory;
import dev.tocsin.runner.report.Screen;
import dev.tocsin.runner.report.Table;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells the night: first as Tocsin lived it, round by round, then as others did, in numbers. */
public final class Demo {

  private static final String HEADER = """
      The night in which the node still-fawn was down for maintenance, and Frigate with it.
      Real: "tocsin run", every 5 minutes, its file ledger, HTTP, a program that restarts, SMTP.
      Played: the cluster, the mail server and the clock. The files are in %s
      """;
  private static final String FOOTER = """

      Every number is counted: mails that arrived, runs of the program that restarts. POINTLESS:
      while the node was down. Frigate needs %d minutes to start, and every restart begins them anew.
      With failuresToAlert: 2 one failing round is not enough to restart after the node is back; a
      service that still fails in a second one is restarted. Set it higher where yours needs longer.
      """;

  private static final String OURS = "tocsin";

  private final Tocsin tocsin;
  private final PrintStream out;
  private final Screen screen;

  /**
   * A demonstration.
   *
   * @param tocsin what is demonstrated
   * @param out where it is told
   * @param screen what that is
   */
  public Demo(Tocsin tocsin, PrintStream out, Screen screen) {
    this.tocsin = tocsin;
    this.out = out;
    this.screen = screen;
  }

  /**
   * Lives the night through with every checker.
   *
   * @param directory where its files are put
   * @return whether Tocsin did what it promises: 1 alert, 0 restarts, 1 recovery
   */
  public boolean play(Path directory) {
    out.println(HEADER.formatted(directory.resolve(OURS)));
    try (Mailbox mailbox = new Mailbox()) {
      Tally ours = ours(directory.resolve(OURS), mailbox);
      List<Tally> tallies = new ArrayList<>();
      others().forEach((name, checker) -> {
        Path own = directory.resolve(name.replace(' ', '-'));
        try (Night night = new Night(own, mailbox)) {
          tallies.add(night.watchedBy(name, checker));
        }
      });
      tallies.add(ours);
      show(tallies);
      return ours.isAsPromised();
    }
  }

  private Tally ours(Path directory, Mailbox mailbox) {
    try (Night night = new Night(directory, mailbox)) {
      return night.watchedBy(OURS, new Telling(tocsin, night, out));
    }
  }

  private static Map<String, Checker> others() {
    Map<String, Checker> others = new LinkedHashMap<>();
    others.put("without memory", new WithoutMemory());
    others.put("with a flag", new WithFlag());
    others.put("flag reset every 10 min", new WithFlagReset());
    others.put("flag and node check", new WithFlagAndNodeCheck());
    return others;
  }

  private void show(List<Tally> tallies) {
    Table table = new Table()
        .heading(
            "CHECKER", "MAILS", "RESTARTS", "POINTLESS", "TOLD DOWN", "TOLD OVER", "FRIGATE UP");
    tallies.forEach(tally -> table.row(tally.row()));
    out.println();
    out.println("The same night with other checkers:");
    out.println();
    out.print(table.on(screen));
    out.print(FOOTER.formatted(Story.START_UP.toMinutes()));
  }
}
