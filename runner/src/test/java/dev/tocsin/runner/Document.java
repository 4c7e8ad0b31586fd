package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A document with parts that are made, each between {@code <!-- name -->} and {@code <!-- /name
 * -->}.
 */
record Document(Path file) {

  private static final boolean UPDATE = Boolean.getBoolean("docs.update");

  /** A document of the project, by its path from the root. */
  static Document of(String path) {
    return new Document(Path.of("").toAbsolutePath().resolveSibling(path));
  }

  /** Checks that a part is exactly this, or makes it so. */
  void shows(String name, String part) {
    String begin = "<!-- " + name + " -->\n";
    String end = "<!-- /" + name + " -->\n";
    String text = text();
    assertThat(text).as("%s has a part %s", file, name).contains(begin).contains(end);
    int from = text.indexOf(begin) + begin.length();
    int to = text.indexOf(end);
    if (UPDATE) {
      write(text.substring(0, from) + part + text.substring(to));
    } else {
      assertThat(squeezed(text.substring(from, to)))
          .as("%s, part %s", file, name)
          .isEqualTo(squeezed(part));
    }
  }

  /** How wide a column is depends on how long an answer took. */
  private static String squeezed(String table) {
    return table.replaceAll(" {2,}", "  ");
  }

  boolean has(String name) {
    return Files.exists(file) && text().contains("<!-- " + name + " -->\n");
  }

  private String text() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
