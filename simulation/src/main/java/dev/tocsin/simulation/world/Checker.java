package dev.tocsin.simulation.world;

import dev.tocsin.incident.Planner;
import dev.tocsin.round.Round;
import dev.tocsin.round.RoundReport;
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

  /** Tocsin: the real round with the policy of this setting. */
  static Checker tocsin(Setting setting) {
    Planner planner = new Planner(setting.targets(), setting.interval());
    return ports -> Optional.of(new Round(
            ports.store(), ports.observer(), ports.effects(), planner, ports.time(), ports.stop())
        .run());
  }
}
