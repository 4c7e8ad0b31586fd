package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README lets a newcomer paste is what {@link QuickstartTest} has done. */
class ReadmeTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)[^)]*\\)");

  @Test
  void what_a_newcomer_pastes_from_the_readme_is_what_was_tried() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    String example = Files.readString(ROOT.resolve("examples/quickstart/README.md"));
    List<String> commands =
        SHELL.matcher(example).results().map(block -> block.group(1).strip()).toList();
    assertThat(commands).hasSize(3).allSatisfy(block -> assertThat(readme).contains(block));
    assertThat(part(readme, "quickstart").lines().filter(line -> line.startsWith("service ")))
        .hasSize(5)
        .allSatisfy(line -> assertThat(example).contains(line));
  }

  @Test
  void a_link_that_leads_nowhere_costs_a_reader() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    List<String> links =
        LINK.matcher(readme).results().map(match -> match.group(1)).toList();
    assertThat(links)
        .isNotEmpty()
        .allSatisfy(link -> assertThat(ROOT.resolve(link)).exists());
  }

  private static String part(String text, String name) {
    int begin = text.indexOf("<!-- " + name + " -->");
    return text.substring(begin, text.indexOf("<!-- /" + name + " -->"));
  }
}
