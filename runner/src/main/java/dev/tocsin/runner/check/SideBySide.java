package dev.tocsin.runner.check;

import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Observation.Cause;
import dev.tocsin.round.Deadline;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/**
 * Looks at many probes at once, at each of them once, so many at a time. What goes wrong with one
 * stays with it.
 */
final class SideBySide {

  /** For killing what would not end. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final BiFunction<Probe, Deadline, Observation> prober;
  private final int parallelism;

  SideBySide(BiFunction<Probe, Deadline, Observation> prober, int parallelism) {
    this.prober = prober;
    this.parallelism = parallelism;
  }

  /** Looks at all, the first ones first; leaves no thread of its own behind. */
  Map<Probe, Observation> look(Collection<Probe> probes, Deadline deadline) {
    ExecutorService threads = threads();
    try {
      Map<Probe, Future<Observation>> begun = new LinkedHashMap<>();
      for (Probe probe : new LinkedHashSet<>(probes)) {
        begun.put(probe, threads.submit(() -> prober.apply(probe, deadline)));
      }
      long end = System.nanoTime() + deadline.remaining().plus(GRACE).toNanos();
      Map<Probe, Observation> seen = new LinkedHashMap<>();
      begun.forEach((probe, coming) -> seen.put(probe, await(coming, end)));
      return seen;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Observation await(Future<Observation> coming, long end) {
    try {
      return coming.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      return new Observation.Unknown(Cause.BUG, "looking at it failed: " + words(e.getCause()));
    } catch (TimeoutException e) {
      return new Observation.Unknown(Cause.BUG, "looking at it did not end in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Observation.Unknown(Cause.NO_TIME, "we were stopped while looking");
    }
  }

  /** What and where, without its message: that may quote what is secret. */
  private static String words(Throwable bug) {
    String where =
        Arrays.stream(bug.getStackTrace()).findFirst().map(f -> " at " + f).orElse("");
    return bug.getClass().getSimpleName() + where;
  }

  private ExecutorService threads() {
    AtomicInteger number = new AtomicInteger();
    return Executors.newFixedThreadPool(parallelism, work -> {
      Thread thread = new Thread(work, "tocsin-look-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    });
  }
}
