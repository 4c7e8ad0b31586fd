package dev.tocsin.runner;

import dev.tocsin.round.Time;
import dev.tocsin.runner.report.Screen;
import dev.tocsin.runner.report.Words;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Map;
import java.util.OptionalInt;

/**
 * All that the command line has around it, so that a test can be around it too.
 *
 * @param environment the variables of the process
 * @param out for answers
 * @param err for complaints
 * @param time the clocks
 * @param zone in which times are shown
 * @param screen what {@code out} is
 * @param workshop makes what rounds are made with
 */
public record Surroundings(
    Map<String, String> environment,
    PrintStream out,
    PrintStream err,
    Time time,
    ZoneId zone,
    Screen screen,
    Workshop workshop) {

  /** The launcher sets it to the terminal's width, and only on a terminal. */
  private static final String COLUMNS = "tocsin.columns";

  /** Those of this process. Text is UTF-8, whatever the locale. */
  public static Surroundings ofProcess() {
    Map<String, String> environment = System.getenv();
    return new Surroundings(
        environment,
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        Time.system(),
        ZoneId.systemDefault(),
        screen(environment, OptionalInt.empty()),
        new Wiring());
  }

  /** Colours only on a terminal that has them, and only if nobody asked for none. */
  static Screen screen(Map<String, String> environment, OptionalInt given) {
    OptionalInt columns = given.isPresent() ? given : columns();
    boolean none = !environment.getOrDefault("NO_COLOR", "").isEmpty()
        || environment.getOrDefault("TERM", "").equals("dumb");
    return new Screen(
        columns, columns.isPresent() && !none ? Screen.Colours.ON : Screen.Colours.OFF);
  }

  /** Times in words, seen from now. */
  Words words(Time clock) {
    return new Words(clock.now(), zone);
  }

  private static OptionalInt columns() {
    int columns = Integer.getInteger(COLUMNS, 0);
    return columns > 0 ? OptionalInt.of(columns) : OptionalInt.empty();
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
