package dev.tocsin.incident;

import java.util.List;
import java.util.Optional;

/**
 * One row of the machine.
 *
 * @param from the state left
 * @param trigger what moves it
 * @param to the state entered
 * @param emits what is owed from then on, if anything
 */
public record Transition(State from, Trigger trigger, State to, Optional<Emission> emits) {

  /** All rows, read back from squirrel's own definition, ordered by state and trigger. */
  public static List<Transition> all() {
    return IncidentMachine.rows();
  }

  @Override
  public String toString() {
    return from + " --" + trigger + "-> " + to + emits.map(e -> " / " + e).orElse("");
  }
}
