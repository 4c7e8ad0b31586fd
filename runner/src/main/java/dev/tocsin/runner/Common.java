package dev.tocsin.runner;

import dev.tocsin.runner.check.Condition;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.config.ConfigurationReader;
import dev.tocsin.runner.config.Elsewhere;
import dev.tocsin.runner.config.Reading;
import dev.tocsin.runner.config.Secrets;
import java.nio.file.Path;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Option;

/** The options of every command that has a configuration. */
final class Common {

  static final String VERBOSE = "--verbose";
  private static final int WRONG_CONFIGURATION = 2;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      defaultValue = "tocsin.yaml",
      description = "The configuration (default: ${DEFAULT-VALUE}).")
  private Path file = Path.of("tocsin.yaml");

  @Option(
      names = {"-v", VERBOSE},
      description = "Log to stderr, and show where a bug is.")
  private boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  Path file() {
    return file;
  }

  /** Does it with the configuration; if that is wrong, shows all its problems and does nothing. */
  int configured(Surroundings around, ToIntFunction<Configuration> command) {
    return configured(around, Secrets.ALL, command);
  }

  /** The same without the secrets that the command does not use. */
  int configured(Surroundings around, Secrets secrets, ToIntFunction<Configuration> command) {
    Reading reading =
        ConfigurationReader.read(file, around.environment(), secrets, Condition::problem);
    return with(reading, around, command);
  }

  /** The same with a configuration that is for another place. */
  int configured(Surroundings around, Elsewhere elsewhere, ToIntFunction<Configuration> command) {
    return with(ConfigurationReader.read(file, elsewhere, Condition::problem), around, command);
  }

  private static int with(
      Reading reading, Surroundings around, ToIntFunction<Configuration> command) {
    if (reading instanceof Reading.Valid valid) {
      return command.applyAsInt(valid.configuration());
    }
    ((Reading.Invalid) reading).problems().forEach(around.err()::println);
    return WRONG_CONFIGURATION;
  }
}
