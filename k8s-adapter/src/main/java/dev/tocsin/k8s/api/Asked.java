package dev.tocsin.k8s.api;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;

/**
 * What was asked of the API server, in words, so that every trouble can say it.
 *
 * @param verb as rights name it, for example {@code list}
 * @param object for example {@code deployment cams/frigate}
 */
record Asked(String verb, String object) {

  private static final int FORBIDDEN = 403;
  private static final int UNAUTHORIZED = 401;
  private static final int ABSENT = 404;
  private static final int DEPTH = 20;

  /** What a status that is no success means. */
  <T> Answer<T> refused(int status, Said said, Optional<Duration> retryAfter) {
    if (status == ABSENT) {
      return new Answer.Absent<>("there is no " + object);
    }
    return status >= 500
        ? new Answer.Unclear<>(
            OptionalInt.of(status), trouble("HTTP " + status + ", " + said.message()))
        : new Answer.Refused<>(
            status,
            said.reason(),
            said.message(),
            said.causes(),
            retryAfter,
            words(status, said.message()));
  }

  private String words(int status, String message) {
    if (status == FORBIDDEN) {
      return "we may not " + verb + " " + object + " (403)";
    }
    return status == UNAUTHORIZED
        ? "the API server does not know who we are (401)"
        : "the API server refuses to " + verb + " " + object + ": " + message + " (" + status + ")";
  }

  <T> Answer<T> late(Duration waited) {
    return new Answer.Unclear<>(trouble("none within " + Math.max(1, waited.toSeconds()) + " s"));
  }

  <T> Answer<T> noTime() {
    return new Answer.Unreached<>("there was no time left to " + verb + " " + object);
  }

  <T> Answer<T> stopped() {
    return new Answer.Unclear<>(trouble("we were stopped while waiting"));
  }

  /** What an exception means: whoever was never connected cannot have done anything. */
  <T> Answer<T> failed(Throwable trouble, String server) {
    Throwable root = root(trouble);
    String why =
        Optional.ofNullable(root.getMessage()).orElseGet(() -> root.getClass().getSimpleName());
    return causes(trouble)
        .filter(Asked::isNoConnection)
        .findFirst()
        .<Answer<T>>map(cause -> new Answer.Unreached<>(
            "the API server " + server + " cannot be reached: " + noConnection(cause, why)))
        .orElseGet(() -> new Answer.Unclear<>(trouble(why)));
  }

  /** The JDK's client often loses why: what it says then is of no use to anybody. */
  private static String noConnection(Throwable cause, String why) {
    if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
      return "its name does not resolve";
    }
    return cause instanceof SSLHandshakeException ? why : "no connection";
  }

  private static boolean isNoConnection(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof UnresolvedAddressException
        || cause instanceof UnknownHostException
        || cause instanceof HttpConnectTimeoutException
        || cause instanceof SSLHandshakeException;
  }

  <T> Answer<T> unreadable(Throwable trouble) {
    return new Answer.Unclear<>(trouble("it is cut off or no JSON of the kind we know, "
        + root(trouble).getClass().getSimpleName()));
  }

  private String trouble(String what) {
    return "no answer from the API server to " + verb + " " + object + ": " + what;
  }

  private static Throwable root(Throwable trouble) {
    return causes(trouble).reduce(trouble, (above, below) -> below);
  }

  private static Stream<Throwable> causes(Throwable trouble) {
    return Stream.iterate(trouble, Objects::nonNull, Throwable::getCause).limit(DEPTH);
  }
}
