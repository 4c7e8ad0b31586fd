package dev.tocsin.runner.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BadConfigurationTest {

  @TempDir
  Path directory;

  /** What is written, and every line that is printed. */
  record Mistake(String name, String yaml, List<String> printed) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** From {@code bad-configurations.txt}: each begins with {@code ===} and its name. */
  static Stream<Mistake> mistakes() {
    return Arrays.stream(text().split("(?m)^=== ")).skip(1).map(text -> {
      String[] parts = text.split("(?m)^--->\\n");
      String[] head = parts[0].split("\n", 2);
      return new Mistake(head[0], head[1], parts[1].lines().toList());
    });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void a_mistake_is_said_in_one_line_with_its_place(Mistake mistake) {
    Written written = new Written(directory);
    written.write("empty", "\n");
    written.write("ca.pem", "no certificate\n");
    written.write("secret", Written.CANARY);
    assertThat(written.problems(mistake.yaml())).isEqualTo(mistake.printed());
  }

  @Test
  void a_missing_file_is_one_problem() {
    Path missing = directory.resolve("missing.yaml");
    assertThat(read(missing))
        .containsExactly(missing + ":1:1: the configuration cannot be read: no such file");
  }

  @Test
  void a_directory_is_one_problem() {
    assertThat(read(directory))
        .containsExactly(directory + ":1:1: the configuration cannot be read: it is a directory");
  }

  @Test
  void a_file_without_end_is_one_problem() {
    assertThat(read(Path.of("/dev/zero")))
        .containsExactly("/dev/zero:1:1: the file is larger than 1 MiB, expected a configuration");
  }

  @Test
  void a_binary_file_is_one_problem() throws IOException {
    Path file = Files.write(directory.resolve("t.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff});
    assertThat(read(file)).containsExactly(file + ":1:1: the file is not encoded in UTF-8");
  }

  @Test
  void a_control_character_is_one_problem_at_its_place() {
    assertThat(new Written(directory).problems("interval: 5m\nledger: \u0007\n"))
        .containsExactly("tocsin.yaml:2:9: no YAML: a control character, expected printable text");
  }

  @Test
  void aliases_that_multiply_do_not_keep_the_round_from_its_end() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d [".formatted(i, i)).append(("*a" + (i - 1) + ", ").repeat(10));
      bomb.append("]\n");
    }
    assertThat(quickly(bomb.toString()))
        .containsExactly(
            "tocsin.yaml:6:10: with all aliases written out this is more than 200000 values");
  }

  @Test
  void endless_nesting_does_not_overflow_the_stack() {
    assertThat(quickly("[".repeat(500_000)))
        .containsExactly("tocsin.yaml:1:33: nested too deeply, expected at most 32 levels");
  }

  @Test
  void a_long_chain_of_waiting_targets_does_not_overflow_the_stack() {
    StringBuilder chain = new StringBuilder("targets:\n");
    for (int i = 0; i < 2000; i++) {
      chain.append("- {name: t%d, check: {tcp: \"a:1\"}, preconditions: [{after: t%d}], "
          .formatted(i, (i + 1) % 2000));
      chain.append("remediation: {exec: [./a]}}\n");
    }
    assertThat(quickly(chain.toString()))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("tocsin.yaml:2:59: targets wait for each other: t0 -> t1 -> t2");
  }

  private List<String> quickly(String yaml) {
    long start = System.nanoTime();
    List<String> problems = new Written(directory).problems(yaml);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    return problems;
  }

  private static List<String> read(Path file) {
    Reading reading = ConfigurationReader.read(file, Map.of(), condition -> Optional.empty());
    return ((Reading.Invalid) reading)
        .problems().stream().map(Problem::toString).toList();
  }

  private static String text() {
    try (InputStream in =
        BadConfigurationTest.class.getResourceAsStream("bad-configurations.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
