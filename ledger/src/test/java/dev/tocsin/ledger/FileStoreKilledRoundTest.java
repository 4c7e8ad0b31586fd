package dev.tocsin.ledger;

import dev.tocsin.round.IncidentStore;
import dev.tocsin.simulation.contract.KilledRoundContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileStoreKilledRoundTest extends KilledRoundContract {

  @TempDir
  Path directory;

  @Override
  protected IncidentStore open(String place) {
    return new FileStore(directory.resolve(place + ".json"));
  }
}
