package dev.tocsin.runner;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Whether the configuration is right. */
@Command(
    name = "validate",
    description = "Reads the configuration and shows all its problems at once. Does nothing else.")
final class ValidateCommand implements Callable<Integer> {

  @Mixin
  private Common common = new Common();

  private final Surroundings around;

  ValidateCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return common.configured(around, configuration -> {
      int targets = configuration.watches().size();
      around
          .out()
          .println(common.file() + ": valid, " + targets + (targets == 1 ? " target" : " targets"));
      return 0;
    });
  }
}
