package dev.tocsin.runner;

import dev.tocsin.round.Deadline;
import dev.tocsin.round.Round;
import dev.tocsin.round.RoundReport;
import dev.tocsin.round.Time;
import dev.tocsin.runner.Kit.Part;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.config.Secrets;
import dev.tocsin.runner.report.RoundText;
import dev.tocsin.runner.report.RoundView;
import dev.tocsin.runner.report.RoundView.Mode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One round. */
@Command(
    name = "run",
    description = "One round: looks at every target, tells and repairs what is due.")
final class RunCommand implements Callable<Integer> {

  /** How long a round that is told to end may take. */
  static final Duration STOP_GRACE = Duration.ofSeconds(25);

  /** After its deadline a round that does not end by itself is ended. */
  static final Duration OVERTIME = Duration.ofSeconds(30);

  private static final Duration PUBLISHING = Duration.ofSeconds(5);

  @Mixin
  private Common common = new Common();

  @Mixin
  private Output output = new Output();

  @Option(
      names = "--dry-run",
      description = "Only say what a round would do; write nothing, tell nobody, repair nothing.")
  private boolean dryRun;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      defaultValue = "0/1",
      converter = Shard.Converter.class,
      description = "Only the targets of one of N shares, the first of which is 0/N; see"
          + " docs/scale.md. Each must be run, by a process of its own.")
  private Shard shard = Shard.WHOLE;

  private final Surroundings around;

  RunCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return dryRun
        ? common.configured(around, Secrets.OF_CHECKS, this::rehearse)
        : common.configured(around, this::run);
  }

  private int rehearse(Configuration configuration) {
    try (Kit kit = around.workshop().kit(configuration, around)) {
      List<Part> parts = shard.of(kit.parts());
      if (parts.isEmpty()) {
        return idle(kit);
      }
      Rounds rounds = Rounds.begin(kit, parts, configuration.interval());
      Time time = rounds.time();
      RoundReport report =
          Doubts.remarked(Whole.report(rounds.rehearse(kit.observer(), time.now())), configuration);
      return show(RoundView.of(report, Mode.DRY_RUN, time.now()));
    }
  }

  private int run(Configuration configuration) {
    Duration limit = Round.deadline(configuration.interval()).plus(OVERTIME);
    Stopping stopping = new Stopping(STOP_GRACE);
    return Watchdog.halting(limit, around.err())
        .during(() -> stopping.during(() -> run(configuration, stopping)));
  }

  private int run(Configuration configuration, Stopping stop) {
    try (Kit kit = around.workshop().kit(configuration, around)) {
      List<Part> parts = shard.of(kit.parts());
      if (parts.isEmpty()) {
        return idle(kit);
      }
      Rounds rounds = Rounds.begin(kit, parts, configuration.interval());
      List<RoundReport> reports =
          rounds.run(stop.endingLook(kit.observer()), kit.effects(output.told(around)), stop);
      RoundReport report = Doubts.remarked(Whole.report(reports), configuration);
      int exitCode = show(RoundView.of(report, Mode.RUN, rounds.time().now()));
      if (!stop.requested()) {
        publish(kit, reports);
      }
      if (exitCode == 0) {
        configuration.heartbeat().flatMap(Heartbeat::beat).ifPresent(around.err()::println);
      }
      return exitCode;
    }
  }

  /** The other shards have it all, and yet somebody expected this one to look at something. */
  private int idle(Kit kit) {
    around.err().println(common.file() + ": " + shard.idle(kit.parts().size()));
    return Names.WRONG_USAGE;
  }

  /** What is in the way of it changes nothing: the round has done its duty. */
  private void publish(Kit kit, List<RoundReport> reports) {
    Deadline deadline = Deadline.in(PUBLISHING, around.time());
    reports.stream()
        .flatMap(report -> publish(kit, report, deadline).stream())
        .distinct()
        .forEach(around.err()::println);
  }

  private static List<String> publish(Kit kit, RoundReport report, Deadline deadline) {
    try {
      return kit.publish(report, deadline).stream()
          .map(why -> "remark: events: " + why)
          .toList();
    } catch (RuntimeException bug) {
      return List.of("bug: after the round: " + bug);
    }
  }

  private int show(RoundView view) {
    PrintStream out = around.out();
    out.print(output.of(view, () -> RoundText.of(view, around.screen())));
    out.flush();
    RoundText.complaints(view).forEach(around.err()::println);
    view.bugs().forEach(bug -> around.err().println("bug: " + bug));
    return view.exitCode();
  }
}
