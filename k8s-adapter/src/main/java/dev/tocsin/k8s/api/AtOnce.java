package dev.tocsin.k8s.api;

import dev.tocsin.round.Deadline;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Asks several things at once, a few at a time, the first ones first. Who is interrupted while he
 * waits is back at once; what was not answered by then is no answer.
 */
public final class AtOnce implements AutoCloseable {

  private static final int THREADS = 6;

  private final Deadline deadline;
  private final ExecutorService threads;

  /** Nothing was asked yet; what is not answered at the deadline is no answer. */
  public AtOnce(Deadline deadline) {
    this.deadline = deadline;
    AtomicInteger number = new AtomicInteger();
    this.threads = Executors.newFixedThreadPool(THREADS, work -> {
      Thread thread = new Thread(work, "tocsin-cluster-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    });
  }

  /** When all must be answered. */
  public Deadline deadline() {
    return deadline;
  }

  /** Begins to ask; whoever needs the answer waits for it. */
  public <T> Supplier<Answer<T>> ask(Supplier<Answer<T>> question) {
    Future<Answer<T>> coming = threads.submit(question::get);
    return () -> await(coming);
  }

  private <T> Answer<T> await(Future<Answer<T>> coming) {
    try {
      return coming.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return new Answer.Unclear<>("the API server's answer did not come in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Unclear<>("we were stopped while waiting for the API server");
    } catch (ExecutionException e) {
      return new Answer.Unclear<>("a bug of ours while asking the cluster: " + e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
