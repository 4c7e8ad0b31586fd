package dev.tocsin.k8s.store;

import dev.tocsin.k8s.testing.FaultyApi;
import dev.tocsin.k8s.testing.RealApiServer;
import dev.tocsin.round.IncidentStore;
import dev.tocsin.simulation.contract.RoundContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** F18, F19: nothing changes when no write is ever answered, and some reads are cut off. */
@ExtendWith(RealApiServer.class)
class UnsteadyServerRoundTest extends RoundContract {

  private final String namespace = RealApiServer.namespace();
  private final FaultyApi api = new FaultyApi(RealApiServer.client())
      .always("GET", FaultyApi.oneOf(7, FaultyApi.cutsOff()))
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
