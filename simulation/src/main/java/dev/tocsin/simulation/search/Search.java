package dev.tocsin.simulation.search;

import dev.tocsin.incident.Policy;
import dev.tocsin.simulation.law.Calm;
import dev.tocsin.simulation.law.Invariant;
import dev.tocsin.simulation.law.Invariants;
import dev.tocsin.simulation.world.Setting;
import dev.tocsin.simulation.world.Simulation;
import dev.tocsin.simulation.world.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Looks for a history that breaks an invariant: first every one of a small alphabet, to a depth;
 * then long random ones, until the time is over.
 */
public final class Search {

  /** Passing, failing, node down, not seen; mail and repair lost, killed, ledger deleted. */
  public static final String ALPHABET = "P F N U F! FK";

  private static final int STORM_ROUNDS = 120;

  private final Setting setting;
  private final List<Invariant> invariants;
  private final Limits limits;
  private final LongSupplier nanos;
  private final Progress progress;
  private final Function<Setting, Simulation> worlds;
  private final AtomicLong histories = new AtomicLong();
  private final AtomicLong rounds = new AtomicLong();

  /**
   * How far it goes.
   *
   * @param depth rounds of the complete part; 0 leaves it out
   * @param time how long it may take in all
   * @param seeds random histories at most
   * @param seed of the first random history; the next ones have the next ones
   * @param threads how many look at once; at least 1
   */
  public record Limits(int depth, Duration time, long seeds, long seed, int threads) {}

  /** Told now and then how far it is; from several threads. */
  @FunctionalInterface
  public interface Progress {
    /**
     * So far.
     *
     * @param part of the time that is used up, 0 to 1
     */
    void at(String what, double part, long histories, long rounds);
  }

  /**
   * What was found.
   *
   * @param shrunk what breaks; absent: nothing was found
   * @param seed of the random history; absent: it is of the complete part
   * @param depth to which every history was played, in rounds; less than asked for if time was over
   * @param histories played, complete and random
   * @param rounds simulated
   */
  public record Result(
      Optional<Shrinker.Shrunk> shrunk,
      Optional<Long> seed,
      int depth,
      long histories,
      long rounds) {}

  /**
   * A search that has not begun.
   *
   * @param own what must hold beside all that must hold always
   * @param worlds makes a world, with whoever is judged in it
   * @param nanos a clock that never goes back
   */
  public Search(
      Setting setting,
      List<Invariant> own,
      Limits limits,
      Function<Setting, Simulation> worlds,
      LongSupplier nanos,
      Progress progress) {
    this.setting = setting;
    this.invariants = new ArrayList<>(Invariants.ALL);
    this.invariants.addAll(own);
    this.limits = limits;
    this.worlds = worlds;
    this.nanos = nanos;
    this.progress = progress;
  }

  /** Looks. */
  public Result run() {
    long start = nanos.getAsLong();
    int depth = 0;
    for (int length = 1; length <= limits.depth(); length++) {
      Optional<Shrinker.Shrunk> found = complete(length, start);
      if (found.isPresent()) {
        return result(found, Optional.empty(), depth);
      }
      if (used(start) >= 0.5) {
        break;
      }
      depth = length;
    }
    return random(start, depth);
  }

  private Result result(Optional<Shrinker.Shrunk> shrunk, Optional<Long> seed, int depth) {
    return new Result(shrunk, seed, depth, histories.get(), rounds.get());
  }

  private double used(long start) {
    return (double) (nanos.getAsLong() - start) / limits.time().toNanos();
  }

  // Completely

  private Optional<Shrinker.Shrunk> complete(int length, long start) {
    for (Setting one : alone()) {
      Walk walk = new Walk(Turn.parse(ALPHABET), invariants, () -> {
        if (rounds.incrementAndGet() % 1024 == 0) {
          progress.at("every history of " + length, used(start), histories.get(), rounds.get());
        }
        return used(start) >= 0.5;
      });
      Optional<Walk.Found> found = walk.from(worlds.apply(one), length);
      histories.addAndGet(walk.histories());
      if (found.isPresent()) {
        return found.map(f -> shrink(one, f));
      }
    }
    return Optional.empty();
  }

  /** One setting for every policy: targets with one policy behave alike. */
  private List<Setting> alone() {
    Set<Policy> known = new HashSet<>();
    List<Setting> all = new ArrayList<>();
    for (Workload workload : setting.workloads()) {
      if (workload.target().after().isEmpty() && known.add(workload.target().policy())) {
        Workload quick = new Workload(workload.target(), workload.node(), Duration.ZERO);
        all.add(
            new Setting(List.of(quick), setting.interval(), setting.witness(), setting.start()));
      }
    }
    return all;
  }

  private Shrinker.Shrunk shrink(Setting one, Walk.Found found) {
    Judge judge = new Judge(worlds, invariants, List.of());
    var events = found.history().inOrder().stream()
        .flatMap(step -> step.events().stream())
        .toList();
    Duration length =
        Duration.between(one.start(), found.history().last().orElseThrow().ended());
    return Shrinker.shrink(judge, found.violation().invariant().name(), one, events, length);
  }

  // At random

  private Result random(long start, int depth) {
    AtomicLong next = new AtomicLong();
    AtomicReference<Long> found = new AtomicReference<>();
    ExecutorService threads = Executors.newFixedThreadPool(limits.threads(), Search::daemon);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < limits.threads(); i++) {
        all.add(threads.submit(() -> storms(start, next, found)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      threads.shutdownNow();
    }
    Optional<Long> seed = Optional.ofNullable(found.get());
    return result(seed.map(this::shrink), seed, depth);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "search");
    thread.setDaemon(true);
    return thread;
  }

  private void storms(long start, AtomicLong next, AtomicReference<Long> found) {
    while (found.get() == null && used(start) < 1) {
      long number = next.getAndIncrement();
      if (number >= limits.seeds()) {
        return;
      }
      long seed = limits.seed() + number;
      Optional<Judge.Broken> broken = play(seed);
      histories.incrementAndGet();
      if (broken.isPresent()) {
        found.accumulateAndGet(seed, (a, b) -> a == null ? b : Long.valueOf(Math.min(a, b)));
      }
      progress.at("random histories", used(start), histories.get(), rounds.get());
    }
  }

  private Optional<Judge.Broken> play(long seed) {
    Storm storm = storm(seed);
    Judge judge = judge(seed);
    Optional<Judge.Broken> broken = judge.judge(setting, storm.events(), storm.length());
    long calm = judge.calms().stream().mapToLong(one -> one.rounds(setting)).sum();
    rounds.addAndGet(STORM_ROUNDS + (broken.isEmpty() ? calm : 0));
    return broken;
  }

  private Storm storm(long seed) {
    return Storm.of(setting, EnumSet.allOf(Fault.class), STORM_ROUNDS, seed);
  }

  /** Calm comes after every eighth storm, another one each time: it is long. */
  private Judge judge(long seed) {
    Calm[] all = Calm.values();
    boolean calm = Math.floorMod(seed, 8) == 0;
    Calm one = all[Math.floorMod(seed / 8, all.length)];
    return new Judge(worlds, invariants, calm ? List.of(one) : List.of());
  }

  private Shrinker.Shrunk shrink(long seed) {
    Storm storm = storm(seed);
    Judge judge = judge(seed);
    Judge.Broken broken = judge.judge(setting, storm.events(), storm.length()).orElseThrow();
    return Shrinker.shrink(judge, broken.name(), setting, storm.events(), storm.length());
  }
}
