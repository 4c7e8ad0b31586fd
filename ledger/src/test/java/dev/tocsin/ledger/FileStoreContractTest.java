package dev.tocsin.ledger;

import dev.tocsin.round.IncidentStore;
import dev.tocsin.simulation.contract.IncidentStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileStoreContractTest extends IncidentStoreContract {

  @TempDir
  Path directory;

  @Override
  protected IncidentStore open(String place) {
    return new FileStore(directory.resolve(place + ".json"));
  }
}
