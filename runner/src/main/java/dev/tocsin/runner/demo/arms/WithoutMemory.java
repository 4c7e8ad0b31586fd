package dev.tocsin.runner.demo.arms;

/** The checker of the incident: it looks, repairs and tells, and remembers nothing. */
public final class WithoutMemory implements Checker {

  @Override
  public void round(NightView world) {
    if (!world.isServiceUp()) {
      world.restart();
      world.mail("Frigate is down, restarted");
    }
  }
}
