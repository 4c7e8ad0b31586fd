package dev.tocsin.k8s.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
   * @param causes what it names beside
   * @param retryAfter how long the server asks to be left alone
   * @param words for people
   */
  record Refused<T>(
      int status,
      String reason,
      String message,
      List<Cause> causes,
      Optional<Duration> retryAfter,
      String words)
      implements Answer<T> {
    public Refused {
      causes = List.copyOf(causes);
    }

    /** One that names no cause. */
    public Refused(
        int status, String reason, String message, Optional<Duration> retryAfter, String words) {
      this(status, reason, message, List.of(), retryAfter, words);
    }

    /** The server's sentence about a cause, if it names that one. */
    public Optional<String> cause(String reason) {
      return causes.stream()
          .filter(c -> c.reason().equals(reason))
          .map(Cause::message)
          .findFirst();
    }

    @Override
    public <R> Answer<R> map(Function<T, R> change) {
      return new Refused<>(status, reason, message, causes, retryAfter, words);
    }
  }

  /** Why, in a word of the server's, for example {@code DisruptionBudget}, and in a sentence. */
  record Cause(String reason, String message) {}

  /** The server was not reached, or there was no time to ask. Nothing happened. */
  record Unreached<T>(String words) implements Answer<T> {
    @Override
    public <R> Answer<R> map(Function<T, R> change) {
      return new Unreached<>(words);
    }
  }

  /**
   * The answer was lost, cut off, or a 5xx. What was asked for may have happened.
   *
   * @param status the HTTP status, if there was an answer at all: after a 500 the server is done
   *     with it, after any other the request may be under way still
   */
  record Unclear<T>(OptionalInt status, String words) implements Answer<T> {
    public Unclear(String words) {
      this(OptionalInt.empty(), words);
    }

    @Override
    public <R> Answer<R> map(Function<T, R> change) {
      return new Unclear<>(status, words);
    }
  }
}
