package dev.tocsin.runner.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads a configuration, and finds everything that is wrong with it at once. */
public final class ConfigurationReader {

  private ConfigurationReader() {}

  /**
   * Reads one file, and those it refers to. Does nothing else: no name is looked up, no program is
   * sought, nothing is written.
   *
   * @param file a YAML file of at most 1 MiB; relative paths in it start at its directory
   * @param environment where {@code ${NAME}} is looked up
   * @param conditionProblem says why a text is no condition; empty if it is one
   */
  public static Reading read(
      Path file,
      Map<String, String> environment,
      Function<String, Optional<String>> conditionProblem) {
    return read(file, environment, Secrets.ALL, conditionProblem);
  }

  /**
   * The same for who does not need all the secrets.
   *
   * @param secrets which must be there; of others nothing is known
   */
  public static Reading read(
      Path file,
      Map<String, String> environment,
      Secrets secrets,
      Function<String, Optional<String>> conditionProblem) {
    return read(new Source(file, environment, secrets, conditionProblem));
  }

  /**
   * Reads one file for another place. Authorities that are here too are read, for they can be taken
   * there.
   *
   * @param elsewhere the place; it is told what the configuration takes from it
   */
  public static Reading read(
      Path file, Elsewhere elsewhere, Function<String, Optional<String>> conditionProblem) {
    return read(Source.of(file, elsewhere, conditionProblem));
  }

  private static Reading read(Source source) {
    Optional<Configuration> configuration = new Document(source)
        .read()
        .map(node -> new Item("the configuration", node, source))
        .flatMap(RootSection::read);
    List<Problem> problems = source.problems();
    return problems.isEmpty()
        ? new Reading.Valid(configuration.orElseThrow())
        : new Reading.Invalid(problems);
  }
}
