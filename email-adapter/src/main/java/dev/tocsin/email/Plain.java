package dev.tocsin.email;

/** Text made fit for a header and for a line of a mail's body. */
final class Plain {

  private static final String NOT_PLAIN = "[\\p{C}\\p{Zl}\\p{Zp}]+";

  private Plain() {}

  /** Without control characters, line ends and characters that turn the direction of writing. */
  static String text(String text) {
    return text.replaceAll(NOT_PLAIN, " ").strip();
  }

  /** The same, cut to so many characters. */
  static String text(String text, int limit) {
    String plain = text(text);
    if (plain.codePointCount(0, plain.length()) <= limit) {
      return plain;
    }
    return plain.substring(0, plain.offsetByCodePoints(0, limit - 1)) + "…";
  }
}
