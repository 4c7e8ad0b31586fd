package dev.tocsin.simulation.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The stories that ship with Tocsin. */
public final class Catalogue {

  private static final String PLACE = "/stories/";

  private Catalogue() {}

  /** Their names, in the order in which they are best read. */
  public static List<String> names() {
    return text("index.txt").lines().filter(line -> !line.isBlank()).toList();
  }

  /**
   * The text of one.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static String story(String name) {
    return text(name + ".story");
  }

  private static String text(String file) {
    try (InputStream in = Catalogue.class.getResourceAsStream(PLACE + file)) {
      if (in == null) {
        throw new IllegalArgumentException("no such story: " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
