package dev.tocsin.runner.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Plays the cluster, on a free port of this machine: the ingress before Frigate's statistics, and
 * the API server, which asks the node's kubelet. Frigate runs if its node does, and needs its time
 * to start.
 */
final class Cluster implements AutoCloseable {

  private static final String STATS = """
      {"detectors": {"coral": {"inference_speed": 9.8}},
       "cameras": {"door": {"camera_fps": 5.1}, "yard": {"camera_fps": 5.0}}}
      """;

  private final HttpServer server;
  private final Supplier<Instant> now;
  private volatile Instant restarted = Instant.MIN;

  Cluster(Supplier<Instant> now) {
    this.now = now;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/api/stats", this::stats);
    server.createContext("/api/v1/nodes/still-fawn/proxy/healthz", this::node);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Since when Frigate runs and has had its time to start; empty: it is down, or starting. */
  Optional<Instant> upSince() {
    Instant up = started().plus(Story.START_UP);
    return Optional.of(up)
        .filter(since -> Story.isNodeReady(now.get()) && !now.get().isBefore(since));
  }

  /** Where the node is down, nothing can be started, and nothing is. */
  void restart() {
    if (Story.isNodeReady(now.get())) {
      restarted = now.get();
    }
  }

  private Instant started() {
    boolean before = now.get().isBefore(Story.NODE_DOWN);
    Instant booted = before ? Story.BEGIN.minus(Story.START_UP) : Story.NODE_BACK;
    return restarted.isAfter(booted) ? restarted : booted;
  }

  private void stats(HttpExchange exchange) throws IOException {
    boolean up = upSince().isPresent();
    answer(exchange, up ? 200 : 503, up ? STATS : "no endpoints\n");
  }

  private void node(HttpExchange exchange) throws IOException {
    boolean ready = Story.isNodeReady(now.get());
    answer(exchange, ready ? 200 : 503, ready ? "ok" : "error trying to reach service");
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Connection", "close");
    exchange.sendResponseHeaders(status, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
