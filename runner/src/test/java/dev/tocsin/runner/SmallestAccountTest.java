package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tocsin.k8s.rights.Right;
import dev.tocsin.k8s.testing.FaultyApi;
import dev.tocsin.k8s.testing.RealApiServer;
import dev.tocsin.runner.World.Ran;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole story of each kind of target, played with a token of exactly the service account that its
 * manifests make: every request is allowed, and every right is used by some request.
 */
@ExtendWith(RealApiServer.class)
class SmallestAccountTest {

  /** So many rounds that what was told is confirmed. */
  private static final int LONG = 9;

  private final String monitoring = RealApiServer.namespace();
  private final String cams = RealApiServer.namespace();
  private final String node = cams + "-fawn";
  private final Homelab homelab = new Homelab(cams);
  private final AtomicInteger status = new AtomicInteger(503);
  private HttpServer service;

  @TempDir
  Path directory;

  @BeforeEach
  void serve() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext("/", exchange -> {
      exchange.sendResponseHeaders(status.get(), -1);
      exchange.close();
    });
    service.start();
    homelab.node(node, "False");
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  private Installed installed(String targets) {
    return installed("", targets);
  }

  private Installed installed(String more, String targets) {
    String yaml = ("ledger: {configMap: {namespace: MONITORING, name: tocsin" + more + "}}\n"
            + "defaults: {remediation: {pause: 0s}}\n" + targets)
        .replace("MONITORING", monitoring)
        .replace("CAMS", cams)
        .replace("NODE", node)
        .replace("SERVICE", "http://127.0.0.1:" + service.getAddress().getPort() + "/");
    return Installed.of(directory, monitoring, yaml);
  }

  /** Neither too little nor too much. */
  private static void isSmallest(Installed tocsin) {
    SortedSet<Right> granted = UsedRights.granted(tocsin.manifests());
    SortedSet<Right> used = UsedRights.used(tocsin.api().requests());
    assertThat(UsedRights.without(
            used, u -> granted.stream().anyMatch(g -> UsedRights.isFor(g, u))))
        .as("needed and not granted")
        .isEmpty();
    assertThat(UsedRights.without(
            granted, g -> used.stream().anyMatch(u -> UsedRights.isFor(g, u))))
        .as("granted and never used")
        .isEmpty();
  }

  private static Ran round(Installed tocsin) {
    Ran ran = tocsin.round();
    assertThat(ran.out() + ran.err()).doesNotContain("(403)").doesNotContain("bug");
    assertThat(ran.exitCode()).isZero();
    return ran;
  }

