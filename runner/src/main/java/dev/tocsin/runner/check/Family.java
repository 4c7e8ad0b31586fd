package dev.tocsin.runner.check;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A process with its descendants. None outlives us: what still runs when this JVM ends dies. */
final class Family {

  private static final Set<Family> RUNNING = ConcurrentHashMap.newKeySet();
  private static final int SWEEPS = 3;
  private static final long DEATH_MILLIS = 1000;

  static {
    Thread last = new Thread(() -> RUNNING.forEach(Family::kill), "tocsin-kill");
    Runtime.getRuntime().addShutdownHook(last);
  }

  private final Process process;

  private Family(Process process) {
    this.process = process;
  }

  static Family of(Process process) {
    return new Family(process);
  }

  /** Does something while it may live; when that is over, it may not. */
  <T> T alive(Supplier<T> use) {
    RUNNING.add(this);
    try {
      return use.get();
    } finally {
      if (process.isAlive()) {
        kill();
      }
      RUNNING.remove(this);
    }
  }

  /** Sweeps more than once: who is being killed may have had a child a moment ago. */
  private void kill() {
    Set<ProcessHandle> known = new LinkedHashSet<>(Set.of(process.toHandle()));
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      known.stream().flatMap(ProcessHandle::descendants).toList().forEach(known::add);
      known.forEach(ProcessHandle::destroyForcibly);
    }
    Stream<CompletableFuture<ProcessHandle>> deaths = known.stream().map(ProcessHandle::onExit);
    CompletableFuture.allOf(deaths.toArray(CompletableFuture<?>[]::new))
        .completeOnTimeout(null, DEATH_MILLIS, TimeUnit.MILLISECONDS)
        .join();
  }
}
