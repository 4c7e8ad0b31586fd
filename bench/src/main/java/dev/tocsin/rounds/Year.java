package dev.tocsin.rounds;

import dev.tocsin.simulation.law.Invariants;
import dev.tocsin.simulation.law.Violation;
import dev.tocsin.simulation.world.Change;
import dev.tocsin.simulation.world.Event;
import dev.tocsin.simulation.world.Health;
import dev.tocsin.simulation.world.Setting;
import dev.tocsin.simulation.world.Simulation;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A year of one target that falls sick every day, and what it costs.
 *
 * @param rounds in it
 * @param wall how long it took, without the looks at the heap
 * @param first what the heap held after a month
 * @param last what the heap held after twelve
 */
record Year(long rounds, Duration wall, long first, long last) {

  private static final int MONTHS = 12;
  private static final Duration MONTH = Duration.ofDays(365).dividedBy(MONTHS);
  private static final Duration DAY = Duration.ofDays(1);

  /** Plays it; every round is judged. */
  static Year of(Setting setting) {
    Simulation world = Simulation.of(setting);
    long nanos = 0;
    long first = 0;
    for (int month = 1; month <= MONTHS; month++) {
      long begun = System.nanoTime();
      play(world, MONTH.multipliedBy(month));
      nanos += System.nanoTime() - begun;
      first = month == 1 ? heap() : first;
    }
    long rounds = MONTH.multipliedBy(MONTHS).dividedBy(setting.interval());
    Year year = new Year(rounds, Duration.ofNanos(nanos), first, heap());
    if (world.history().last().isEmpty()) {
      throw new IllegalStateException("nothing was played");
    }
    return year;
  }

  private static void play(Simulation world, Duration until) {
    String target = world.setting().workloads().get(0).name();
    Duration at = Duration.between(world.setting().start(), world.now());
    while (at.compareTo(until) < 0) {
      Event sick = new Event(at.plus(DAY.dividedBy(2)), new Change.Target(target, Health.SICK));
      Duration end = at.plus(DAY).compareTo(until) > 0 ? until : at.plus(DAY);
      Optional<Violation> broken = world.play(
          sick.at().compareTo(end) < 0 ? List.of(sick) : List.of(),
          end,
          history -> Violation.first(Invariants.ALL, history));
      broken.ifPresent(violation -> {
        throw new IllegalStateException(violation.toString());
      });
      at = end;
    }
  }

  /** In bytes, when all that can be is thrown away. */
  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "a year of one target: %,d rounds in %.1f s; heap after a month %.1f MiB, after twelve %.1f MiB",
        rounds,
        wall.toMillis() / 1e3,
        first / 1048576.0,
        last / 1048576.0);
  }
}
