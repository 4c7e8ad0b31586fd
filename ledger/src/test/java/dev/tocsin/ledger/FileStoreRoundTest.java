package dev.tocsin.ledger;

import dev.tocsin.round.IncidentStore;
import dev.tocsin.simulation.contract.RoundContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileStoreRoundTest extends RoundContract {

  @TempDir
  Path directory;

  @Override
  protected IncidentStore open(String place) {
    return new FileStore(directory.resolve(place + ".json"));
  }
}
