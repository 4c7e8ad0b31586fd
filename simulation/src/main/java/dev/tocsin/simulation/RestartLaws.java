package dev.tocsin.simulation;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Ledger;
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
      boolean confirmed = Seen.isNew(stage, effect)
          ? confirmed(world, stage, effect)
          : neverLapsed(world, stage, effect);
      if (!confirmed) {
        return Optional.of(effect.attempt().key());
      }
    }
    return Optional.empty();
  }

  private static boolean confirmed(World world, Stage stage, Effect effect) {
    Target target = Seen.target(world, effect.attempt().target());
    return stage
        .steps()
        .filter(s -> s.plans().get(0).rhythm().counts())
        .filter(s -> Seen.see(world, s, target.name()) != See.OFF)
        .limit(target.policy().failuresToAlert())
        .allMatch(s -> Seen.see(world, s, target.name()).mayAct());
  }

  /** What was left over is made only if every round since would have ordered it. */
  private static boolean neverLapsed(World world, Stage stage, Effect effect) {
    String target = effect.attempt().target();
    return stage
        .steps()
        .takeWhile(s -> isUnsettled(s.before(), effect.attempt()))
        .allMatch(s -> Seen.see(world, s, target).mayAct());
  }

  private static boolean isUnsettled(Ledger ledger, Attempt attempt) {
    Optional<Attempt> unsettled = ledger.of(attempt.target()).attempts().unsettled();
    return unsettled.filter(a -> a.key().equals(attempt.key())).isPresent();
  }
}
