package dev.tocsin.k8s.witness;

import java.nio.charset.StandardCharsets;

/** Text for an Event: one line, and no longer than the API server takes. */
final class Note {

  /** Bytes in UTF-8, by the validation of {@code events.k8s.io/v1}. */
  static final int LIMIT = 1024;

  private static final String ELLIPSIS = "…";
  private static final int MOST = LIMIT - ELLIPSIS.getBytes(StandardCharsets.UTF_8).length;

  private Note() {}

  static String fit(String text) {
    String plain = text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    return bytes(plain) <= LIMIT ? plain : cut(plain) + ELLIPSIS;
  }

  /** Between two characters, never within one. */
  private static String cut(String text) {
    int end = 0;
    int bytes = 0;
    while (bytes <= MOST) {
      int next = text.codePointAt(end);
      bytes += bytes(Character.toString(next));
      end += bytes <= MOST ? Character.charCount(next) : 0;
    }
    return text.substring(0, end);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