  private static String rounds(Installed tocsin, int count) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      out.append(round(tocsin).out());
    }
    return out.toString();
  }

  /** The answer to what binds an attempt is lost, so it has to be read back. */
  private static String attempt(Installed tocsin, String step) {
    tocsin
        .api()
        .always(
            "POST",
            call -> (call.path().endsWith("/events")
                    ? FaultyApi.doesAndBreaks()
                    : FaultyApi.passes())
                .meet(call));
    String out = rounds(tocsin, 3);
    tocsin.api().heal();
    assertThat(out).contains(step + ": done:");
    return out;
  }

  // Told only

  @Test
  void a_deployment_that_is_only_told() {
    homelab.deployment("frigate", node, 0);
    try (Installed tocsin =
        installed("targets: [{name: frigate, workload: deployment/CAMS/frigate}]\n")) {
      assertThat(rounds(tocsin, LONG)).contains("*** ALERT");
      homelab.heal("frigate");
      homelab.node(node, "True");
      assertThat(rounds(tocsin, 3)).contains("*** RECOVERY");
      isSmallest(tocsin);
    }
  }

  @Test
  void pods_by_their_labels_that_are_only_told() {
    homelab.deployment("frigate", node, 0);
    try (Installed tocsin =
        installed("targets: [{name: web, workload: pods/CAMS/app=frigate}]\n")) {
      assertThat(rounds(tocsin, LONG)).contains("*** ALERT");
      isSmallest(tocsin);
    }
  }

  @Test
  void a_node_that_is_only_told() {
    try (Installed tocsin = installed("targets: [{name: fawn, check: {node: NODE}}]\n")) {
      assertThat(rounds(tocsin, LONG)).contains("*** ALERT", "node " + node + " is not ready");
      isSmallest(tocsin);
    }
  }

  // Repaired

  @Test
  void an_evicted_pod() {
    homelab.deployment("frigate", node, 1);
    try (Installed tocsin = installed(repaired("deployment/CAMS/frigate", "evictPod"))) {
      String out = story(tocsin, "evictPod");
      assertThat(out).contains("*** ALERT", "node " + node + " is not ready", "*** RECOVERY");
      assertThat(homelab.reap("frigate")).isTrue();
      isSmallest(tocsin);
    }
  }

  @Test
  void an_evicted_pod_of_pods_by_their_labels() {
    homelab.deployment("frigate", node, 1);
    try (Installed tocsin = installed(repaired("pods/CAMS/app=frigate", "evictPod"))) {
      story(tocsin, "evictPod");
      assertThat(homelab.reap("frigate")).isTrue();
      isSmallest(tocsin);
    }
  }

  @Test
  void a_deleted_pod_of_a_daemon_set() {
    homelab.daemonSet("agent", node, 1);
    try (Installed tocsin = installed(repaired("daemonset/CAMS/agent", "deletePod"))) {
      story(tocsin, "deletePod");
      assertThat(homelab.reap("agent")).isTrue();
      isSmallest(tocsin);
    }
  }

  @Test
  void a_restarted_deployment() {
    homelab.deployment("frigate", node, 1);
    try (Installed tocsin = installed(repaired("deployment/CAMS/frigate", "rolloutRestart"))) {
      story(tocsin, "rolloutRestart");
      isSmallest(tocsin);
    }
  }

  @Test
  void a_restarted_stateful_set() {
    homelab.statefulSet("mqtt", node, 1);
    try (Installed tocsin = installed(repaired("statefulset/CAMS/mqtt", "rolloutRestart"))) {
      story(tocsin, "rolloutRestart");
      isSmallest(tocsin);
    }
  }

  @Test
  void a_workload_that_a_program_repairs() {
    homelab.deployment("frigate", node, 1);
    try (Installed tocsin = installed("""
        targets:
        - name: frigate
          check: {http: SERVICE}
          workload: deployment/CAMS/frigate
          without: [namespaceActive, disruptionAllowed]
          remediation: {exec: ["true"], attemptsPerIncident: 1}
        """)) {
      story(tocsin, "true");
      isSmallest(tocsin);
    }
  }

  @Test
  void a_program_that_waits_for_a_node() {
    try (Installed tocsin = installed("""
        targets:
        - name: nas
          check: {http: SERVICE}
          preconditions: [{nodeReady: {node: NODE}}]
          remediation: {exec: ["true"], attemptsPerIncident: 1}
        """)) {
      story(tocsin, "true");
      isSmallest(tocsin);
    }
  }

  // The ledger alone

  @Test
  void who_watches_nothing_in_the_cluster() {
    try (Installed tocsin = installed("targets: [{name: api, check: {http: SERVICE}}]\n")) {
      assertThat(rounds(tocsin, 3)).contains("*** ALERT");
      isSmallest(tocsin);
    }
  }

  // F44
  @Test
  void a_ledger_of_several_parts_that_takes_over() {
    homelab.configMap("frigate-state", Map.of("consecutive_failures", "0"));
    try (Installed tocsin = installed(
        ", parts: 3, migrateFrom: {namespace: CAMS, name: frigate-state, target: api}",
        "targets: [{name: api, check: {http: SERVICE}}, {name: mqtt, check: {http: SERVICE}}]\n")) {
      rounds(tocsin, 3);
      isSmallest(tocsin);
    }
  }

  private static String repaired(String workload, String repair) {
    return """
        targets:
        - name: frigate
          check: {http: SERVICE}
          workload: WORKLOAD
          remediation: {REPAIR: {}, attemptsPerIncident: 1}
        """.replace("WORKLOAD", workload).replace("REPAIR", repair);
  }

  /** It fails, its node is down; the node is back, it is repaired; it is up. */
  private String story(Installed tocsin, String step) {
    String out = rounds(tocsin, 3);
    homelab.node(node, "True");
    out += attempt(tocsin, step);
    status.set(204);
    return out + rounds(tocsin, 6);
  }
}
