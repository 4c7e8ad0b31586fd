package dev.tocsin.runner;

import dev.tocsin.incident.Target;
import dev.tocsin.round.RoundReport;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.config.Secrets;
import dev.tocsin.runner.report.ExplainText;
import dev.tocsin.runner.report.ExplainView;
import dev.tocsin.runner.report.Rehearsal;
import dev.tocsin.runner.report.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

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

  @Parameters(paramLabel = "TARGET", arity = "0..*", description = "Only these (default: all).")
  private List<String> only = List.of();

  private final Surroundings around;

  ExplainCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return common.configured(around, Secrets.OF_CHECKS, this::explain);
  }

  private int explain(Configuration configuration) {
    Optional<String> stranger = Names.stranger(only, configuration);
    if (stranger.isPresent()) {
      around.err().println(stranger.get());
      return Names.WRONG_USAGE;
    }
    try (Kit kit = around.workshop().kit(configuration, around)) {
      Rounds rounds = Rounds.begin(kit, configuration.interval());
      Instant roundAt = rounds.nextAt();
      RoundReport report = Whole.report(rounds.rehearse(kit.observer(), roundAt));
      List<Target> targets =
          configuration.watches().stream().map(Configuration.Watch::target).toList();
      Words words = around.words(rounds.time());
      ExplainView view = ExplainView.of(
              report, targets, Wiring.recipients(configuration), words.now(), roundAt)
          .only(only);
      around
          .out()
          .print(output.of(
              view,
              () -> ExplainText.of(view, around.screen(), words, Wiring.usual(configuration))));
      report.bugs().forEach(bug -> around.err().println("bug: " + bug));
      return Rehearsal.exitCode(report);
    }
  }
}
