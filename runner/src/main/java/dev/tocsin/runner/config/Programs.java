package dev.tocsin.runner.config;

import dev.tocsin.runner.check.Probe;
import dev.tocsin.runner.config.Configuration.Watch;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The programs that a configuration runs. */
public final class Programs {

  /** Who runs the reference's program. */
  private static final String REFERENCE = "isolation";

  private Programs() {}

  /** Each, and which targets run it. */
  public static SortedMap<String, SortedSet<String>> of(Configuration configuration) {
    SortedMap<String, SortedSet<String>> programs = new TreeMap<>();
    configuration.isolation().ifPresent(probe -> add(programs, REFERENCE, Stream.of(probe)));
    for (Watch watch : configuration.watches()) {
      Stream<Probe> asked = watch.preconditions().stream().map(Configuration.Asked::probe);
      Stream<Probe> remedies = watch.remedies().stream().map(Configuration.Remedy::program);
      add(programs, watch.target().name(), watch.check().stream());
      add(programs, watch.target().name(), Stream.concat(asked, remedies));
    }
    return programs;
  }

  private static void add(
      Map<String, SortedSet<String>> programs, String of, Stream<Probe> probes) {
    probes
        .filter(Probe.Exec.class::isInstance)
        .map(probe -> ((Probe.Exec) probe).argv().get(0))
        .forEach(program ->
            programs.computeIfAbsent(program, none -> new TreeSet<>()).add(of));
  }

  /**
   * Whether it can be run here.
   *
   * @param path where programs without a slash are sought, as in {@code $PATH}
   */
  public static boolean isHere(String program, String path) {
    return program.contains("/")
        ? canRun(Path.of(program))
        : Pattern.compile(Pattern.quote(File.pathSeparator))
            .splitAsStream(path)
            .filter(directory -> !directory.isEmpty())
            .anyMatch(directory -> canRun(Path.of(directory, program)));
  }

  private static boolean canRun(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }
}
