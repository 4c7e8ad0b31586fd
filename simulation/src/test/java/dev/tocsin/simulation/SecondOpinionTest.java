package dev.tocsin.simulation;

import static dev.tocsin.simulation.Worlds.last;
import static dev.tocsin.simulation.Worlds.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Policy;
import dev.tocsin.incident.State;
import dev.tocsin.incident.Transition;
import dev.tocsin.incident.Trigger;
import dev.tocsin.simulation.search.See;
import dev.tocsin.simulation.search.Turn;
import dev.tocsin.simulation.world.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A plain switch, and rules reckoned anew from the whole history, agree with the machine. */
class SecondOpinionTest {

  private static final Policy POLICY = Policy.DEFAULT;
  private static final int LENGTH = 12;

  private final Simulation world = Worlds.of(POLICY, 1);
  private int compared;

  @Test
  void the_nine_rows_are_those_of_a_plain_switch() {
    List<Transition> rows = new ArrayList<>();
    for (State state : State.values()) {
      for (Trigger trigger : Trigger.values()) {
        next(state, trigger)
            .ifPresent(to -> rows.add(new Transition(state, trigger, to, Optional.empty())));
      }
    }
    assertThat(Transition.all())
        .hasSize(9)
        .map(r -> new Transition(r.from(), r.trigger(), r.to(), Optional.empty()))
        .isEqualTo(rows);
  }

  @Test
  void every_history_leads_to_the_state_that_the_second_opinion_expects() {
    walk(world, LENGTH, "", State.HEALTHY, List.of());
    assertThat(compared).isEqualTo((1 << (LENGTH + 1)) - 2);
  }

  private void walk(
      Simulation stage, int left, String samples, State state, List<Integer> setbacks) {
    for (See see : List.of(See.PASS, See.FAIL)) {
      Simulation next = Turn.played(stage, List.of(Turn.of(see)));
      String more = samples + (see == See.PASS ? 'P' : 'F');
      List<Integer> known = new ArrayList<>(setbacks);
      State expected = expect(more, state, known);
      assertThat(next.ledger().of("t0").state()).as(more).isEqualTo(expected);
      compared++;
      if (left > 1) {
        walk(next, left - 1, kept(more, state, expected), expected, known);
      }
    }
  }

  /** Closing wipes the slate: samples before it confirm nothing any more. */
  private static String kept(String samples, State before, State after) {
    boolean told = before != State.HEALTHY && before != State.DEGRADED;
    return told && after == State.HEALTHY ? "" : samples;
  }

  private State expect(String history, State state, List<Integer> setbacks) {
    char now = history.charAt(history.length() - 1);
    State at = state;
    if (now == 'F') {
      if (at == State.HEALTHY || at == State.RECOVERED) {
        if (at == State.RECOVERED) {
          setbacks.add(history.length());
        }
        at = next(at, Trigger.CHECK_FAILED).orElseThrow();
      }
      if (at == State.DEGRADED && confirmed(history)) {
        setbacks.add(history.length());
        at = next(at, Trigger.FAILURE_CONFIRMED).orElseThrow();
      }
      return at;
    }
    if (at == State.DEGRADED || at == State.ALERTED) {
      at = next(at, Trigger.CHECK_PASSED).orElseThrow();
    }
    boolean closes = at == State.RECOVERED && closes(history, setbacks.size());
    return closes ? next(at, Trigger.RECOVERY_CONFIRMED).orElseThrow() : at;
  }

  private static boolean confirmed(String history) {
    String last = history.substring(Math.max(0, history.length() - POLICY.flapSamples()));
    long failures = last.chars().filter(c -> c == 'F').count();
    return history.endsWith("FF") || failures >= POLICY.flapFailures();
  }

  private static boolean closes(String history, int setbacks) {
    int passes = history.length() - history.replaceAll("P+$", "").length();
    int quiet = setbacks <= 1 ? 0 : 1 << (setbacks - 1);
    return passes >= POLICY.successesToClose() && passes - 1 >= quiet;
  }

  /** The nine rows once more, in another hand. */
  private static Optional<State> next(State state, Trigger trigger) {
    return switch (state) {
      case HEALTHY -> only(trigger == Trigger.CHECK_FAILED, State.DEGRADED);
      case DEGRADED ->
        trigger == Trigger.CHECK_PASSED
            ? Optional.of(State.HEALTHY)
            : only(trigger == Trigger.FAILURE_CONFIRMED, State.ALERTED);
      case ALERTED ->
        trigger == Trigger.CHECK_PASSED
            ? Optional.of(State.RECOVERED)
            : only(trigger == Trigger.REMEDIATION_STARTED, State.REMEDIATING);
      case REMEDIATING ->
        trigger == Trigger.CHECK_PASSED
            ? Optional.of(State.RECOVERED)
            : only(trigger == Trigger.REMEDIATION_FAILED, State.ALERTED);
      case RECOVERED ->
        trigger == Trigger.CHECK_FAILED
            ? Optional.of(State.ALERTED)
            : only(trigger == Trigger.RECOVERY_CONFIRMED, State.HEALTHY);
    };
  }

  private static Optional<State> only(boolean legal, State to) {
    return legal ? Optional.of(to) : Optional.empty();
  }
}
