package dev.tocsin.k8s.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Pod;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class JsonTest {

  @Test
  void what_runs_in_a_container_is_not_read_and_how_it_is_doing_is() {
    Pod pod = read("""
        {"kind":"Pod","metadata":{"name":"p"},
         "spec":{"nodeName":"n","containers":[{"name":"app"}],"volumes":[{"name":"v"}],
                 "tolerations":[{"key":"k"}]},
         "status":{"containerStatuses":[{"name":"app","state":{"waiting":{"reason":"r"}}}]}}
        """, Pod.class);
    assertThat(pod.getSpec().getContainers()).isEmpty();
    assertThat(pod.getSpec().getVolumes()).isEmpty();
    assertThat(pod.getSpec().getNodeName()).isEqualTo("n");
    assertThat(pod.getSpec().getTolerations().get(0).getKey()).isEqualTo("k");
    assertThat(pod.getStatus()
            .getContainerStatuses()
            .get(0)
            .getState()
            .getWaiting()
            .getReason())
        .isEqualTo("r");
  }

  @Test
  void what_is_written_as_a_whole_is_as_it_was_read() {
    String text = "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"m\","
        + "\"labels\":{\"a\":\"b\"},\"unknown\":1},\"data\":{\"z\":\"1\",\"a\":\"2\"},\"new\":[1]}";
    assertThat(Json.text(read(text, ConfigMap.class)))
        .contains("\"unknown\":1", "\"new\":[1]", "\"labels\":{\"a\":\"b\"}", "\"z\":\"1\"");
  }

  @Test
  void what_is_nothing_or_cut_off_or_followed_by_more_is_refused() {
    assertThatThrownBy(() -> read("null", Pod.class)).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> read("{\"kind\":", Pod.class)).isInstanceOf(JacksonException.class);
    assertThatThrownBy(() -> read("{} {}", Pod.class)).isInstanceOf(JacksonException.class);
  }

  private static <T> T read(String text, Class<T> type) {
    return Json.read(text.getBytes(StandardCharsets.UTF_8), type);
  }
}
