package dev.tocsin.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The same nine rows in a switch, to weigh squirrel against. */
final class PlainMachine {

  private static final Optional<Emission> NOTHING = Optional.empty();
  private static final Optional<Emission> ALERT = Optional.of(Emission.ALERT);
  private static final Optional<Emission> REMEDIATE = Optional.of(Emission.REMEDIATE);
  private static final Optional<Emission> RECOVERY = Optional.of(Emission.RECOVERY);

  private final List<Transition> taken = new ArrayList<>(4);
  private State state;

  PlainMachine(State state) {
    this.state = state;
  }

  Transition fire(Trigger trigger) {
    Transition row = switch (trigger) {
      case CHECK_FAILED ->
        state == State.HEALTHY
            ? row(trigger, State.HEALTHY, State.DEGRADED, NOTHING)
            : row(trigger, State.RECOVERED, State.ALERTED, NOTHING);
      case CHECK_PASSED ->
        state == State.DEGRADED
            ? row(trigger, State.DEGRADED, State.HEALTHY, NOTHING)
            : passed(trigger);
      case FAILURE_CONFIRMED -> row(trigger, State.DEGRADED, State.ALERTED, ALERT);
      case REMEDIATION_STARTED -> row(trigger, State.ALERTED, State.REMEDIATING, REMEDIATE);
      case REMEDIATION_FAILED -> row(trigger, State.REMEDIATING, State.ALERTED, NOTHING);
      case RECOVERY_CONFIRMED -> row(trigger, State.RECOVERED, State.HEALTHY, RECOVERY);
    };
    taken.add(row);
    state = row.to();
    return row;
  }

  List<Transition> path() {
    return List.copyOf(taken);
  }

  private Transition passed(Trigger trigger) {
    State from = state == State.ALERTED ? State.ALERTED : State.REMEDIATING;
    return row(trigger, from, State.RECOVERED, NOTHING);
  }

  private Transition row(Trigger trigger, State from, State to, Optional<Emission> emits) {
    if (state != from) {
      throw new IllegalStateException("no row for " + trigger + " in " + state);
    }
    return new Transition(from, trigger, to, emits);
  }
}
