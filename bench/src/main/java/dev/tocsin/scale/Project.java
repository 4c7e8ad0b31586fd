package dev.tocsin.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;

/** What the measurements have in common: where they are, on what, and how they end. */
final class Project {

  private static final Path JDKS = Path.of("/usr/lib/jvm");
  private static final int OLD = 17;
  private static final int NEW = 25;

  private Project() {}

  /** Runs a measurement and ends the process: with 2 if it could not be made. */
  static void run(Callable<Integer> measurement, String[] args) {
    CommandLine line = new CommandLine(measurement);
    line.setExecutionExceptionHandler((e, command, parsed) -> {
      System.err.println(
          line.getCommandName() + ": " + (e.getMessage() == null ? e : e.getMessage()));
      return 2;
    });
    System.exit(line.execute(args));
  }

  /** The project's directory, wherever this is started in it. */
  static Path root() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    return Optional.of(here)
        .filter(path -> Files.exists(path.resolve("tocsin")))
        .or(() -> Optional.ofNullable(here.getParent()))
        .filter(path -> Files.exists(path.resolve("tocsin")))
        .orElseThrow(() -> new IOException("not in the project: " + here));
  }

  /** The JDKs 17, and 25 or later, that a system keeps beside each other: one of each version. */
  static List<Path> jdks() throws IOException {
    if (!Files.isDirectory(JDKS)) {
      return List.of(Path.of(System.getProperty("java.home")));
    }
    SortedMap<Integer, Path> byVersion = new TreeMap<>();
    try (Stream<Path> all = Files.list(JDKS)) {
      all.filter(jdk -> Files.isExecutable(jdk.resolve("bin/javac")))
          .sorted()
          .forEach(jdk -> byVersion.putIfAbsent(version(jdk), jdk));
    }
    return byVersion.entrySet().stream()
        .filter(jdk -> jdk.getKey() == OLD || jdk.getKey() >= NEW)
        .map(Map.Entry::getValue)
        .toList();
  }

  private static int version(Path jdk) {
    String version = Machine.first(jdk.resolve("release").toString(), "JAVA_VERSION=");
    return version.matches("\\d+.*") ? Integer.parseInt(version.replaceFirst("\\D.*", "")) : 0;
  }
}
