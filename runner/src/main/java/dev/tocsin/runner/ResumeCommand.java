package dev.tocsin.runner;

import dev.tocsin.incident.Memory;
import dev.tocsin.runner.Paused.Wish.Granted;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.config.Secrets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Ends a pause. */
@Command(name = "resume", description = "Ends a target's pause.")
final class ResumeCommand implements Callable<Integer> {

  @Mixin
  private Common common = new Common();

  @Parameters(paramLabel = "TARGET", description = "The target's name.")
  private String target = "";

  private final Surroundings around;

  ResumeCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return common.configured(around, Secrets.NONE, this::resume);
  }

  private int resume(Configuration configuration) {
    return new Paused(around)
        .write(configuration, target, words -> new Granted(Optional.empty(), this::saying));
  }

  private String saying(Memory before) {
    return before.pausedUntil().isPresent()
        ? target + ": not paused any more; failures are confirmed afresh"
        : target + ": was not paused; nothing is changed";
  }
}
