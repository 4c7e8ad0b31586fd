package dev.tocsin.runner;

import dev.tocsin.round.IncidentStore.Loaded;
import dev.tocsin.round.Time;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.config.Secrets;
import dev.tocsin.runner.report.StatusText;
import dev.tocsin.runner.report.StatusView;
import dev.tocsin.runner.report.Words;
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
    return common.configured(around, Secrets.NONE, this::status);
  }

  private int status(Configuration configuration) {
    try (Kit kit = around.workshop().kit(configuration, around)) {
      Rounds rounds = Rounds.begin(kit, configuration.interval());
      List<String> unusable = rounds.parts().stream()
          .map(Begun::loaded)
          .filter(Loaded.Unusable.class::isInstance)
          .map(loaded -> ((Loaded.Unusable) loaded).why())
          .distinct()
          .toList();
      unusable.forEach(around.err()::println);
      List<Begun> found =
          rounds.parts().stream().filter(part -> part.found().isPresent()).toList();
      int exitCode = found.isEmpty() ? 0 : show(configuration, found, rounds.time());
      return unusable.isEmpty() ? exitCode : Ledgers.NO_LEDGER;
    }
  }

  /** A target whose part could not be read is left out: nobody knows how it is. */
  private int show(Configuration configuration, List<Begun> parts, Time time) {
    List<Loaded.Found> found =
        parts.stream().flatMap(part -> part.found().stream()).toList();
    List<Whole.Remembered> remembered =
        parts.stream().flatMap(part -> part.remembered().stream()).toList();
    List<String> damages = found.stream().flatMap(f -> f.damages().stream()).toList();
    List<String> remarks = new ArrayList<>(damages);
    found.forEach(f -> remarks.addAll(f.remarks()));
    Words words = around.words(time);
    StatusView view = StatusView.of(
        Whole.ledger(remembered),
        remembered.stream().flatMap(r -> r.own().stream()).sorted().toList(),
        Wiring.recipients(configuration),
        remarks,
        words.now());
    around.out().print(output.of(view, () -> StatusText.of(view, around.screen(), words)));
    return damages.isEmpty() ? 0 : Ledgers.NO_LEDGER;
  }
}
