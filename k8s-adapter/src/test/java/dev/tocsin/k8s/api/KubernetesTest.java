package dev.tocsin.k8s.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.k8s.testing.RealApiServer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Asking a real API server. */
@ExtendWith(RealApiServer.class)
class KubernetesTest {

  private final Kubernetes kubernetes = RealApiServer.kubernetes();
  private final String namespace = RealApiServer.namespace();

  @Test
  void an_object_is_made_read_and_found_in_a_list() {
    Answer<ConfigMap> made = create("one");
    assertThat(made).isInstanceOf(Answer.Ok.class);
    Ref<ConfigMap> ref = new Ref<>(Kind.CONFIG_MAPS, namespace, "one");
    assertThat(kubernetes.get(ref, RealApiServer.soon()).value()).isEqualTo(made.value());
    Answer<List<ConfigMap>> all =
        kubernetes.list(Kind.CONFIG_MAPS, namespace, Map.of(), RealApiServer.soon());
    assertThat(all.value().orElseThrow())
        .extracting(c -> c.getMetadata().getName())
        .contains("one");
  }

  @Test
  void what_is_not_there_is_an_answer() {
    Ref<ConfigMap> ref = new Ref<>(Kind.CONFIG_MAPS, namespace, "none");
    assertThat(kubernetes.get(ref, RealApiServer.soon()))
        .isEqualTo(new Answer.Absent<>("there is no configmap " + namespace + "/none"));
  }

  @Test
  void what_we_wrote_is_known_to_be_ours() {
    ConfigMap made = create("ours").value().orElseThrow();
    Ref<ConfigMap> ref = new Ref<>(Kind.CONFIG_MAPS, namespace, "ours");
    ConfigMap replaced = new ConfigMapBuilder(made).addToData("a", "b").build();
    ConfigMap put =
        kubernetes.replace(ref, replaced, RealApiServer.soon()).value().orElseThrow();
    ConfigMap patched = kubernetes
        .patch(ref, Map.of("data", Map.of("c", "d")), RealApiServer.soon())
        .value()
        .orElseThrow();

    for (ConfigMap written : List.of(put, patched)) {
      assertThat(written.getMetadata().getManagedFields())
          .isNotEmpty()
          .allMatch(fields -> fields.getManager().equals(Kubernetes.MANAGER));
    }
  }

  private Answer<ConfigMap> create(String name) {
    ConfigMap map = new ConfigMapBuilder()
        .withNewMetadata()
        .withName(name)
        .endMetadata()
        .addToData("is", name)
        .build();
    return kubernetes.create(Kind.CONFIG_MAPS, namespace, map, RealApiServer.soon());
  }

  // F15
  @Test
  void a_token_that_the_server_does_not_know_is_said_to_be_one(@TempDir Path directory)
      throws IOException {
    Config admin = RealApiServer.client().getConfiguration();
    String stranger = """
        apiVersion: v1
        kind: Config
        current-context: c
        clusters:
        - name: c
          cluster: {server: "%s", insecure-skip-tls-verify: true}
        users:
        - name: u
          user: {token: nobody-knows-it}
        contexts:
        - name: c
          context: {cluster: c, user: u}
        """.formatted(admin.getMasterUrl());
    Path file = Files.writeString(directory.resolve("kubeconfig"), stranger);
    try (Kubernetes kubernetes = Kubernetes.connect(Connection.of(file))) {
      Ref<ConfigMap> ledger = new Ref<>(Kind.CONFIG_MAPS, "default", "tocsin");
      assertThat(kubernetes.get(ledger, RealApiServer.soon()).words())
          .isEqualTo("the API server does not know who we are (401)");
    }
  }
}
