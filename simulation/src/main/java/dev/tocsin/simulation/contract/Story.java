package dev.tocsin.simulation.contract;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Remediation;
import dev.tocsin.incident.Target;
import dev.tocsin.round.IncidentStore;
import dev.tocsin.round.IncidentStore.Loaded;
import dev.tocsin.round.Round;
import dev.tocsin.round.RoundReport;
import dev.tocsin.round.StopSignal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One world, one store, and rounds that come on schedule. */
final class Story {

  static final Duration INTERVAL = Duration.ofMinutes(5);

  private static final int FAILING = 8;
  private static final int PASSING = 16;

  private final World world = new World();
  private final VirtualTime time = new VirtualTime();
  private final Supplier<IncidentStore> place;
  private final Planner planner;

  private Story(Supplier<IncidentStore> place, Policy policy, Duration interval) {
    this.place = place;
    this.planner = new Planner(List.of(Target.of("frigate", policy)), interval);
  }

  /** One failing round alerts and repairs. */
  static Story alertsAtOnce(Supplier<IncidentStore> place) {
    Policy policy = Policy.DEFAULT.failuresToAlert(1).remediation(Remediation.by("restart"));
    return new Story(place, policy, INTERVAL);
  }

  /** Two failing rounds alert; nothing is repaired. */
  static Story onlyTells(Supplier<IncidentStore> place, Duration interval) {
    return new Story(place, Policy.DEFAULT, interval);
  }

  World world() {
    return world;
  }

  VirtualTime time() {
    return time;
  }

  RoundReport round() {
    RoundReport report = now(place.get(), Trap.none());
    time.pass(planner.interval());
    return report;
  }

  /** A round at this very time. */
  RoundReport now(IncidentStore store, Trap trap) {
    var ports = new TrappedPorts(store, world, trap);
    return new Round(ports, ports, ports, planner, time, StopSignal.NEVER).run();
  }

  /** A round that is killed; empty if it made too few calls to be. */
  Optional<Killed> killed(Trap trap) {
    Optional<Killed> end = Optional.empty();
    try {
      now(place.get(), trap);
    } catch (Killed killed) {
      end = Optional.of(killed);
    }
    time.pass(planner.interval());
    return end;
  }

  /** Long enough for leftovers to be taken over, and for trust to come back. */
  void goOnUntilCalm() {
    for (int round = 0; round < FAILING; round++) {
      round();
    }
    world.passes();
    for (int round = 0; round < PASSING && !calm(); round++) {
      round();
    }
  }

  Ledger ledger() {
    return ((Loaded.Found) place.get().load()).ledger();
  }

  private boolean calm() {
    return ledger().notices().isEmpty() && ledger().of("frigate").incident().isEmpty();
  }
}
