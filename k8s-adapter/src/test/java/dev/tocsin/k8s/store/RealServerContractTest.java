package dev.tocsin.k8s.store;

import dev.tocsin.k8s.testing.RealApiServer;
import dev.tocsin.round.IncidentStore;
import dev.tocsin.simulation.contract.IncidentStoreContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealApiServer.class)
class RealServerContractTest extends IncidentStoreContract {

  private final String namespace = RealApiServer.namespace();

  @Override
  protected IncidentStore open(String place) {
    return Stores.open(RealApiServer.client(), namespace, place);
  }
}
