package dev.tocsin.examples.property;

/** Somebody's checker: it looks at the node before it restarts, and mails once. */
public final class HomeChecker {

  private int failures;
  private boolean nodeReady;
  private boolean told;

  /** One round, every five minutes. */
  public void round(Home home) {
    if (home.answers()) {
      failures = 0;
      told = false;
      return;
    }
    failures++;
    if (failures == 1) {
      // Asked once, to spare the API server. This is the mistake: nodes change their minds.
      nodeReady = home.isNodeReady();
    }
    if (failures >= 2 && !told) {
      home.mail("It is down");
      told = true;
    }
    if (failures >= 2 && failures % 6 == 2 && nodeReady) {
      home.restart();
    }
  }
}
