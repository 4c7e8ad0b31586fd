package dev.tocsin.examples.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the README shows is what was compiled and run. */
class ReadmeTest {

  private static final Path README = Path.of("..", "..", "README.md");
  private static final Path SHOWN =
      Path.of("src/main/java/dev/tocsin/examples/embedded/PortWatch.java");
  private static final String BEGIN = "<!-- embedded -->";
  private static final String END = "<!-- /embedded -->";

  /** With {@code -Ddocs.update=true} the README is rewritten. */
  @Test
  void an_example_that_differs_from_the_readme_misleads_its_first_reader() throws IOException {
    assertThat(README).isRegularFile();
    String readme = Files.readString(README);
    assertThat(readme).containsOnlyOnce(BEGIN).containsOnlyOnce(END);
    assertThat(readme.indexOf(BEGIN)).isLessThan(readme.indexOf(END));
    String current = shownIn(readme);
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(README, current);
      return;
    }
    assertThat(readme).as("rewrite it with -Ddocs.update=true").isEqualTo(current);
  }

  private static String shownIn(String readme) throws IOException {
    String code = Files.readString(SHOWN).strip();
    return readme.substring(0, readme.indexOf(BEGIN) + BEGIN.length())
        + "\n```java\n" + code + "\n```\n"
        + readme.substring(readme.indexOf(END));
  }
}
