package dev.tocsin.incident;

import static dev.tocsin.incident.State.ALERTED;
import static dev.tocsin.incident.State.DEGRADED;
import static dev.tocsin.incident.State.HEALTHY;
import static dev.tocsin.incident.State.RECOVERED;
import static dev.tocsin.incident.State.REMEDIATING;
import static dev.tocsin.incident.Trigger.CHECK_FAILED;
import static dev.tocsin.incident.Trigger.CHECK_PASSED;
import static dev.tocsin.incident.Trigger.FAILURE_CONFIRMED;
import static dev.tocsin.incident.Trigger.RECOVERY_CONFIRMED;
import static dev.tocsin.incident.Trigger.REMEDIATION_FAILED;
import static dev.tocsin.incident.Trigger.REMEDIATION_STARTED;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.squirrelframework.foundation.fsm.AnonymousAction;
import org.squirrelframework.foundation.fsm.ImmutableTransition;
import org.squirrelframework.foundation.fsm.StateMachineBuilder;
import org.squirrelframework.foundation.fsm.StateMachineBuilderFactory;
import org.squirrelframework.foundation.fsm.StateMachineConfiguration;
import org.squirrelframework.foundation.fsm.impl.AbstractStateMachine;

/**
 * The nine rows, declared once. A fresh machine serves one decision: it starts at the remembered
 * state, records the rows it takes, and refuses everything else.
 */
final class IncidentMachine {

  private static final StateMachineBuilder<Fsm, State, Trigger, Path> ROWS = declare();

  private static StateMachineBuilder<Fsm, State, Trigger, Path> declare() {
    var rows = builder();
    row(rows, HEALTHY, CHECK_FAILED, DEGRADED);
    row(rows, DEGRADED, CHECK_PASSED, HEALTHY);
    row(rows, DEGRADED, FAILURE_CONFIRMED, ALERTED, Emission.ALERT);
    row(rows, ALERTED, REMEDIATION_STARTED, REMEDIATING, Emission.REMEDIATE);
    row(rows, ALERTED, CHECK_PASSED, RECOVERED);
    row(rows, REMEDIATING, REMEDIATION_FAILED, ALERTED);
    row(rows, REMEDIATING, CHECK_PASSED, RECOVERED);
    row(rows, RECOVERED, CHECK_FAILED, ALERTED);
    row(rows, RECOVERED, RECOVERY_CONFIRMED, HEALTHY, Emission.RECOVERY);
    return rows;
  }

  private final Fsm fsm;
  private final Path path = new Path();
  private State state;

  private IncidentMachine(State state) {
    this.fsm = ROWS.newStateMachine(state);
    this.state = state;
  }

  /** A fresh machine, restored at the remembered state. */
  static IncidentMachine at(State state) {
    return new IncidentMachine(state);
  }

  State state() {
    return state;
  }

  /** The rows taken so far, in order. */
  List<Transition> path() {
    return List.copyOf(path.taken);
  }

  /**
   * Takes the row of this trigger.
   *
   * @return the row that was taken
   * @throws IllegalStateException a bug of ours: no such row; the message names the way here
   */
  Transition fire(Trigger trigger) {
    int before = path.taken.size();
    fsm.fire(trigger, path);
    if (path.taken.size() != before + 1) {
      throw new IllegalStateException(
          "no row for " + trigger + " in " + state + " after " + path());
    }
    Transition row = path.taken.get(before);
    state = row.to();
    return row;
  }

  static List<Transition> rows() {
    return at(HEALTHY).fsm.getAllRawStates().stream()
        .map(state -> state.getAllTransitions())
        .flatMap(Collection::stream)
        .map(IncidentMachine::read)
        .sorted(Comparator.comparing(Transition::from).thenComparing(Transition::trigger))
        .toList();
  }

  private static Transition read(ImmutableTransition<Fsm, State, Trigger, Path> row) {
    return new Transition(
        row.getSourceState().getStateId(),
        row.getEvent(),
        row.getTargetState().getStateId(),
        row.getActions().stream()
            .flatMap(action -> ((Take) action).row.emits().stream())
            .findFirst());
  }

  private static StateMachineBuilder<Fsm, State, Trigger, Path> builder() {
    StateMachineBuilder<Fsm, State, Trigger, Path> rows =
        StateMachineBuilderFactory.create(Fsm.class, State.class, Trigger.class, Path.class);
    rows.setStateMachineConfiguration(StateMachineConfiguration.create()
        .enableAutoStart(true)
        .disableStartEventTriggerEntryActions(true)
        .setIdProvider(() -> "incident"));
    return rows;
  }

  private static void row(
      StateMachineBuilder<Fsm, State, Trigger, Path> rows,
      State from,
      Trigger trigger,
      State to,
      Emission... emits) {
    var row = new Transition(from, trigger, to, List.of(emits).stream().findFirst());
    rows.externalTransition().from(from).to(to).on(trigger).perform(new Take(row));
  }

  /**
   * Squirrel's machine, left empty: it calls methods it finds by name, silently. Public, as is its
   * constructor, or squirrel would open it and shut it again for every machine, and one thread
   * would find it shut by another.
   */
  public static class Fsm extends AbstractStateMachine<Fsm, State, Trigger, Path> {}

  /** The rows one decision took: squirrel declines in silence, so what was taken is recorded. */
  static final class Path {
    private final List<Transition> taken = new ArrayList<>(4);
  }

  private static final class Take extends AnonymousAction<Fsm, State, Trigger, Path> {
    private final Transition row;

    Take(Transition row) {
      this.row = row;
    }

    @Override
    public void execute(State from, State to, Trigger trigger, Path path, Fsm fsm) {
      path.taken.add(row);
    }

    @Override
    public String name() {
      return row.emits().map(Enum::name).orElse("");
    }
  }
}
