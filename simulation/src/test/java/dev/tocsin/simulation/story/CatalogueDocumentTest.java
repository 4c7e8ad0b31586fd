package dev.tocsin.simulation.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What docs/simulation.md says of stories; -Dtocsin.stories.update=true rewrites its list. */
class CatalogueDocumentTest {

  private static final Path DOCUMENT = Path.of("../docs/simulation.md");
  private static final Pattern LIST =
      Pattern.compile("(?s)(<!-- stories -->\n)(.*)(<!-- /stories -->)");

  @Test
  void every_story_is_listed_with_its_reason() throws IOException {
    String document = Files.readString(DOCUMENT);
    if (Boolean.getBoolean("tocsin.stories.update")) {
      Files.writeString(
          DOCUMENT,
          LIST.matcher(document)
              .replaceFirst(
                  found -> found.group(1) + Matcher.quoteReplacement(list()) + found.group(3)));
      return;
    }
    Matcher listed = LIST.matcher(document);
    assertThat(listed.find()).isTrue();
    assertThat(listed.group(2)).isEqualTo(list());
  }

  @Test
  void every_story_that_a_fault_is_said_to_have_exists() throws IOException {
    List<String> rows =
        Files.readAllLines(DOCUMENT).stream().filter(l -> l.startsWith("| F")).toList();
    assertThat(rows).hasSizeGreaterThan(30);
    assertThat(rows)
        .flatExtracting(row -> List.of(row.split(" \\| ")[2].replace(" |", "").split(", ")))
        .allSatisfy(story -> assertThat(Catalogue.names()).contains(story));
  }

  @Test
  void every_event_that_the_page_shows_can_be_written() throws IOException {
    String document = Files.readString(DOCUMENT);
    Matcher story = Pattern.compile("(?s)<!-- story -->\n```\n(.*?)```").matcher(document);
    assertThat(story.find()).isTrue();
    Reading reading = StoryReader.read("docs/simulation.md", story.group(1));
    assertThat(reading).isInstanceOf(Reading.Valid.class);
    Telling telling = ((Reading.Valid) reading).story().tell();
    assertThat(telling.violations()).isEmpty();
    assertThat(telling.difference()).isEmpty();
  }

  private static String list() {
    return Catalogue.names().stream()
        .map(name -> {
          Story story = ((Reading.Valid) StoryReader.read(name, Catalogue.story(name))).story();
          return "| " + name + " | " + story.title() + " | " + story.why() + " |\n";
        })
        .collect(Collectors.joining("", "| story | | why |\n|---|---|---|\n", ""));
  }
}
