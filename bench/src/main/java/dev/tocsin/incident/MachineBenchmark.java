package dev.tocsin.incident;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The nine rows, one after the other, each in a machine of its own. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MachineBenchmark {

  private final List<Transition> rows = Transition.all();
  private int next;

  private Transition row() {
    next = next + 1 == rows.size() ? 0 : next + 1;
    return rows.get(next);
  }

  @Benchmark
  public Object squirrelRow() {
    Transition row = row();
    return IncidentMachine.at(row.from()).fire(row.trigger());
  }

  /** A machine that takes no row, as most decisions make one. */
  @Benchmark
  public Object squirrelIdle() {
    return IncidentMachine.at(row().from()).state();
  }

  @Benchmark
  public Object switchRow() {
    Transition row = row();
    return new PlainMachine(row.from()).fire(row.trigger());
  }
}
