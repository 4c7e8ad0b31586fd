package dev.tocsin.k8s.store;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;

@EnableKubernetesMockClient(crud = true)
class MockServerStoreTest extends StoreTests {

  KubernetesClient client;

  @Override
  KubernetesClient server() {
    return client;
  }

  @Override
  String namespace() {
    return "monitoring";
  }
}
