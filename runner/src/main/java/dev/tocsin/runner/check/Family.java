package dev.tocsin.runner.check;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/** A process with its descendants. None outlives us: what still runs when this JVM ends dies. */
final class Family {

  private static final Set<Family> RUNNING = new HashSet<>();
  private static final int SWEEPS = 3;
  private static final long DEATH_MILLIS = 1000;

  private static boolean over;
  private static volatile Runnable grace = () -> {};

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Family::end, "tocsin-kill"));
  }

  private final Process process;

  private Family(Process process) {
    this.process = process;
  }

  /**
   * Starts a program, and in the same breath remembers that it runs.
   *
   * @return empty if this JVM is ending
   */
  static Optional<Family> start(ProcessBuilder program) throws IOException {
    synchronized (RUNNING) {
      if (over) {
        return Optional.empty();
      }
      Family family = new Family(program.start());
      RUNNING.add(family);
      return Optional.of(family);
    }
  }

  /** Does something while it may live; when that is over, it may not. */
  <T> T alive(Function<Process, T> use) {
    try {
      return use.apply(process);
    } finally {
      if (process.isAlive()) {
        kill();
      }
      synchronized (RUNNING) {
        RUNNING.remove(this);
      }
    }
  }

  static void grace(Runnable wait) {
    grace = wait;
  }

  private static void end() {
    grace.run();
    killAll();
  }

  static void killAll() {
    synchronized (RUNNING) {
      over = true;
      RUNNING.forEach(Family::strike);
    }
  }

  private void kill() {
    Stream<CompletableFuture<ProcessHandle>> deaths = strike().stream().map(ProcessHandle::onExit);
    CompletableFuture.allOf(deaths.toArray(CompletableFuture<?>[]::new))
        .completeOnTimeout(null, DEATH_MILLIS, TimeUnit.MILLISECONDS)
        .join();
  }

  /** Sweeps more than once: who is being killed may have had a child a moment ago. */
  private Set<ProcessHandle> strike() {
    Set<ProcessHandle> known = new LinkedHashSet<>(Set.of(process.toHandle()));
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      known.stream().flatMap(ProcessHandle::descendants).toList().forEach(known::add);
      known.forEach(ProcessHandle::destroyForcibly);
    }
    return known;
  }
}
