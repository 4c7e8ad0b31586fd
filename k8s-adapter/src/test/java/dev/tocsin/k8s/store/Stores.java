package dev.tocsin.k8s.store;

import dev.tocsin.k8s.api.Kind;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.api.Ref;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Stores as other processes would open them. */
final class Stores {

  static final Duration PATIENCE = Duration.ofSeconds(20);

  /** It says every request; held here, for a logger that nobody holds forgets its level. */
  private static final Logger MOCK = Logger.getLogger("io.fabric8.mockwebserver");

  static {
    MOCK.setLevel(Level.WARNING);
  }

  private Stores() {}

  static ConfigMapStore open(KubernetesClient client, String namespace, String name) {
    return open(client, namespace, name, Optional.empty());
  }

  static ConfigMapStore open(
      KubernetesClient client, String namespace, String name, Optional<StoryLedger> before) {
    return open(client, namespace, name, before, PATIENCE);
  }

  static ConfigMapStore open(
      KubernetesClient client,
      String namespace,
      String name,
      Optional<StoryLedger> before,
      Duration patience) {
    return new ConfigMapStore(
        Kubernetes.of(client), ref(namespace, name), "a test", before, patience);
  }

  static Ref<ConfigMap> ref(String namespace, String name) {
    return new Ref<>(Kind.CONFIG_MAPS, namespace, name);
  }
}
