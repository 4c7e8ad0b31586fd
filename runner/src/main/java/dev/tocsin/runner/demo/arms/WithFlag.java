package dev.tocsin.runner.demo.arms;

/** It waits for a second failure, and remembers that it has acted and told. */
public final class WithFlag implements Checker {

  private int failures;
  private boolean alertSent;

  @Override
  public void round(NightView world) {
    if (world.isServiceUp()) {
      failures = 0;
      alertSent = false;
      return;
    }
    failures++;
    if (failures >= 2 && !alertSent) {
      world.restart();
      world.mail("Frigate is down, restarted");
      alertSent = true;
    }
  }

  void resetFlag() {
    alertSent = false;
  }
}
