package dev.tocsin.simulation;

import dev.tocsin.incident.Remediation;
import dev.tocsin.incident.Target;
import dev.tocsin.simulation.Step.Effect;
import java.time.Instant;
import java.util.Optional;

/** What must hold of restarts. */
final class RestartLaws {

  private RestartLaws() {}

  static Optional<String> window(World world, Stage stage, Step step) {
    for (Effect effect : step.effects()) {
      Remediation remediation = Seen.remediation(world, effect);
      Instant since = step.truth().minus(remediation.window());
      long count = Seen.known(world, stage)
          .takeWhile(s -> s.truth().isAfter(since))
          .flatMap(s -> s.effects().stream())
          .filter(e -> Seen.sameTarget(e, effect))
          .count();
      if (count > remediation.attemptsPerWindow()) {
        return Optional.of(count + " restarts of " + effect.attempt().target());
      }
    }
    return Optional.empty();
  }

  static Optional<String> settle(World world, Stage stage, Step step) {
    for (Effect effect : step.effects()) {
      boolean within = Seen.known(world, stage)
          .skip(1)
          .flatMap(s -> s.effects().stream())
          .filter(e -> Seen.sameTarget(e, effect))
          .anyMatch(e -> step.truth().isBefore(e.truth().plus(e.attempt().settle())));
      if (within) {
        return Optional.of(effect.attempt().key());
      }
    }
    return Optional.empty();
  }

  static Optional<String> oneEffect(World world, Stage stage, Step step) {
    return step.effects().stream()
        .map(e -> e.attempt().key())
        .filter(key -> stage
                .steps()
                .flatMap(s -> s.effects().stream())
                .filter(e -> e.attempt().key().equals(key))
                .count()
            > 1)
        .findFirst();
  }

  static Optional<String> preconditions(World world, Stage stage, Step step) {
    return step.effects().stream()
        .map(e -> e.attempt().target())
        .filter(
            t -> !Seen.see(world, step, t).mayAct() || step.turn().mishap() == Mishap.NODE_FLIPS)
        .findFirst();
  }

  static Optional<String> freshlyConfirmed(World world, Stage stage, Step step) {
    for (Effect effect : step.effects()) {
      Target target = Seen.target(world, effect.attempt().target());
      int needed = Seen.isNew(stage, effect) ? target.policy().failuresToAlert() : 1;
      boolean confirmed = stage
          .steps()
          .filter(s -> s.plans().get(0).rhythm().counts())
          .filter(s -> Seen.see(world, s, target.name()) != See.OFF)
          .limit(needed)
          .allMatch(s -> Seen.see(world, s, target.name()).mayAct());
      if (!confirmed) {
        return Optional.of(effect.attempt().key());
      }
    }
    return Optional.empty();
  }
}
