package dev.tocsin.runner;

import dev.tocsin.round.Deadline;
import dev.tocsin.round.Time;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.report.DoctorText;
import dev.tocsin.runner.report.DoctorView;
import dev.tocsin.runner.report.DoctorView.Check;
import dev.tocsin.runner.report.DoctorView.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Whether a round could do its duty here. */
@Command(
    name = "doctor",
    description = "Whether a round could do its duty from here: the configuration, the cluster and"
        + " our rights in it, the ledger, what is watched, the programs, the mail server, the reference. Says"
        + " what is missing; changes nothing, and sends nothing.")
final class DoctorCommand implements Callable<Integer> {

  /** For all of it, but the ledger. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Mixin
  private Common common = new Common();

  @Mixin
  private Output output = new Output();

  private final Surroundings around;

  DoctorCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return common.configured(around, this::examine);
  }

  private int examine(Configuration configuration) {
    try (Kit kit = around.workshop().kit(configuration, around)) {
      Examination examination = kit.examine(Deadline.in(PATIENCE, Time.system()));
      List<Check> checks = new ArrayList<>(examination.checks());
      checks.add(configuration(configuration));
      checks.addAll(LedgerCheckup.checks(kit, configuration, checks));
      checks.sort(Comparator.comparing(Check::about));
      DoctorView view =
          DoctorView.of(kit.time().now(), checks, examination.missing(), examination.apply());
      around.out().print(output.of(view, () -> DoctorText.of(view, around.screen())));
      return view.exitCode();
    }
  }

  private Check configuration(Configuration configuration) {
    int targets = configuration.watches().size();
    return Check.ok(
        Subject.CONFIGURATION,
        common.file() + ": " + targets + (targets == 1 ? " target" : " targets"));
  }
}
