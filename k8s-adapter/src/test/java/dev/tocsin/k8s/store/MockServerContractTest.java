package dev.tocsin.k8s.store;

import dev.tocsin.round.IncidentStore;
import dev.tocsin.simulation.contract.IncidentStoreContract;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;

@EnableKubernetesMockClient(crud = true)
class MockServerContractTest extends IncidentStoreContract {

  KubernetesClient client;

  @Override
  protected IncidentStore open(String place) {
    return Stores.open(client, "here", place);
  }
}
