package dev.tocsin.k8s.api;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the API server answered to one request, or why there is no answer. Each says whether what
 * was asked for may have happened, which is all that a caller can act upon.
 */
public sealed interface Answer<T> {

  /** For people, one line: what was asked, and what came of it. */
  String words();

  /** The value, if there is one. */
  default Optional<T> value() {
    return Optional.empty();
  }

  /** The same answer, with its value changed. */
  <R> Answer<R> map(Function<T, R> change);

  /** What is answered next, where there is a value to go on with; else this answer. */
  default <R> Answer<R> then(Function<T, Answer<R>> next) {
    return value()
        .map(next)
        .orElseGet(() -> map(value -> {
          throw new IllegalStateException("no value, and yet " + value);
        }));
  }

  /** It was done, and this is what came of it. */
  record Ok<T>(T of) implements Answer<T> {
    @Override
    public String words() {
      return "done";
    }

    @Override
    public Optional<T> value() {
      return Optional.of(of);
    }

    @Override
    public <R> Answer<R> map(Function<T, R> change) {
      return new Ok<>(change.apply(of));
    }
  }

  /** There is no such object (404), or not the namespace of it. Nothing happened. */
  record Absent<T>(String words) implements Answer<T> {
    @Override
    public <R> Answer<R> map(Function<T, R> change) {
      return new Absent<>(words);
    }
  }

  /**
   * The server refused (another 4xx). Nothing happened.
   *
   * @param status the HTTP status, for example 403, 409, 422, 429
   * @param reason the server's word for it, for example {@code AlreadyExists}; may be empty
   * @param message the server's sentence
   * @param retryAfter how long the server asks to be left alone
   * @param words for people
   */
  record Refused<T>(
      int status, String reason, String message, Optional<Duration> retryAfter, String words)
      implements Answer<T> {
    @Override
    public <R> Answer<R> map(Function<T, R> change) {
      return new Refused<>(status, reason, message, retryAfter, words);
    }
  }

  /** The server was not reached, or there was no time to ask. Nothing happened. */
  record Unreached<T>(String words) implements Answer<T> {
    @Override
    public <R> Answer<R> map(Function<T, R> change) {
      return new Unreached<>(words);
    }
  }

  /** The answer was lost, cut off, or a 5xx. What was asked for may have happened. */
  record Unclear<T>(String words) implements Answer<T> {
    @Override
    public <R> Answer<R> map(Function<T, R> change) {
      return new Unclear<>(words);
    }
  }
}
