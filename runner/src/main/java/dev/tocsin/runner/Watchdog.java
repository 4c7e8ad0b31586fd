package dev.tocsin.runner;

import dev.tocsin.runner.check.Program;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Ends a round that does not end by itself, whatever it hangs on.
 *
 * @param limit how long a round may take
 * @param bite what is done when it takes longer
 */
record Watchdog(Duration limit, Runnable bite) {

  private static final int NO_LEDGER = 3;
  private static final long KILLING_MILLIS = 2000;

  /** Ends the process at once: nobody knows what was written down, so as without a ledger. */
  static Watchdog halting(Duration limit, PrintStream err) {
    return new Watchdog(limit, () -> {
      err.println("the round did not end in its time and was ended");
      killPrograms();
      Runtime.getRuntime().halt(NO_LEDGER);
    });
  }

  /** Nor may that hang: starting a program holds what killing them needs. */
  private static void killPrograms() {
    Thread killing = new Thread(Program::killAll, "tocsin-watchdog-kill");
    killing.setDaemon(true);
    killing.start();
    try {
      killing.join(KILLING_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Does the work under its eyes. */
  int during(IntSupplier work) {
    CountDownLatch over = new CountDownLatch(1);
    Thread thread = new Thread(() -> watch(over), "watchdog");
    thread.setDaemon(true);
    thread.start();
    try {
      return work.getAsInt();
    } finally {
      over.countDown();
    }
  }

  private void watch(CountDownLatch over) {
    try {
      if (!over.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        bite.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
