package dev.tocsin.incident;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One decision about one target, over the walk's own mix; and the part of it that is squirrel. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecideBenchmark {

  private final Target target = Mix.target(0);
  private final List<Mix.Round> rounds = Mix.walk(target);
  private final Planner planner = new Planner(List.of(target), Mix.INTERVAL);
  private int next;

  private Mix.Round round() {
    next = next + 1 == rounds.size() ? 0 : next + 1;
    return rounds.get(next);
  }

  /** What the other benchmarks of this class cost before they begin: reading the recorded mix. */
  @Benchmark
  public int reading() {
    Mix.Round round = round();
    Decision recorded = round.decision();
    return recorded.before().state().ordinal()
        + recorded.path().size()
        + round.now().hashCode();
  }

  @Benchmark
  public Object decide() {
    Mix.Round round = round();
    Decision recorded = round.decision();
    return Decider.decide(target, recorded.before(), recorded.seen(), round.now());
  }

  /** What {@link #decide()} asks of squirrel: a machine, the rows of this decision, their path. */
  @Benchmark
  public Object squirrelInDecide() {
    Decision recorded = round().decision();
    IncidentMachine machine = IncidentMachine.at(recorded.before().state());
    for (Transition row : recorded.path()) {
      machine.fire(row.trigger());
    }
    return machine.path();
  }

  /** The same rows from a switch. */
  @Benchmark
  public Object switchInDecide() {
    Decision recorded = round().decision();
    PlainMachine machine = new PlainMachine(recorded.before().state());
    for (Transition row : recorded.path()) {
      machine.fire(row.trigger());
    }
    return machine.path();
  }

  /** The whole plan of a round with one target. */
  @Benchmark
  public Object plan() {
    Mix.Round round = round();
    return planner.plan(round.ledger(), round.seen(), round.at());
  }
}
