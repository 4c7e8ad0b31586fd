package dev.tocsin.runner.demo.arms;

/** The flag is in a manifest, and every ten minutes GitOps applies the manifest again. */
public final class WithFlagReset implements Checker {

  private final WithFlag checker = new WithFlag();

  @Override
  public void round(NightView world) {
    if (world.now().getMinute() % 10 == 0) {
      checker.resetFlag();
    }
    checker.round(world);
  }
}
