package dev.tocsin.simulation.contract;

import dev.tocsin.round.Effects;
import dev.tocsin.round.Time;
import dev.tocsin.simulation.contract.EffectsContractTest.Outside;
import dev.tocsin.simulation.contract.EffectsContractTest.Right;
import java.util.Collections;

/** The smallest effects that hold the contract. */
class MemoryEffectsTest extends EffectsContract {

  private final Outside outside = new Outside();

  @Override
  protected Effects open() {
    return open(outside);
  }

  Effects open(Outside outside) {
    return new Right(outside);
  }

  @Override
  protected int count(String key) {
    return Collections.frequency(outside.happened, key);
  }

  @Override
  protected void breaks(String target) {
    outside.broken.add(target);
  }

  @Override
  protected void hangs() {
    outside.hang();
  }

  @Override
  protected Time time() {
    return outside;
  }
}
