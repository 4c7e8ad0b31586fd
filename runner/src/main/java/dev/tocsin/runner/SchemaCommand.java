package dev.tocsin.runner;

import dev.tocsin.runner.config.Schema;
import dev.tocsin.runner.report.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The schema of the configuration. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = "The JSON Schema of the configuration, for editors. What it cannot know, such as"
        + " whether a file is there, 'tocsin validate' does.")
final class SchemaCommand implements Callable<Integer> {

  private final Surroundings around;

  SchemaCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    around.out().print(Json.of(Schema.asMap()));
    return 0;
  }
}
