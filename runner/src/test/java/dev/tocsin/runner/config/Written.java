package dev.tocsin.runner.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A configuration written into a directory and read back. */
record Written(Path directory) {

  static final String CANARY = "c4nary-9f1e-s3cret";

  /** The smallest target. */
  static final String TARGET = """
      targets:
      - name: frigate
        check: {tcp: "frigate:5000"}
      """;

  private static final Map<String, String> ENVIRONMENT =
      Map.of("TOKEN", CANARY, "EMPTY", "", "HOME", "/home/me");

  Reading read(String yaml) {
    return ConfigurationReader.read(write("tocsin.yaml", yaml), ENVIRONMENT, Written::condition);
  }

  /** The lines that would be printed, without the directory. */
  List<String> problems(String yaml) {
    Reading reading = read(yaml);
    return reading instanceof Reading.Invalid invalid
        ? invalid.problems().stream()
            .map(problem -> problem.toString().replace(directory + "/", ""))
            .map(line -> line.replace(directory.toString(), "DIRECTORY"))
            .toList()
        : List.of();
  }

  Configuration valid(String yaml) {
    assertThat(problems(yaml)).isEmpty();
    return ((Reading.Valid) read(yaml)).configuration();
  }

  Path write(String name, String text) {
    try {
      return Files.writeString(directory.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stands for CEL: every condition is one, but for those that say they are not. */
  private static Optional<String> condition(String text) {
    return text.contains("nonsense") ? Optional.of("undeclared reference") : Optional.empty();
  }
}
