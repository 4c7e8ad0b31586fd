package dev.tocsin.examples.frigate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs, each a process of its own: the built runner, and the story's script. */
final class Tocsin {

  private static final Path JAR =
      Example.DIRECTORY.resolve("../../runner/target/tocsin-runner.jar").normalize();
  private static final long PATIENCE_SECONDS = 60;

  private Tocsin() {}

  record Ended(int exitCode, String out) {}

  /** The runner as it was built, as it is started in a cluster. */
  static Ended run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    if (!Files.exists(JAR)) {
      throw new IllegalStateException(JAR + " is not built: run mvn verify");
    }
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-jar",
        JAR.toString()));
    command.addAll(List.of(arguments));
    return program(environment, command);
  }

  static Ended program(Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("tocsin-example", ".out");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.redirectOutput(out.toFile()).start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException(command + " did not end: " + Files.readString(out));
    }
    String text = Files.readString(out);
    Files.delete(out);
    return new Ended(process.exitValue(), text);
  }
}
