package dev.tocsin.runner;

import dev.tocsin.runner.report.MachineText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The machine. */
@Command(
    name = "diagram",
    mixinStandardHelpOptions = true,
    description = "The machine of an incident, made of the same rows that decide.")
final class DiagramCommand implements Callable<Integer> {

  /** How the machine is shown. */
  enum Form {
    MERMAID,
    TABLE
  }

  @Option(
      names = {"-o", "--output"},
      paramLabel = "mermaid|table",
      defaultValue = "mermaid",
      description = "A Mermaid diagram or a Markdown table (default: ${DEFAULT-VALUE}).")
  private Form form = Form.MERMAID;

  private final Surroundings around;

  DiagramCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    around.out().print(form == Form.MERMAID ? MachineText.mermaid() : MachineText.table());
    return 0;
  }
}
