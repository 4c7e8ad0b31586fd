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

  private Answer<ConfigMap> create(String name) {
    ConfigMap map =
        new ConfigMapBuilder().withNewMetadata().withName(name).endMetadata().build();
    return kubernetes.create(Kind.CONFIG_MAPS, namespace, map, RealApiServer.soon());
  }
}
