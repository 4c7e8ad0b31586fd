package dev.tocsin.runner;

import dev.tocsin.round.StopSignal;
import dev.tocsin.runner.check.Program;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * SIGTERM: nothing new begins, and the process lives on for a grace, so that what is under way may
 * end and be written down. The process then ends with 143, which is the JVM's own answer.
 */
final class Stopping implements StopSignal {

  private final CountDownLatch over = new CountDownLatch(1);
  private final Duration grace;
  private volatile boolean requested;

  Stopping(Duration grace) {
    this.grace = grace;
  }

  @Override
  public boolean requested() {
    return requested;
  }

  /** Does the work; if the process is told to end meanwhile, it waits for it. */
  int during(IntSupplier work) {
    Thread hook = new Thread(this::stop, "stopping");
    Runtime.getRuntime().addShutdownHook(hook);
    Program.grace(this::await);
    try {
      return work.getAsInt();
    } finally {
      over.countDown();
      if (!requested) {
        remove(hook);
      }
    }
  }

  private void stop() {
    requested = true;
    await();
  }

  private void await() {
    try {
      over.await(grace.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already: the hook has nothing left to wait for.
    }
  }
}
