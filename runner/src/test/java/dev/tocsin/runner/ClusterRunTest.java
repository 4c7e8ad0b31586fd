package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.k8s.testing.RealApiServer;
import dev.tocsin.runner.World.Ran;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands with their ledger in a ConfigMap of a real API server. */
@ExtendWith(RealApiServer.class)
class ClusterRunTest {

  private static final Duration INTERVAL = Duration.ofMinutes(5);

  private final String namespace = RealApiServer.namespace();
  private World world;

  @BeforeEach
  void begin(@TempDir Path directory) throws IOException {
    world = new World(directory);
    Files.writeString(directory.resolve("kubeconfig"), RealApiServer.kubeconfig());
    configure("parts: 1");
  }

  @AfterEach
  void end() {
    world.close();
  }

  @Test
  void every_command_works_on_a_config_map_as_on_a_file() {
    world.down("mqtt");
    assertThat(world.tocsin("status").out()).startsWith("There has been no round yet.");
    assertThat(world.tocsin("run").exitCode()).isZero();
    world.later(INTERVAL);
    assertThat(world.tocsin("run").out()).contains("*** ALERT\n  mqtt since ");
    assertThat(world.tocsin("status").out()).containsPattern("mqtt +ALERTED").startsWith("Round 2");
    assertThat(world.tocsin("explain").exitCode()).isZero();
    assertThat(world.tocsin("pause", "mqtt", "--for", "2h").exitCode()).isZero();
    assertThat(world.tocsin("status").out()).contains("paused until");
    assertThat(world.tocsin("resume", "mqtt").exitCode()).isZero();
    assertThat(world.ledger()).doesNotExist();
    assertThat(configMap("tocsin").getMetadata().getLabels())
        .containsEntry("app.kubernetes.io/managed-by", "tocsin");
  }

  // S11
  @Test
  void a_dry_run_and_an_explanation_write_nothing_into_the_cluster() {
    world.tocsin("run");
    String before = configMap("tocsin").getMetadata().getResourceVersion();
    world.later(INTERVAL);
    assertThat(world.tocsin("run", "--dry-run").exitCode()).isZero();
    assertThat(world.tocsin("explain").exitCode()).isZero();
    assertThat(configMap("tocsin").getMetadata().getResourceVersion()).isEqualTo(before);
  }

  // F44
  @Test
  void parts_are_config_maps_of_their_own() throws IOException {
    configure("parts: 4");
    world.down("mqtt", "frigate");
    world.tocsin("run");
    assertThat(configMap("tocsin").getData()).containsKey("mqtt");
    assertThat(configMap("tocsin-3").getData()).containsKey("frigate").doesNotContainKey("mqtt");
    world.later(INTERVAL);
    assertThat(world.tocsin("run").out()).contains("  mqtt since ", "  frigate since ");
  }

  // F12
  @Test
  void without_its_cluster_a_round_says_why_and_does_nothing() throws IOException {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String away = RealApiServer.kubeconfig()
          .replaceAll("server: .*", "server: https://127.0.0.1:" + closed.getLocalPort());
      Files.writeString(world.directory.resolve("kubeconfig"), away);
    }
    for (String command : List.of("run", "status", "explain")) {
      Ran ran = world.tocsin(command);
      assertThat(ran.exitCode()).isEqualTo(3);
      assertThat((ran.out() + ran.err()).lines())
          .singleElement()
          .asString()
          .contains("cannot read the ledger configmap " + namespace + "/tocsin")
          .contains("the API server https://")
          .contains("cannot be reached");
    }
    assertThat(world.tocsin("pause", "mqtt", "--for", "2h").exitCode()).isEqualTo(3);
  }

  // F49
  @Test
  void a_node_that_is_not_known_to_be_ready_is_told_by_name() throws IOException {
    RealApiServer.client()
        .nodes()
        .resource(new NodeBuilder()
            .withNewMetadata()
            .withName("node-of-" + namespace)
            .endMetadata()
            .build())
        .create();
    world.configuration("""
        ledger: {configMap: {namespace: %s, name: tocsin}}
        cluster: {kubeconfig: kubeconfig}
        targets:
        - name: node
          failuresToAlert: 1
          check: {node: node-of-%s}
        """.formatted(namespace, namespace));
    assertThat(world.tocsin("run").out())
        .contains("*** ALERT")
        .contains("node node-of-" + namespace);
  }

  // F39
  @Test
  void a_ledger_that_is_deleted_again_and_again_is_no_storm() throws IOException {
    RealApiServer.client()
        .apps()
        .deployments()
        .inNamespace(namespace)
        .resource(frigate())
        .create();
    world.configuration("""
        ledger: {configMap: {namespace: %s, name: tocsin}}
        cluster: {kubeconfig: kubeconfig}
        targets: [{name: frigate, workload: deployment/%s/frigate}]
        """.formatted(namespace, namespace));
    world.tocsin("run");
    world.later(INTERVAL);
    assertThat(world.tocsin("run").out()).contains("*** ALERT", "0 of 1 available");
    for (int round = 0; round < 4; round++) {
      RealApiServer.client()
          .configMaps()
          .inNamespace(namespace)
          .withName("tocsin")
          .delete();
      world.later(INTERVAL);
      Ran ran = world.tocsin("run");
      assertThat(ran.exitCode()).isZero();
      assertThat(ran.out()).doesNotContain("*** ALERT");
    }
  }

  private static Deployment frigate() {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withName("frigate")
        .endMetadata()
        .withNewSpec()
        .withReplicas(1)
        .withNewSelector()
        .addToMatchLabels("app", "frigate")
        .endSelector()
        .withNewTemplate()
        .withNewMetadata()
        .addToLabels("app", "frigate")
        .endMetadata()
        .withNewSpec()
        .addNewContainer()
        .withName("frigate")
        .withImage("frigate")
        .endContainer()
        .endSpec()
        .endTemplate()
        .endSpec()
        .build();
  }

  // F39
  @Test
  void the_ledger_of_the_story_s_checker_is_taken_over_by_the_part_of_its_target()
      throws IOException {
    ConfigMap story = new ConfigMapBuilder()
        .withNewMetadata()
        .withName("frigate-health-state")
        .endMetadata()
        .addToData("consecutive_failures", "5")
        .addToData("alert_sent_for_incident", "true")
        .addToData("last_restart_times", "")
        .addToData("last_alert_time", "")
        .build();
    RealApiServer.client().configMaps().inNamespace(namespace).resource(story).create();
    configure("parts: 4, migrateFrom: {namespace: " + namespace
        + ", name: frigate-health-state, target: frigate}");
    world.down("frigate", "mqtt");
    world.tocsin("run");
    world.later(INTERVAL);
    assertThat(world.tocsin("run").out())
        .contains("  mqtt since ")
        .doesNotContain("  frigate since ");
  }

  private void configure(String more) throws IOException {
    String ledger =
        "ledger: {configMap: {namespace: %s, name: tocsin, %s}}\n".formatted(namespace, more);
    world.configuration(World.SCRIPTED.replace(
        "ledger: {file: tocsin-ledger.json}\n", ledger + "cluster: {kubeconfig: kubeconfig}\n"));
  }

  private ConfigMap configMap(String name) {
    return RealApiServer.client()
        .configMaps()
        .inNamespace(namespace)
        .withName(name)
        .get();
  }
}
