package dev.tocsin.simulation;

import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Remediation;
import dev.tocsin.incident.Target;
import dev.tocsin.simulation.Step.Delivery;
import dev.tocsin.simulation.Step.Effect;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the outside saw, for the laws that judge it. */
final class Seen {

  private Seen() {}

  /** The steps since our memory was last lost for good, the newest first. */
  static Stream<Step> known(World world, Stage stage) {
    if (world.witness() == World.Witness.REMEMBERS) {
      return stage.steps();
    }
    return remembered(stage);
  }

  /** The steps since the ledger was last lost or damaged, the newest first. */
  static Stream<Step> remembered(Stage stage) {
    long since = stage.steps().takeWhile(s -> !forgot(s)).count();
    return stage.steps().limit(since + 1);
  }

  static boolean forgot(Step step) {
    Mishap mishap = step.turn().mishap();
    return mishap == Mishap.LEDGER_LOST || mishap == Mishap.LEDGER_DAMAGED;
  }

  static boolean isNew(Stage stage, Effect effect) {
    return effect.attempt().claimed().isPresent()
        && stage
            .earlier()
            .limit(60)
            .flatMap(s -> s.plans().stream())
            .flatMap(p -> p.acts().stream())
            .noneMatch(a -> a.attempt().key().equals(effect.attempt().key()));
  }

  static Set<IncidentId> about(Stream<Delivery> deliveries, Notice.Kind kind) {
    return deliveries
        .filter(d -> d.notice().kind() == kind)
        .flatMap(d -> d.notice().members().stream())
        .map(Notice.Member::about)
        .collect(Collectors.toSet());
  }

  static See see(World world, Step step, String name) {
    for (int i = 0; i < world.targets().size(); i++) {
      if (world.targets().get(i).name().equals(name)) {
        return step.turn().see(i);
      }
    }
    throw new IllegalArgumentException("no target " + name);
  }

  static Target target(World world, String name) {
    return world.targets().stream()
        .filter(t -> t.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static Remediation remediation(World world, Effect effect) {
    return target(world, effect.attempt().target()).policy().remediation().orElseThrow();
  }

  static boolean sameTarget(Effect one, Effect other) {
    return one.attempt().target().equals(other.attempt().target());
  }
}
