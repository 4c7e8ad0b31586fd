package dev.tocsin.scale;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts things into a cluster, as one who may do everything. */
final class Admin {

  private static final int THREADS = 12;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String server;
  private final String token;
  private final HttpClient http;

  Admin(String server, String token, SSLContext trust) {
    this.server = server;
    this.token = token;
    this.http = HttpClient.newBuilder().sslContext(trust).build();
  }

  boolean isReady() {
    try {
      return send("GET", "/readyz", BodyPublishers.noBody(), "application/json").statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  JsonNode create(String path, Map<String, ?> object) throws IOException {
    return done("POST", path, object, "application/json");
  }

  JsonNode replace(String path, Map<String, ?> object) throws IOException {
    return done("PUT", path, object, "application/json");
  }

  /** Merges fields into an object. */
  JsonNode merge(String path, Map<String, ?> fields) throws IOException {
    return done("PATCH", path, fields, "application/merge-patch+json");
  }

  void delete(String path) throws IOException {
    done("DELETE", path, Map.of(), "application/json");
  }

  JsonNode get(String path) throws IOException {
    return answer("GET " + path, send("GET", path, BodyPublishers.noBody(), "application/json"));
  }

  /** How many there are of a list that need not be read. */
  int count(String list) throws IOException {
    JsonNode page = get(list + "limit=1");
    return page.path("items").size()
        + page.path("metadata").path("remainingItemCount").asInt(0);
  }

  private JsonNode done(String method, String path, Map<String, ?> body, String type)
      throws IOException {
    return answer(
        method + " " + path,
        send(method, path, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)), type));
  }

  private static JsonNode answer(String asked, HttpResponse<byte[]> response) throws IOException {
    JsonNode answer = JSON.readTree(response.body());
    if (response.statusCode() / 100 != 2) {
      throw new IOException(asked + ": " + answer.path("message").asString(""));
    }
    return answer;
  }

  private HttpResponse<byte[]> send(
      String method, String path, HttpRequest.BodyPublisher body, String type) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server + path))
        .timeout(Duration.ofSeconds(60))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", type)
        .method(method, body)
        .build();
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Does something for each number, several at once, and waits for all. */
  static void forEach(int from, int to, IntConsumer one) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = from; i < to; i++) {
        int number = i;
        all.add(threads.submit(() -> one.accept(number)));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
