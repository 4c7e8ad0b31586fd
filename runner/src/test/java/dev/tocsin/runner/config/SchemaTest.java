package dev.tocsin.runner.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.runner.config.BadConfigurationTest.Mistake;
import dev.tocsin.runner.report.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an editor is told is what the reader does. */
class SchemaTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path COMMITTED = ROOT.resolve("docs/tocsin.schema.json");

  /** What is wrong with the form of one value or mapping, and with nothing outside it. */
  private static final Pattern OF_FORM = Pattern.compile(
      "unknown key|duplicate key|' is missing, expected|has none of|is empty|is a mapping, expected"
          + "|is a list, expected|is text, expected|expected (one of )?a whole number|expected a"
          + " mapping with|written in clear, expected passwordFile");

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = SchemaTest.class.getResourceAsStream("/dev/tocsin/runner/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Every example, every whole configuration of the manual but the mistakes, all keys. */
  static Stream<String> configurations() throws IOException {
    List<String> examples;
    try (Stream<Path> directories = Files.list(ROOT.resolve("examples"))) {
      examples = directories
          .map(directory -> directory.resolve("tocsin.yaml"))
          .filter(Files::exists)
          .map(SchemaTest::text)
          .toList();
    }
    List<String> manual;
    try (Stream<Path> pages = Files.list(ROOT.resolve("docs"))) {
      manual = Stream.concat(pages, Stream.of(ROOT.resolve("README.md")))
          .filter(page -> page.toString().endsWith(".md"))
          .map(SchemaTest::text)
          .flatMap(page -> Stream.of(page.split("```yaml\n")).skip(1))
          .map(block -> block.substring(0, block.indexOf("```")))
          .filter(block -> block.contains("\ntargets:") && !block.contains("paralelism"))
          .toList();
    }
    assertThat(examples).hasSizeGreaterThan(1);
    assertThat(manual).hasSizeGreaterThan(3);
    Stream<String> golden = Stream.of(
        Maximal.YAML,
        Maximal.IN_A_CLUSTER,
        resource("manifest/maximal.yaml"),
        resource("manifest/minimal.yaml"));
    return Stream.of(examples.stream(), manual.stream(), golden).flatMap(some -> some);
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void an_editor_does_not_complain_of_what_is_right(String yaml) {
    assertThat(Editor.problems(yaml)).isEmpty();
  }

  static Stream<Mistake> mistakesOfForm() {
    return BadConfigurationTest.mistakes()
        .filter(mistake -> mistake.printed().stream().anyMatch(OF_FORM.asPredicate()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakesOfForm")
  void an_editor_marks_a_mistake_of_form_while_it_is_typed(Mistake mistake) {
    assertThat(Editor.problems(mistake.yaml())).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "targets: []",
        "targets: {name: a}",
        "targets: [{name: A, check: {tcp: \"a:1\"}}]",
        "targets: [{name: a, check: {}}]",
        "targets: [{name: a, check: {tcp: \"a:1\", http: \"http://a/\"}}]",
        "targets: [{name: a, check: {tcp: {host: a, port: 99999}}}]",
        "targets: [{name: a, check: {http: {service: a/b, path: /}}}]",
        "targets: [{name: a, check: {http: {url: \"http://a/\", timeout: 10}}}]",
        "targets: [{name: a, check: {http: {url: \"http://a/\", service: \"a/b:1\"}}}]",
        "targets: [{name: a, check: {exec: []}}]",
        "targets: [{name: a, check: {tcp: \"a:1\"}, remediation: {evictPod: {attempt: 1}}}]",
        "targets: [{name: a, check: {tcp: \"a:1\"}, remediation: [{}]}]",
        "targets: [{name: a, check: {tcp: \"a:1\"}}]\ninterval: 5 minutes",
        "targets: [{name: a, check: {tcp: \"a:1\"}}]\nintervall: 5m",
        "targets: [{name: a, check: {tcp: \"a:1\"}}]\nmail: {from: me, to: me@example.org}",
        "targets: [{name: a, check: {tcp: \"a:1\"}}]\nledger: {configMap: {name: tocsin}}"
      })
  void what_is_wrong_is_not_taken(String yaml) {
    assertThat(Editor.problems(yaml)).isNotEmpty();
  }

  /** {@code -Ddocs.update=true} rewrites. */
  @Test
  void the_committed_schema_is_made_of_the_reader_s_own_keys() throws IOException {
    String schema = Json.of(Schema.asMap());
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(COMMITTED, schema);
    }
    assertThat(text(COMMITTED)).isEqualTo(schema);
  }
}
