package dev.tocsin.k8s.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.round.Deadline;
import dev.tocsin.round.Time;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AskedTest {

  // F12
  @Test
  void a_write_to_a_server_that_does_not_listen_has_not_happened() throws IOException {
    int port;
    try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = nobody.getLocalPort();
    }
    Config config = new ConfigBuilder(Config.empty())
        .withMasterUrl("http://127.0.0.1:" + port)
        .withRequestRetryBackoffLimit(0)
        .build();
    try (KubernetesClient client =
        new KubernetesClientBuilder().withConfig(config).build()) {
      Answer<ConfigMap> answer = Kubernetes.of(client)
          .create(
              Kind.CONFIG_MAPS,
              "here",
              new ConfigMap(),
              Deadline.in(Duration.ofSeconds(10), Time.system()));

      assertThat(answer).isInstanceOf(Answer.Unreached.class);
      assertThat(answer.words()).startsWith("the API server cannot be reached: ");
    }
  }
}
