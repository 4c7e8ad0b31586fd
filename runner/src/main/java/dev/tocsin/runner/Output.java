package dev.tocsin.runner;

import dev.tocsin.runner.report.Json;
import java.io.PrintStream;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The option of every command that answers with a table or JSON. */
final class Output {

  /** How an answer is written. */
  enum Form {
    TABLE,
    JSON
  }

  @Option(
      names = {"-o", "--output"},
      paramLabel = "table|json",
      defaultValue = "table",
      description = "How to answer (default: ${DEFAULT-VALUE}).")
  private Form form = Form.TABLE;

  String of(Record view, Supplier<String> text) {
    return form == Form.JSON ? Json.of(view) : text.get();
  }

  /** Where notices are printed: JSON stays alone on its stream. */
  PrintStream told(Surroundings around) {
    return form == Form.JSON ? around.err() : around.out();
  }
}
