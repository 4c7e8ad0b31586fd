package dev.tocsin.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a program took, with all that it started.
 *
 * @param wall from its start to its end
 * @param cpu of the user and of the system
 * @param peak resident bytes of the largest process, at most; 0 where there is no {@code /proc}
 */
record Timed(Duration wall, Duration cpu, long peak) {

  /** bash knows what its children took, to the millisecond. */
  private static final String TIME =
      "TIMEFORMAT='%R %U %S'; out=$1; shift; { time \"$@\" >\"$out\" 2>\"$out.err\"; } 2>\"$out.time\"";

  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  /** Runs it; an error if it does not end with 0. */
  static Timed run(List<String> program, String javaOptions, Path out) throws IOException {
    List<String> command = new ArrayList<>(List.of("bash", "-c", TIME, "time", out.toString()));
    command.addAll(program);
    ProcessBuilder builder = new ProcessBuilder(command);
    if (!javaOptions.isEmpty()) {
      builder.environment().put("JAVA_TOOL_OPTIONS", javaOptions);
    }
    Process process = builder.start();
    Thread atExit = new Thread(() -> end(process));
    Runtime.getRuntime().addShutdownHook(atExit);
    long peak = peak(process);
    int code = Commands.waitFor(process);
    Runtime.getRuntime().removeShutdownHook(atExit);
    if (code != 0) {
      throw new IOException(
          "a round ended with " + code + ": " + Files.readString(Path.of(out + ".err"))
              + Files.readString(out).lines().limit(3).toList());
    }
    String[] seconds = Files.readString(Path.of(out + ".time")).strip().split(" ");
    return new Timed(seconds(seconds[0]), seconds(seconds[1]).plus(seconds(seconds[2])), peak);
  }

  /** Whoever stops the measuring wants no round to go on: its cluster goes away too. */
  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static Duration seconds(String text) {
    return Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000));
  }

  /** The kernel keeps the peak as long as the process lives: so it is asked again and again. */
  private static long peak(Process process) throws IOException {
    long peak = 0;
    while (process.isAlive()) {
      try (Stream<ProcessHandle> all = process.descendants()) {
        peak = Math.max(peak, all.mapToLong(Timed::peak).max().orElse(0));
      }
      await(process);
    }
    return peak;
  }

  private static void await(Process process) {
    try {
      process.waitFor(10, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static long peak(ProcessHandle process) {
    try {
      Matcher peak = PEAK.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
      return peak.find() ? Long.parseLong(peak.group(1)) * 1024 : 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
