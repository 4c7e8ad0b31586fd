package dev.tocsin.runner;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Tells somebody outside that a round did its duty. Its failure changes nothing, and its address is
 * never shown: who knows it can beat in our place.
 */
final class Heartbeat {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private Heartbeat() {}

  /** What went wrong, if anything. The client's own timeout ends with the answer's headers. */
  static Optional<String> beat(URI url) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    HttpRequest request = HttpRequest.newBuilder(url).timeout(TIMEOUT).build();
    CompletableFuture<HttpResponse<Void>> coming =
        client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
    try {
      int status = coming.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).statusCode();
      return status / 100 == 2 ? Optional.empty() : trouble("answered " + status);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return trouble("interrupted");
    } catch (ExecutionException e) {
      return trouble(e.getCause().getClass().getSimpleName());
    } catch (TimeoutException e) {
      return trouble("not over after " + TIMEOUT.toSeconds() + " s");
    } finally {
      coming.cancel(true);
    }
  }

  private static Optional<String> trouble(String what) {
    return Optional.of("remark: heartbeat: " + what);
  }
}
