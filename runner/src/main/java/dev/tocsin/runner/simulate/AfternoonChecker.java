package dev.tocsin.runner.simulate;

import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Precondition.Verdict;
import dev.tocsin.round.RoundReport;
import dev.tocsin.runner.demo.arms.NightView;
import dev.tocsin.simulation.world.Checker;
import dev.tocsin.simulation.world.Outside;
import dev.tocsin.simulation.world.Ports;
import dev.tocsin.simulation.world.Setting;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One of the demo's checkers for each target, in a virtual world. */
final class AfternoonChecker implements Checker {

  private final Map<String, dev.tocsin.runner.demo.arms.Checker> checkers = new LinkedHashMap<>();

  AfternoonChecker(Setting setting, Supplier<dev.tocsin.runner.demo.arms.Checker> made) {
    setting.workloads().forEach(workload -> checkers.put(workload.name(), made.get()));
  }

  @Override
  public Optional<RoundReport> round(Ports ports) {
    checkers.forEach((target, checker) -> checker.round(new View(ports.outside(), target)));
    return Optional.empty();
  }

  private record View(Outside outside, String target) implements NightView {

    @Override
    public boolean isServiceUp() {
      return outside.look(target) instanceof Observation.Passing;
    }

    @Override
    public boolean isNodeReady() {
      return outside.nodeReady(target) == Verdict.MET;
    }

    @Override
    public LocalTime now() {
      return LocalTime.ofInstant(outside.now(), ZoneOffset.UTC);
    }

    @Override
    public void restart() {
      outside.restart(target);
    }

    @Override
    public void mail(String subject) {
      outside.mail(Notice.Kind.ALERT, target, subject);
    }
  }
}
