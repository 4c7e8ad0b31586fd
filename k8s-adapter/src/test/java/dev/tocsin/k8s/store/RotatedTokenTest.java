package dev.tocsin.k8s.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tocsin.incident.Ledger;
import dev.tocsin.k8s.api.Connection;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.round.IncidentStore.Loaded;
import dev.tocsin.round.IncidentStore.Version;
import dev.tocsin.round.IncidentStore.Written;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * F15: the kubelet replaces a pod's token from time to time. The server here knows one token and
 * has nothing; the client finds it as one in a pod does.
 */
@Isolated("it sets properties of the whole JVM")
class RotatedTokenTest {

  private static final String OLD = "old-canary-7c1f";
  private static final String NEW = "new-canary-93ab";

  @TempDir
  Path directory;

  private final Map<String, String> properties = new TreeMap<>();
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private Kubernetes kubernetes;

  @BeforeEach
  void aPod() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    token(OLD);
    property("kubernetes.auth.serviceAccount.token", file().toString());
    property("kubernetes.auth.tryKubeConfig", "false");
    property("kubernetes.master", "http://127.0.0.1:" + server.getAddress().getPort());
    kubernetes = Kubernetes.connect(Connection.USUAL);
  }

  @AfterEach
  void noPod() {
    kubernetes.close();
    server.stop(0);
    properties.forEach((name, before) -> {
      if (before.isEmpty()) {
        System.clearProperty(name);
      } else {
        System.setProperty(name, before);
      }
    });
  }

  private void property(String name, String value) {
    properties.put(name, Optional.ofNullable(System.setProperty(name, value)).orElse(""));
  }

  private Path file() {
    return directory.resolve("token");
  }

  private void token(String token) throws IOException {
    Files.writeString(file(), token);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    seen.add(token);
    int status = token.equals("Bearer " + NEW) ? 404 : 401;
    byte[] body = "{\"kind\":\"Status\",\"message\":\"no\"}".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private ConfigMapStore store() {
    return new ConfigMapStore(
        kubernetes, Stores.ref("monitoring", "tocsin"), "a test", Optional.empty());
  }

  @Test
  void a_token_that_was_replaced_meanwhile_is_read_again() throws IOException {
    assertThat(store().load()).isInstanceOf(Loaded.Unusable.class);
    token(NEW);

    assertThat(store().load()).isEqualTo(new Loaded.Found(Ledger.EMPTY, Version.ABSENT));
    assertThat(seen).endsWith("Bearer " + OLD, "Bearer " + NEW);
  }

  // S10
  @Test
  void a_token_that_is_refused_is_tried_twice_and_said_nowhere() {
    Loaded.Unusable unusable = (Loaded.Unusable) store().load();
    assertThat(seen).hasSizeLessThanOrEqualTo(2).containsOnly("Bearer " + OLD);
    Written.Failed failed = (Written.Failed) store().write(Ledger.EMPTY, Version.ABSENT);

    assertThat(unusable.why() + failed.why())
        .contains("(401): is the token of our service account still valid?")
        .doesNotContain("canary")
        .doesNotContain("Bearer");
  }
}
