package dev.tocsin.runner;

import dev.tocsin.round.Round;
import dev.tocsin.round.RoundReport;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.report.RoundText;
import dev.tocsin.runner.report.RoundView;
import dev.tocsin.runner.report.RoundView.Mode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One round. */
@Command(
    name = "run",
    description = "One round: looks at every target, tells and repairs what is due.")
final class RunCommand implements Callable<Integer> {

  private static final Duration STOP_GRACE = Duration.ofSeconds(25);
  private static final Duration OVERTIME = Duration.ofSeconds(30);

  @Mixin
  private Common common = new Common();

  @Mixin
  private Output output = new Output();

  @Option(
      names = "--dry-run",
      description = "Only say what a round would do; write nothing, tell nobody, repair nothing.")
  private boolean dryRun;

  private final Surroundings around;

  RunCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return common.configured(around, dryRun ? this::rehearse : this::run);
  }

  private int rehearse(Configuration configuration) {
    RoundReport report = new Rehearsing(configuration, around).now();
    return show(RoundView.of(report, Mode.DRY_RUN, around.time().now()));
  }

  private int run(Configuration configuration) {
    Duration limit = Round.deadline(configuration.interval()).plus(OVERTIME);
    Stopping stopping = new Stopping(STOP_GRACE);
    return Watchdog.halting(limit, around.err())
        .during(() -> stopping.during(() -> run(configuration, stopping)));
  }

  private int run(Configuration configuration, Stopping stop) {
    Workshop workshop = around.workshop();
    Round round = new Round(
        workshop.store(configuration),
        stop.endingLook(workshop.observer(configuration)),
        workshop.effects(configuration, output.told(around)),
        Wiring.planner(configuration),
        around.time(),
        stop);
    int exitCode = show(RoundView.of(round.run(), Mode.RUN, around.time().now()));
    if (exitCode == 0) {
      configuration.heartbeat().flatMap(Heartbeat::beat).ifPresent(around.err()::println);
    }
    return exitCode;
  }

  private int show(RoundView view) {
    PrintStream out = around.out();
    out.print(output.of(view, () -> RoundText.of(view, around.screen())));
    out.flush();
    view.bugs().forEach(bug -> around.err().println("bug: " + bug));
    return view.exitCode();
  }
}
