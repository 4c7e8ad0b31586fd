package dev.tocsin.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One round over a hundred targets, three in four of them in trouble of their own. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PlanBenchmark {

  private static final int ROUND = 8;

  private final List<Target> targets =
      IntStream.range(0, 100).mapToObj(Mix::target).toList();
  private final Planner planner = new Planner(targets, Mix.INTERVAL);
  private final Ledger ledger = Mix.troubled(planner);
  private final Map<String, Sighting> seen = Mix.seen(planner, ROUND);
  private final Instant at = Mix.at(ROUND);

  @Benchmark
  public Object planOfHundred() {
    return planner.plan(ledger, seen, at);
  }
}
