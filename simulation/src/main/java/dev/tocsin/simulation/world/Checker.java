package dev.tocsin.simulation.world;

import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Target;
import dev.tocsin.round.Round;
import dev.tocsin.round.RoundReport;
import java.util.List;
import java.util.Optional;

/** What watches: called once for every round, and may keep what it likes in its fields. */
@FunctionalInterface
public interface Checker {

  /**
   * One round.
   *
   * @return what it says of it, if it is one of ours
   */
  Optional<RoundReport> round(Ports ports);

  /** A rehearsal of one, of which nothing may come. By default there is none. */
  default Optional<RoundReport> rehearse(Ports ports) {
    return Optional.empty();
  }

  /** Tocsin: the real round with the policy of this setting. */
  static Checker tocsin(Setting setting) {
    Planner planner = new Planner(setting.targets(), setting.interval());
    return new Checker() {
      @Override
      public Optional<RoundReport> round(Ports ports) {
        return Optional.of(of(ports).run());
      }

      @Override
      public Optional<RoundReport> rehearse(Ports ports) {
        return Optional.of(of(ports).rehearse());
      }

      private Round of(Ports p) {
        Planner now = planner(p.targets());
        return new Round(p.store(), p.observer(), p.effects(), now, p.time(), p.stop());
      }

      private Planner planner(List<Target> targets) {
        return targets.size() == setting.workloads().size()
            ? planner
            : new Planner(targets, setting.interval());
      }
    };
  }
}
