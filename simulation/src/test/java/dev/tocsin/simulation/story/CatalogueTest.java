package dev.tocsin.simulation.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every story of the catalogue is as it must be; -Dtocsin.stories.update=true rewrites them. */
class CatalogueTest {

  private static final Path SOURCES = Path.of("src/main/resources/stories");

  static List<String> names() {
    return Catalogue.names();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void a_story_is_seen_as_it_is_written(String name) throws IOException {
    Story story = read(name, Catalogue.story(name));
    if (Boolean.getBoolean("tocsin.stories.update")) {
      Files.writeString(SOURCES.resolve(name + ".story"), StoryWriter.text(story.updated()));
      return;
    }
    Telling telling = story.tell();
    assertThat(telling.violations()).as(story.title()).isEmpty();
    assertThat(telling.difference()).as(story.title()).isEmpty();
    assertThat(story.seen()).as("what is seen, update the story").isNotEmpty();
    assertThat(StoryWriter.text(story)).isEqualTo(Catalogue.story(name));
  }

  @Test
  void a_story_that_is_not_in_the_index_is_told_to_nobody() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      List<String> stories = files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".story"))
          .map(file -> file.substring(0, file.length() - ".story".length()))
          .toList();
      assertThat(Catalogue.names()).containsExactlyInAnyOrderElementsOf(stories);
    }
  }

  private static Story read(String name, String text) {
    Reading reading = StoryReader.read(name, text);
    assertThat(reading).isInstanceOf(Reading.Valid.class);
    return ((Reading.Valid) reading).story();
  }
}
