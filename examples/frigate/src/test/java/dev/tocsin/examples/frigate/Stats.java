package dev.tocsin.examples.frigate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What Frigate says of itself. */
final class Stats {

  /** When it is well. */
  static final String WELL = read();

  private Stats() {}

  private static String read() {
    try (InputStream in = Stats.class.getResourceAsStream("/stats.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
