package dev.tocsin.runner.simulate;

import dev.tocsin.runner.report.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A history on one page that loads nothing: the page, with the history inside it. */
public final class HistoryPage {

  private static final String PLACE = "@HISTORY@";

  private HistoryPage() {}

  /** The whole page, as UTF-8 text. */
  public static String of(Played played) {
    return template().replace(PLACE, inScript(Json.of(HistoryReading.of(played))));
  }

  /** No text in it can end the script that it stands in. */
  private static String inScript(String json) {
    return json.strip().replace("<", "\\u003c");
  }

  private static String template() {
    try (InputStream page = HistoryPage.class.getResourceAsStream("history.html")) {
      return new String(Objects.requireNonNull(page).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
