package dev.tocsin.examples.property;

import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Precondition.Verdict;
import dev.tocsin.incident.Target;
import dev.tocsin.simulation.world.Checker;
import dev.tocsin.simulation.world.Outside;
import dev.tocsin.simulation.world.Setting;
import dev.tocsin.simulation.world.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The checker, as it is, with the virtual world for its home. */
record InTheVirtualWorld(Outside outside) implements Home {

  private static final String SERVICE = "frigate";

  static final Setting HOME =
      Setting.of(List.of(Target.of(SERVICE, Policy.DEFAULT)), Duration.ofMinutes(5));

  /** A new world with a new checker in it. */
  static Simulation world(Setting setting) {
    HomeChecker checker = new HomeChecker();
    Checker rounds = ports -> {
      checker.round(new InTheVirtualWorld(ports.outside()));
      return Optional.empty();
    };
    return Simulation.of(setting, rounds);
  }

  @Override
  public boolean answers() {
    return outside.look(SERVICE) instanceof Observation.Passing;
  }

  @Override
  public boolean isNodeReady() {
    return outside.nodeReady(SERVICE) == Verdict.MET;
  }

  @Override
  public void restart() {
    outside.restart(SERVICE);
  }

  @Override
  public void mail(String subject) {
    outside.mail(Notice.Kind.ALERT, SERVICE, subject);
  }
}
