package dev.tocsin.runner.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference and its examples say what the reader does. */
class ReferenceTest {

  private static final Path REFERENCE = Path.of("..", "docs", "configuration.md");

  @TempDir
  Path directory;

  /** Where it fails, {@code target/configuration-keys.md} is what the reference should hold. */
  @Test
  void the_reference_has_every_key_as_the_reader_knows_it() throws IOException {
    String tables =
        RootSection.SHAPES.stream().map(ReferenceTest::table).collect(Collectors.joining("\n"));
    Files.writeString(Path.of("target", "configuration-keys.md"), tables);
    assertThat(Files.readString(REFERENCE)).contains(tables);
  }

  @Test
  void the_example_of_the_reference_is_valid() throws IOException {
    Written written = new Written(directory);
    written.write("smtp-secret", Written.CANARY);
    assertThat(written.valid(block("yaml", 0)).watches()).hasSize(2);
  }

  @Test
  void the_example_of_a_cluster_is_valid() throws IOException {
    assertThat(new Written(directory).valid(block("yaml", 1)).watches()).hasSize(3);
  }

  @Test
  void the_example_of_an_editor_is_valid() throws IOException {
    assertThat(new Written(directory).valid(block("yaml", 2)).watches()).hasSize(1);
  }

  @Test
  void the_mistakes_of_the_reference_are_answered_as_it_says() throws IOException {
    List<String> problems = new Written(directory).problems(block("yaml", 3));
    assertThat(String.join("\n", problems) + "\n").isEqualTo(block("text", 0));
  }

  private static String block(String language, int index) throws IOException {
    String text = Files.readString(REFERENCE).split("```" + language + "\n")[index + 1];
    return text.substring(0, text.indexOf("```"));
  }

  private static String table(Shape shape) {
    String rows = shape.own().stream()
        .map(key -> row("`" + key.name() + "`", key.type().expected(), key.unless(), key.meaning()))
        .collect(Collectors.joining());
    String included = shape.included().stream()
        .map(other -> "\nBeside these: every key of " + title(other) + ".\n")
        .collect(Collectors.joining());
    return "### " + title(shape) + "\n\n" + row("key", "value", "unless given", "meaning")
        + row("---", "---", "---", "---") + rows + included;
  }

  private static String title(Shape shape) {
    return shape.title().startsWith("the ") ? shape.title() : "`" + shape.title() + "`";
  }

  private static String row(String... cells) {
    return Stream.of(cells)
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
