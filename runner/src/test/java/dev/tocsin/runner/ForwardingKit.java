package dev.tocsin.runner;

import dev.tocsin.round.Deadline;
import dev.tocsin.round.Effects;
import dev.tocsin.round.Observer;
import dev.tocsin.round.RoundReport;
import dev.tocsin.round.Time;
import java.io.PrintStream;
import java.util.List;

/** Does as another kit does. */
class ForwardingKit implements Kit {

  private final Kit kit;

  ForwardingKit(Kit kit) {
    this.kit = kit;
  }

  @Override
  public List<Part> parts() {
    return kit.parts();
  }

  @Override
  public Observer observer() {
    return kit.observer();
  }

  @Override
  public Effects effects(PrintStream told) {
    return kit.effects(told);
  }

  @Override
  public Time time() {
    return kit.time();
  }

  @Override
  public List<String> publish(RoundReport report, Deadline deadline) {
    return kit.publish(report, deadline);
  }

  @Override
  public Examination examine(Deadline deadline) {
    return kit.examine(deadline);
  }

  @Override
  public void close() {
    kit.close();
  }
}
