package dev.tocsin.runner.demo.arms;

/** It looks at the node first, and goes home if that is down: before the restart, and the mail. */
public final class WithFlagAndNodeCheck implements Checker {

  private final WithFlag checker = new WithFlag();

  @Override
  public void round(NightView world) {
    if (world.isNodeReady()) {
      checker.round(world);
    }
  }
}
