package dev.tocsin.runner;

import dev.tocsin.incident.Target;
import dev.tocsin.round.RoundReport;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.report.ExplainText;
import dev.tocsin.runner.report.ExplainView;
import dev.tocsin.runner.report.Rehearsal;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What would be done now, what not and why, and when at the earliest. */
@Command(
    name = "explain",
    description = "For every target: what a round would do now, what not and why, and when at the"
        + " earliest. Looks, and changes nothing.")
final class ExplainCommand implements Callable<Integer> {

  @Mixin
  private Common common = new Common();

  @Mixin
  private Output output = new Output();

  private final Surroundings around;

  ExplainCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return common.configured(around, this::explain);
  }

  private int explain(Configuration configuration) {
    Rehearsing rehearsing = new Rehearsing(configuration, around);
    Instant roundAt = rehearsing.nextAt();
    RoundReport report = rehearsing.next();
    List<Target> targets =
        configuration.watches().stream().map(Configuration.Watch::target).toList();
    ExplainView view = ExplainView.of(
        report, targets, Wiring.recipients(configuration), around.time().now(), roundAt);
    around
        .out()
        .print(output.of(view, () -> ExplainText.of(view, around.screen(), around.words())));
    report.bugs().forEach(bug -> around.err().println("bug: " + bug));
    return Rehearsal.exitCode(report);
  }
}
