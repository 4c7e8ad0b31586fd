package dev.tocsin.k8s.look;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an object says of itself in one respect.
 *
 * @param status {@code True}, {@code False}, {@code Unknown}, or what a newer cluster may say
 * @param at when the status last changed, as it is written; may be empty
 */
record Condition(String status, String reason, String message, String at) {

  static Condition of(
      @Nullable String status,
      @Nullable String reason,
      @Nullable String message,
      @Nullable String at) {
    return new Condition(
        Filled.text(status), Filled.text(reason), Filled.text(message), Filled.text(at));
  }

  /** When the status last changed. */
  Optional<Instant> since() {
    return Times.at(at);
  }

  boolean isTrue() {
    return status.equals("True");
  }

  boolean isFalse() {
    return status.equals("False");
  }

  /** Its message, or its reason where it has none; may be empty. */
  String words() {
    return message.isBlank() ? reason : message.strip();
  }

  /** The same as an end of a sentence. */
  String why() {
    return words().isEmpty() ? "" : ": " + words();
  }
}
