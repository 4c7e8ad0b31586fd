package dev.tocsin.scale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Deployments with one pod each, spread evenly over the first of some namespaces. */
final class Population {

  private static final int PODS_OF_A_NODE = 100;

  private final Admin admin;
  private final String prefix;
  private final int namespaces;
  private int nodes;
  private int size;

  /**
   * Nothing yet.
   *
   * @param prefix of the namespaces' names
   * @param namespaces how many of them, at most
   */
  Population(Admin admin, String prefix, int namespaces) throws IOException {
    this.admin = admin;
    this.prefix = prefix;
    this.namespaces = namespaces;
    for (int i = 0; i < namespaces; i++) {
      admin.create("/api/v1/namespaces", Map.of("metadata", Map.of("name", namespace(i))));
    }
  }

  int size() {
    return size;
  }

  /** How many namespaces have one. */
  List<String> namespaces() {
    return IntStream.range(0, Math.min(size, namespaces))
        .mapToObj(this::namespace)
        .toList();
  }

  /** How many are in one of them. */
  int in(String namespace) {
    return (int)
        IntStream.range(0, size).filter(i -> namespace(i).equals(namespace)).count();
  }

  String name(int number) {
    return "t-%05d".formatted(number);
  }

  String namespace(int number) {
    return prefix + "-" + number % namespaces;
  }

  /** Adds healthy ones until there are so many. */
  void grow(int wanted) throws IOException {
    for (; nodes * PODS_OF_A_NODE < wanted; nodes++) {
      node(nodeName(nodes));
    }
    Admin.forEach(size, wanted, this::add);
    size = wanted;
  }

  /** Lets all of them be so, and forgets what the cluster remembers of us. */
  void become(Health health) throws IOException {
    Admin.forEach(0, size, number -> quietly(() -> become(number, health)));
    if (health == Health.HEALTHY) {
      for (String namespace : namespaces()) {
        admin.delete("/apis/events.k8s.io/v1/namespaces/" + namespace + "/events");
      }
    }
  }

  private String nodeName(int number) {
    return prefix + "-node-" + number;
  }

  /** As a controller would, takes away the taint with which it was born. */
  private void node(String name) throws IOException {
    admin.create("/api/v1/nodes", Objects.node(name));
    admin.merge("/api/v1/nodes/" + name, Map.of("spec", Map.of("taints", List.of())));
    admin.merge("/api/v1/nodes/" + name + "/status", Objects.nodeStatus());
  }

  private void add(int number) {
    String name = name(number);
    quietly(() -> {
      String owner = uid(admin.create(deployments(number), Objects.deployment(name)));
      String set = uid(admin.create(replicaSets(number), Objects.replicaSet(name, owner)));
      admin.create(pods(number), Objects.pod(name, set, nodeName(number / PODS_OF_A_NODE)));
      become(number, Health.HEALTHY);
    });
  }

  private static String uid(JsonNode created) {
    return created.path("metadata").path("uid").asString();
  }

  void become(int number, Health health) throws IOException {
    String name = name(number);
    admin.merge(pods(number) + "/" + name + "-1-x/status", Objects.podStatus(health));
    admin.merge(replicaSets(number) + "/" + name + "-1/status", Objects.replicaSetStatus(health));
    admin.merge(deployments(number) + "/" + name + "/status", Objects.deploymentStatus(health));
  }

  private String deployments(int number) {
    return "/apis/apps/v1/namespaces/" + namespace(number) + "/deployments";
  }

  private String replicaSets(int number) {
    return "/apis/apps/v1/namespaces/" + namespace(number) + "/replicasets";
  }

  private String pods(int number) {
    return "/api/v1/namespaces/" + namespace(number) + "/pods";
  }

  private static void quietly(Step step) {
    try {
      step.take();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Step {
    void take() throws IOException;
  }
}
