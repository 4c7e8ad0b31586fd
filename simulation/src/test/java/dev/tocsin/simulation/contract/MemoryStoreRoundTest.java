package dev.tocsin.simulation.contract;

import dev.tocsin.round.IncidentStore;
import dev.tocsin.round.MemoryStore;
import java.util.HashMap;
import java.util.Map;

class MemoryStoreRoundTest extends RoundContract {

  private final Map<String, IncidentStore> places = new HashMap<>();

  @Override
  protected IncidentStore open(String place) {
    return places.computeIfAbsent(place, p -> new MemoryStore());
  }
}
