package dev.tocsin.k8s.api;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;

/** Makes clients that do not repeat anything by themselves. */
final class Clients {

  private static final int CONNECT_MILLIS = 5_000;

  private Clients() {}

  /** Nobody is connected to yet. */
  static KubernetesClient open(Connection to) {
    String context = to.context().orElse(null);
    Config config = to.kubeconfig()
        .map(file -> Config.fromKubeconfig(context, file.toFile()))
        .orElseGet(() -> Config.autoConfigure(context));
    config.setRequestRetryBackoffLimit(0);
    config.setConnectionTimeout(CONNECT_MILLIS);
    config.setUserAgent("tocsin");
    return new KubernetesClientBuilder().withConfig(config).build();
  }
}
