package dev.tocsin.runner;

import dev.tocsin.round.Time;
import dev.tocsin.runner.demo.Demo;
import dev.tocsin.runner.report.Screen;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The incident, re-enacted. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Re-enacts a night with a node down, in a few seconds and on another clock.")
final class DemoCommand implements Callable<Integer> {

  private static final ZoneId ZONE = ZoneOffset.ofHours(1);
  private static final int CLOCK_COLUMNS = 7;

  private final Surroundings around;

  DemoCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() throws IOException {
    long start = around.time().nanos();
    boolean asPromised = play(Files.createTempDirectory("tocsin-demo"));
    double seconds = (around.time().nanos() - start) / 1e9;
    around.out().printf(Locale.ROOT, "%nFive nights in %.1f seconds.%n", seconds);
    return asPromised ? 0 : 1;
  }

  boolean play(Path directory) {
    return new Demo(this::run, around.out(), around.screen()).play(directory);
  }

  private int run(Path configuration, Time time, PrintStream out) {
    String[] command = {"run", "-c", configuration.toString()};
    return Main.run(
        command,
        new Surroundings(
            around.environment(), out, around.err(), time, ZONE, screen(), new Wiring()));
  }

  /** What is left of the line beside the time. */
  private Screen screen() {
    Screen screen = around.screen();
    OptionalInt columns = screen.columns().isPresent()
        ? OptionalInt.of(Math.max(1, screen.columns().getAsInt() - CLOCK_COLUMNS))
        : OptionalInt.empty();
    return new Screen(columns, screen.colours());
  }
}
