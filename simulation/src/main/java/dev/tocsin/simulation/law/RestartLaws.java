package dev.tocsin.simulation.law;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Remediation;
import dev.tocsin.simulation.world.Harm;
import dev.tocsin.simulation.world.History;
import dev.tocsin.simulation.world.NodeState;
import dev.tocsin.simulation.world.Restart;
import dev.tocsin.simulation.world.RoundRecord;
import dev.tocsin.simulation.world.Step;
import dev.tocsin.simulation.world.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What must hold of restarts. */
final class RestartLaws {

  private RestartLaws() {}

  static Optional<String> window(History history, Step step) {
    if (step.restarts().isEmpty()) {
      return Optional.empty();
    }
    for (Restart restart : step.restarts()) {
      Optional<Remediation> remediation = remediation(history, restart.target());
      if (remediation.isPresent()) {
        Instant since = restart.at().minus(remediation.get().window());
        long count = sameTarget(history, restart, since);
        if (count > remediation.get().attemptsPerWindow()) {
          return Optional.of(count + " restarts of " + restart.target());
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Remediation> remediation(History history, String target) {
    return history.setting().target(target).policy().remediation();
  }

  private static long sameTarget(History history, Restart restart, Instant since) {
    long count = 0;
    for (Step step : Past.known(history)) {
      if (!step.ended().isAfter(since)) {
        return count;
      }
      for (Restart other : step.restarts()) {
        boolean same = other.target().equals(restart.target());
        count += same && other.at().isAfter(since) && !other.at().isAfter(restart.at()) ? 1 : 0;
      }
    }
    return count;
  }

  static Optional<String> settle(History history, Step step) {
    for (Restart restart : step.restarts()) {
      if (settling(history, restart)) {
        return Optional.of(restart.key());
      }
    }
    return Optional.empty();
  }

  private static boolean settling(History history, Restart restart) {
    for (Step step : Past.known(history)) {
      for (Restart other : step.restarts()) {
        boolean earlier = other != restart && other.target().equals(restart.target());
        Duration settle = other.attempt().map(Attempt::settle).orElse(Duration.ZERO);
        if (earlier
            && !other.key().equals(restart.key())
            && restart.at().isBefore(other.at().plus(settle))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Where trials go on after giving up there is no such limit. */
  static Optional<String> fewPerIncident(History history, Step step) {
    for (Restart restart : step.restarts()) {
      Optional<IncidentId> incident = restart.attempt().map(Attempt::incident);
      Optional<Integer> most = remediation(history, restart.target())
          .filter(r -> r.trialAfter().isEmpty())
          .map(Remediation::attemptsInAll);
      if (incident.isPresent() && most.isPresent()) {
        long count = inIncident(history, incident.get());
        if (count > most.get()) {
          return Optional.of(count + " restarts in " + incident.get());
        }
      }
    }
    return Optional.empty();
  }

  private static long inIncident(History history, IncidentId incident) {
    return Past.known(history).stream()
        .flatMap(s -> s.restarts().stream())
        .filter(r -> r.attempt().filter(a -> a.incident().equals(incident)).isPresent())
        .count();
  }

  /** As far as we can know of it: a ledger that was put back orders again under an old key. */
  static Optional<String> oneEffect(History history, Step step) {
    for (Restart restart : step.restarts()) {
      long count = Past.known(history).stream()
          .flatMap(s -> s.restarts().stream())
          .filter(r -> r.key().equals(restart.key()))
          .count();
      if (count > 1) {
        return Optional.of(restart.key());
      }
    }
    return Optional.empty();
  }

  /** At the decision and at the re-check; the milliseconds between that and the act remain. */
  static Optional<String> preconditions(History history, Step step) {
    if (step.restarts().isEmpty()) {
      return Optional.empty();
    }
    for (RoundRecord round : step.rounds()) {
      for (Restart restart : round.restarts()) {
        Truth decided = round.truths().get(history.setting().index(restart.target()));
        if (!decided.mayAct() || !mayRun(restart.checked())) {
          return Optional.of(restart.key());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean mayRun(Truth truth) {
    return truth.node() == NodeState.UP && truth.nodeSeen() && truth.seen() && !truth.held();
  }

  static Optional<String> freshlyConfirmed(History history, Step step) {
    if (step.restarts().isEmpty()) {
      return Optional.empty();
    }
    for (RoundRecord round : step.rounds()) {
      for (Restart restart : round.restarts()) {
        Optional<Attempt> attempt = restart.attempt();
        if (attempt.isPresent() && !confirmed(history, round, attempt.get())) {
          return Optional.of(restart.key());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean confirmed(History history, RoundRecord round, Attempt attempt) {
    boolean leftOver = round.loaded().filter(l -> isUnsettled(l, attempt)).isPresent();
    return leftOver ? neverLapsed(history, attempt) : confirmed(history, attempt);
  }

  private static boolean confirmed(History history, Attempt attempt) {
    int target = history.setting().index(attempt.target());
    int needed = history.setting().target(attempt.target()).policy().failuresToAlert();
    for (Step step : history) {
      for (RoundRecord round : step.rounds()) {
        Truth truth = round.truths().get(target);
        boolean sample = round.counted() && !truth.off();
        if (sample && !truth.mayAct()) {
          return false;
        }
        needed -= sample ? 1 : 0;
      }
      if (needed <= 0 || Past.has(step, Harm.RESTORED)) {
        return true;
      }
    }
    return false;
  }

  /** What was left over is made only if every round since would have ordered it. */
  private static boolean neverLapsed(History history, Attempt attempt) {
    int target = history.setting().index(attempt.target());
    for (Step step : history) {
      if (!isUnsettled(step.before(), attempt) || Past.has(step, Harm.RESTORED)) {
        return true;
      }
      for (RoundRecord round : step.rounds()) {
        if (!round.written().isEmpty() && !round.truths().get(target).mayAct()) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isUnsettled(Ledger ledger, Attempt attempt) {
    Optional<Attempt> unsettled = ledger.of(attempt.target()).attempts().unsettled();
    return unsettled.filter(a -> a.key().equals(attempt.key())).isPresent();
  }

  /** Nobody is restarted who was switched off. */
  static Optional<String> off(History history, Step step) {
    if (step.restarts().isEmpty()) {
      return Optional.empty();
    }
    for (RoundRecord round : step.rounds()) {
      List<Truth> truths = round.truths();
      for (Restart restart : round.restarts()) {
        if (truths.get(history.setting().index(restart.target())).off()) {
          return Optional.of(restart.key());
        }
      }
    }
    return Optional.empty();
  }
}
