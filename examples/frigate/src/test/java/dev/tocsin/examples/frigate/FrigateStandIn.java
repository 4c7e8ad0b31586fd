package dev.tocsin.examples.frigate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Answers where a Service would: with Frigate's statistics while a pod of Frigate's runs on a node
 * that is ready, else not at all. In this control plane no container runs.
 */
final class FrigateStandIn implements AutoCloseable {

  private final KubernetesClient client;
  private final String namespace;
  private final HttpServer server;

  FrigateStandIn(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/api/stats", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/stats";
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (isUp()) {
        byte[] body = Stats.WELL.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  private boolean isUp() {
    return client
        .pods()
        .inNamespace(namespace)
        .withLabel("app", "frigate")
        .list()
        .getItems()
        .stream()
        .anyMatch(pod -> isReady(pod) && isOnGoodNode(pod));
  }

  private static boolean isReady(Pod pod) {
    return pod.getMetadata().getDeletionTimestamp() == null
        && pod.getStatus().getConditions().stream()
            .filter(condition -> condition.getType().equals("Ready"))
            .map(PodCondition::getStatus)
            .anyMatch("True"::equals);
  }

  private boolean isOnGoodNode(Pod pod) {
    return Optional.ofNullable(pod.getSpec().getNodeName())
        .map(name -> client.nodes().withName(name).get())
        .stream()
        .flatMap(FrigateStandIn::readiness)
        .anyMatch("True"::equals);
  }

  private static Stream<String> readiness(Node node) {
    return node.getStatus().getConditions().stream()
        .filter(condition -> condition.getType().equals("Ready"))
        .map(NodeCondition::getStatus);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
