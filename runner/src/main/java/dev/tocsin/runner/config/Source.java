package dev.tocsin.runner.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** One file that is read: what it may refer to, and what was found wrong so far. */
final class Source {

  private final Path file;
  private final Map<String, String> environment;
  private final Secrets secrets;
  private final Function<String, Optional<String>> conditionProblem;
  private final Optional<Elsewhere> elsewhere;

  /** A set: a part that several targets share is read for each, and wrong once. */
  private final SortedSet<Problem> problems = new TreeSet<>();

  Source(
      Path file,
      Map<String, String> environment,
      Secrets secrets,
      Function<String, Optional<String>> conditionProblem) {
    this(file, environment, secrets, conditionProblem, Optional.empty());
  }

  private Source(
      Path file,
      Map<String, String> environment,
      Secrets secrets,
      Function<String, Optional<String>> conditionProblem,
      Optional<Elsewhere> elsewhere) {
    this.file = file;
    this.environment = Map.copyOf(environment);
    this.secrets = secrets;
    this.conditionProblem = conditionProblem;
    this.elsewhere = elsewhere;
  }

  /** A file that will be used in another place. */
  static Source of(
      Path file, Elsewhere elsewhere, Function<String, Optional<String>> conditionProblem) {
    return new Source(file, Map.of(), Secrets.ALL, conditionProblem, Optional.of(elsewhere));
  }

  /** For texts that stand in the program, not in a file. */
  static Source none() {
    return new Source(Path.of("default"), Map.of(), Secrets.ALL, condition -> Optional.empty());
  }

  void problem(Optional<Mark> mark, String message) {
    problem(
        mark.map(Mark::getLine).orElse(0) + 1, mark.map(Mark::getColumn).orElse(0) + 1, message);
  }

  void problem(int line, int column, String message) {
    problems.add(new Problem(file.toString(), line, column, message));
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  Path file() {
    return file;
  }

  /** The other place where it will be used, if that is not here. */
  Optional<Elsewhere> elsewhere() {
    return elsewhere;
  }

  /**
   * A path of the configuration: relative ones start at the configuration's directory, and
   * {@code ~/} is the home directory.
   *
   * @throws java.nio.file.InvalidPathException if no path can be so
   */
  Path resolve(String path) {
    return elsewhere.map(place -> place.resolve(path)).orElseGet(() -> resolveHere(path));
  }

  /** The same, if it was used here. */
  Path resolveHere(String path) {
    String written = path.startsWith("~/") ? home() + path.substring(1) : path;
    return file.toAbsolutePath().resolveSibling(written).normalize();
  }

  private String home() {
    return variable("HOME").orElseGet(() -> System.getProperty("user.home"));
  }

  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /** Which secrets must be there. */
  Secrets secrets() {
    return secrets;
  }

  Optional<String> conditionProblem(String condition) {
    return conditionProblem.apply(condition);
  }
}
