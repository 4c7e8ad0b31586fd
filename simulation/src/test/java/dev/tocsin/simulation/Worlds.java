package dev.tocsin.simulation;

import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Remediation;
import dev.tocsin.incident.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The worlds in which the rules are tried. */
final class Worlds {

  static final Duration INTERVAL = Duration.ofMinutes(5);

  private Worlds() {}

  /** Window 8 rounds, settle 4: with smaller ones, limits by time alone pass unnoticed. */
  static Policy policy() {
    return Policy.DEFAULT.quietLimit(rounds(8)).remediation(remediation(8, 4));
  }

  /** Window 4 rounds, settle 2. */
  static Policy smallPolicy() {
    return Policy.DEFAULT.quietLimit(rounds(4)).unknownsToAlert(2).remediation(remediation(4, 2));
  }

  /** One failure confirms, one pass closes: several rows in one round. */
  static Policy hastyPolicy() {
    return Policy.DEFAULT
        .failuresToAlert(1)
        .successesToClose(1)
        .unknownsToAlert(1)
        .quietLimit(rounds(4))
        .remediation(remediation(8, 1));
  }

  static Remediation remediation(int window, int settle) {
    return new Remediation(
        List.of(new Remediation.Step("restart", 3, rounds(settle))),
        3,
        2,
        rounds(window),
        rounds(1),
        rounds(2),
        rounds(6),
        Optional.of(rounds(12)));
  }

  static Duration rounds(int count) {
    return INTERVAL.multipliedBy(count);
  }

  static World of(Policy policy, int targets) {
    return of(policy, targets, World.Witness.FORGETS, UnaryOperator.identity());
  }

  static World of(
      Policy policy, int targets, World.Witness witness, UnaryOperator<Rules> breaking) {
    List<Target> watched =
        IntStream.range(0, targets).mapToObj(i -> Target.of("t" + i, policy)).toList();
    Rules rules = Rules.of(new Planner(watched, INTERVAL));
    return new World(breaking.apply(rules), watched, INTERVAL, witness);
  }
}
