package dev.tocsin.k8s.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.k8s.testing.RealApiServer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

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
}
