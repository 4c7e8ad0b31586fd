package dev.tocsin.incident;

import java.time.Duration;
import java.util.Locale;

/** Text that came from outside, made fit for a ledger, a log line and a mail's subject. */
final class Text {

  /** Characters kept of any text that is remembered. */
  static final int LIMIT = 200;

  private Text() {}

  /** Control, format and line characters become spaces; what is too long ends in an ellipsis. */
  static String oneLine(String text) {
    String head = text.length() > 4 * LIMIT ? text.substring(0, 4 * LIMIT) : text;
    String plain = isPlain(head)
        ? head
        : head.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    return plain.length() <= LIMIT ? plain : cut(plain) + "…";
  }

  /** Never between the halves of one character. */
  private static String cut(String text) {
    int end = LIMIT - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }

  /** For people: {@code 1h30m}, {@code 45s}. */
  static String span(Duration span) {
    return span.isZero() ? "0s" : span.toString().substring(2).toLowerCase(Locale.ROOT);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) >= 0x7f) {
        return false;
      }
    }
    return true;
  }
}
