package dev.tocsin.simulation;

import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Plan;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Precondition.Verdict;
import dev.tocsin.incident.Remediation;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Target;
import dev.tocsin.simulation.search.See;
import dev.tocsin.simulation.search.Turn;
import dev.tocsin.simulation.world.Change;
import dev.tocsin.simulation.world.Checker;
import dev.tocsin.simulation.world.Ports;
import dev.tocsin.simulation.world.RestartEffect;
import dev.tocsin.simulation.world.Setting;
import dev.tocsin.simulation.world.Simulation;
import dev.tocsin.simulation.world.Step;
import dev.tocsin.simulation.world.Witness;
import dev.tocsin.simulation.world.Workload;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The worlds in which the rules are tried; what a target does is not changed by restarts. */
final class Worlds {

  static final Duration INTERVAL = Duration.ofMinutes(5);

  private Worlds() {}

  /** Window 16 rounds, settle 4: with smaller ones, limits by time alone pass unnoticed. */
  static Policy policy() {
    return Policy.DEFAULT.quietLimit(rounds(8)).remediation(remediation(16, 4));
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

  static Policy policy(String name) {
    return switch (name) {
      case "policy" -> policy();
      case "small" -> smallPolicy();
      default -> hastyPolicy();
    };
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

  /** Each target on a node of its own. */
  static Setting setting(Policy policy, int targets) {
    List<Target> watched =
        IntStream.range(0, targets).mapToObj(i -> Target.of("t" + i, policy)).toList();
    return Setting.of(watched, INTERVAL);
  }

  /** All on one node. */
  static Simulation together(Policy policy, int targets) {
    Setting apart = setting(policy, targets);
    List<Workload> all = apart.workloads().stream()
        .map(w -> new Workload(w.target(), "n1", w.startUp()))
        .toList();
    return of(new Setting(all, INTERVAL, Witness.FORGETS, apart.start()), UnaryOperator.identity());
  }

  static Simulation of(Policy policy, int targets) {
    return of(policy, targets, Witness.FORGETS);
  }

  static Simulation of(Policy policy, int targets, Witness witness) {
    return of(setting(policy, targets).with(witness), UnaryOperator.identity());
  }

  static Simulation of(Setting setting, UnaryOperator<Ports> means) {
    Simulation world = Simulation.of(setting, Checker.tocsin(setting), means);
    for (Workload workload : setting.workloads()) {
      world.apply(new Change.Restarting(workload.name(), RestartEffect.DOES_NOTHING));
    }
    return world;
  }

  /** The same turn again and again. */
  static List<Turn> lasting(See see, int rounds) {
    return Collections.nCopies(rounds, Turn.of(see));
  }

  static Step last(Simulation world) {
    return world.history().last().orElseThrow();
  }

  /** What the last round decided. */
  static Plan plan(Simulation world) {
    return last(world).round().report().orElseThrow().plan().orElseThrow();
  }

  static long told(Simulation world, Notice.Kind kind) {
    return world.history().mails().filter(mail -> mail.kind() == kind).count();
  }

  static long restarts(Simulation world) {
    return world.history().restarts().count();
  }

  /** What is shown of a target, for those who ask the planner alone. */
  static Sighting sighting(See see) {
    Observation observation =
        see == See.PASS ? new Observation.Passing("ok") : new Observation.Failing("no answer");
    Verdict verdict = see == See.NODE_DOWN ? Verdict.NOT_MET : Verdict.MET;
    var ready = new Precondition("nodeReady", "node n1", verdict, "node n1 is " + verdict);
    return new Sighting(observation, List.of(ready), Sighting.Witness.NONE);
  }
}
