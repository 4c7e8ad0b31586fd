package dev.tocsin.k8s.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tocsin.k8s.http.SocketHttp;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;

/** An API server that says what it is told to say, one answer after the other; the last stays. */
final class ScriptedApi implements AutoCloseable {

  private final HttpServer server;
  private final KubernetesClient client;
  private final Deque<Line> script = new ArrayDeque<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  /** One answer. */
  interface Line {
    void answer(HttpExchange exchange) throws IOException;
  }

  ScriptedApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool(work -> {
      Thread thread = new Thread(work, "scripted-api");
      thread.setDaemon(true);
      return thread;
    }));
    server.createContext("/", this::answer);
    server.start();
    client = new KubernetesClientBuilder()
        .withHttpClientFactory(new SocketHttp())
        .withConfig(new ConfigBuilder()
            .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
            .withOauthToken("token-canary")
            .withRequestRetryBackoffLimit(0)
            .build())
        .build();
  }

  Kubernetes kubernetes() {
    return Kubernetes.of(client);
  }

  KubernetesClient client() {
    return client;
  }

  /** What was asked for so far: method and path with query. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  synchronized ScriptedApi then(Line line) {
    script.add(line);
    return this;
  }

  ScriptedApi then(int status, String body, String... headers) {
    return then(exchange -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
      }
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    });
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    Line line = next();
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      line.answer(exchange);
    }
  }

  private synchronized Line next() {
    return script.size() > 1 ? script.remove() : script.element();
  }

  @Override
  public void close() {
    client.close();
    server.stop(0);
  }
}
