package dev.tocsin.k8s.store;

import dev.tocsin.k8s.testing.FaultyApi;
import dev.tocsin.k8s.testing.RealApiServer;
import dev.tocsin.round.IncidentStore;
import dev.tocsin.simulation.contract.IncidentStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** F19: nothing changes when no write is ever answered. */
@ExtendWith(RealApiServer.class)
class UnsteadyServerContractTest extends IncidentStoreContract {

  private final String namespace = RealApiServer.namespace();
  private final FaultyApi api = new FaultyApi(RealApiServer.client())
      .always("POST", FaultyApi.doesAndSays(500))
      .always("PUT", FaultyApi.doesAndBreaks());

  @AfterEach
  void closeProxy() {
    api.close();
  }

  @Override
  protected IncidentStore open(String place) {
    return Stores.open(api.client(), namespace, place);
  }
}
