package dev.tocsin.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** A Tocsin that watches a population, with a ledger of its own. */
final class Installation {

  private final ControlPlane plane;
  private final Relay relay;
  private final Path directory;
  private final String ledger;
  private final Path configuration;
  private final Runner runner;

  /**
   * Writes its configuration.
   *
   * @param runner runs its rounds
   */
  Installation(ControlPlane plane, Relay relay, Population population, Runner runner)
      throws IOException {
    this.plane = plane;
    this.relay = relay;
    this.directory = Files.createTempDirectory(plane.directory(), "tocsin");
    this.ledger = "ledger-" + Math.abs(directory.hashCode());
    this.runner = runner;
    this.configuration = Files.writeString(
        directory.resolve("tocsin.yaml"),
        configuration(population, Account.kubeconfig(plane, relay.port())));
  }

  /** One failure is enough: rounds that follow at once count for nothing. */
  private String configuration(Population population, Path kubeconfig) {
    StringBuilder text = new StringBuilder("""
        ledger: {configMap: {namespace: %s, name: %s}}
        cluster: {kubeconfig: %s}
        interval: 5m
        mail: {from: tocsin@example.org, to: [me@example.org], outbox: outbox}
        defaults: {failuresToAlert: 1}
        targets:
        """.formatted(Account.NAMESPACE, ledger, kubeconfig));
    for (int i = 0; i < population.size(); i++) {
      text.append(
          "- {name: %1$s, workload: deployment/%2$s/%1$s, remediation: [{rolloutRestart: {}}]}\n"
              .formatted(population.name(i), population.namespace(i)));
    }
    return text.toString();
  }

  /** The texts of its ledger, one for each part. */
  List<LedgerPart> parts() throws IOException {
    List<LedgerPart> parts = new ArrayList<>();
    plane
        .admin()
        .get("/api/v1/namespaces/" + Account.NAMESPACE + "/configmaps")
        .path("items")
        .forEach(map -> {
          String name = map.path("metadata").path("name").asString("");
          if (name.equals(ledger) || name.startsWith(ledger + "-")) {
            parts.add(LedgerPart.of(map.path("data")));
          }
        });
    return parts;
  }

  /** How many mails it wrote. */
  long mails() throws IOException {
    try (var files = Files.list(directory.resolve("outbox"))) {
      return files.filter(file -> file.toString().endsWith(".eml")).count();
    }
  }

  /** One round. */
  Measured round() throws IOException {
    long audited = plane.audit().end();
    long sent = relay.sent();
    long received = relay.received();
    Runner.Ran ran = runner.round(configuration);
    SortedMap<String, Long> requests = plane.audit().since(audited);
    return new Measured(
        requests,
        relay.sent() - sent,
        relay.received() - received,
        ran.wall(),
        ran.cpu(),
        ran.peak(),
        ran.states());
  }

  /**
   * What one round took.
   *
   * @param requests by what was asked, for example {@code list pods}
   * @param sent bytes on the wire
   * @param received bytes on the wire
   * @param wall from the start of its programs to the end of the last
   * @param cpu of all of them
   * @param peak resident bytes of the largest, at most
   * @param states how many targets were left in each state
   */
  record Measured(
      SortedMap<String, Long> requests,
      long sent,
      long received,
      Duration wall,
      Duration cpu,
      long peak,
      SortedMap<String, Long> states) {

    long all() {
      return requests.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How often something was asked of something, for example {@code list}, {@code pods}. */
    long asked(String verbs, String resources) {
      return requests.entrySet().stream()
          .filter(e -> e.getKey().matches("(" + verbs + ") (" + resources + ")"))
          .mapToLong(e -> e.getValue())
          .sum();
    }
  }
}
