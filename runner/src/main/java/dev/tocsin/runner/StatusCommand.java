package dev.tocsin.runner;

import dev.tocsin.round.IncidentStore.Loaded;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.report.StatusText;
import dev.tocsin.runner.report.StatusView;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What the ledger remembers. */
@Command(
    name = "status",
    description = "What is remembered of every target. Reads the ledger and looks at nothing else.")
final class StatusCommand implements Callable<Integer> {

  @Mixin
  private Common common = new Common();

  @Mixin
  private Output output = new Output();

  private final Surroundings around;

  StatusCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return common.configured(around, this::status);
  }

  private int status(Configuration configuration) {
    Loaded loaded = around.workshop().store(configuration).load();
    if (loaded instanceof Loaded.Found found) {
      return show(configuration, found);
    }
    around.err().println(((Loaded.Unusable) loaded).why());
    return Ledgers.NO_LEDGER;
  }

  private int show(Configuration configuration, Loaded.Found found) {
    List<String> remarks = new ArrayList<>(found.damages());
    remarks.addAll(found.remarks());
    StatusView view = StatusView.of(
        found.ledger(),
        Wiring.names(configuration),
        Wiring.recipients(configuration),
        remarks,
        around.time().now());
    around.out().print(output.of(view, () -> StatusText.of(view, around.screen(), around.words())));
    return found.damages().isEmpty() ? 0 : Ledgers.NO_LEDGER;
  }
}
