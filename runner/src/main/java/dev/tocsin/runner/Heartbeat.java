package dev.tocsin.runner;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * Tells somebody outside that a round did its duty. Its failure changes nothing, and its address is
 * never shown: who knows it can beat in our place.
 */
final class Heartbeat {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private Heartbeat() {}

  /** What went wrong, if anything. */
  static Optional<String> beat(URI url) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    HttpRequest request = HttpRequest.newBuilder(url).timeout(TIMEOUT).build();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status / 100 == 2 ? Optional.empty() : trouble("answered " + status);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return trouble("interrupted");
    } catch (IOException e) {
      return trouble(e.getClass().getSimpleName());
    }
  }

  private static Optional<String> trouble(String what) {
    return Optional.of("remark: heartbeat: " + what);
  }
}
