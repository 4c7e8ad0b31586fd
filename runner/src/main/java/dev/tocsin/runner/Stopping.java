package dev.tocsin.runner;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Target;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Observer;
import dev.tocsin.round.StopSignal;
import dev.tocsin.runner.check.Program;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * SIGTERM: nothing new begins, and the process lives on for a grace, so that what is under way may
 * end and be written down. Looking ends at once: nothing is written down by then. The process then
 * ends with 143, which is the JVM's own answer.
 */
final class Stopping implements StopSignal {

  private final CountDownLatch over = new CountDownLatch(1);
  private final Duration grace;
  private volatile boolean requested;
  private Optional<Thread> looking = Optional.empty();

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

  /** Looks as that one does, until the process is told to end. */
  Observer endingLook(Observer observer) {
    return new Observer() {
      @Override
      public Map<String, Sighting> look(Collection<Target> targets, Deadline deadline) {
        return look(targets, Ledger.EMPTY, deadline);
      }

      @Override
      public Map<String, Sighting> look(
          Collection<Target> targets, Ledger remembered, Deadline deadline) {
        return begun() ? ending(() -> observer.look(targets, remembered, deadline)) : Map.of();
      }

      @Override
      public List<Precondition> recheck(Target target, Deadline deadline) {
        return recheck(target, Ledger.EMPTY, deadline);
      }

      @Override
      public List<Precondition> recheck(Target target, Ledger remembered, Deadline deadline) {
        return observer.recheck(target, remembered, deadline);
      }
    };
  }

  private synchronized boolean begun() {
    looking = requested ? Optional.empty() : Optional.of(Thread.currentThread());
    return looking.isPresent();
  }

  private <T> T ending(Supplier<T> look) {
    try {
      return look.get();
    } finally {
      ended();
    }
  }

  /** What comes after has a grace, and must not be interrupted. */
  private synchronized void ended() {
    looking = Optional.empty();
    if (requested) {
      Thread.interrupted();
    }
  }

  private void stop() {
    request();
    await();
  }

  private synchronized void request() {
    requested = true;
    looking.ifPresent(Thread::interrupt);
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
