package dev.tocsin.k8s.store;

import dev.tocsin.k8s.testing.RealApiServer;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealApiServer.class)
class RealServerStoreTest extends StoreTests {

  private final String namespace = RealApiServer.namespace();

  @Override
  KubernetesClient server() {
    return RealApiServer.client();
  }

  @Override
  String namespace() {
    return namespace;
  }
}
