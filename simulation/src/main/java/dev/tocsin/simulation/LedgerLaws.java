package dev.tocsin.simulation;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Plan;
import dev.tocsin.incident.State;
import dev.tocsin.incident.Transition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold of states, plans and the ledger. */
final class LedgerLaws {

  private static final int NOTICES_PER_TARGET = 5;
  private static final Set<Transition> ROWS = Set.copyOf(Transition.all());

  private LedgerLaws() {}

  static Optional<String> declaredRows(World world, Stage stage, Step step) {
    return step.plans().stream()
        .flatMap(plan -> plan.decisions().stream())
        .filter(d -> !chains(d.before().state(), d.path(), d.after().state()))
        .map(d -> d.before().state() + " " + d.path() + " " + d.after().state())
        .findFirst();
  }

  private static boolean chains(State from, List<Transition> path, State to) {
    State at = from;
    for (Transition row : path) {
      if (row.from() != at || !ROWS.contains(row)) {
        return false;
      }
      at = row.to();
    }
    return at == to;
  }

  static Optional<String> roundsGoUp(World world, Stage stage, Step step) {
    long before = step.before().schedule().rounds();
    long after = step.after().schedule().rounds();
    return after > before ? Optional.empty() : Optional.of(before + " to " + after);
  }

  static Optional<String> writtenFirst(World world, Stage stage, Step step) {
    Set<String> written =
        step.plans().stream().flatMap(LedgerLaws::written).collect(Collectors.toSet());
    return Stream.concat(
            step.deliveries().stream().map(d -> d.notice().key()),
            step.effects().stream().map(e -> e.attempt().key()))
        .filter(key -> !written.contains(key))
        .findFirst();
  }

  private static Stream<String> written(Plan plan) {
    Ledger next = plan.next();
    return Stream.concat(
        next.notices().stream().map(Notice::key),
        next.memories().values().stream()
            .flatMap(m -> m.attempts().unsettled().stream())
            .map(a -> a.key()));
  }

  static Optional<String> bounded(World world, Stage stage, Step step) {
    int notices = step.after().notices().size();
    return notices > NOTICES_PER_TARGET * world.targets().size()
            || step.after().memories().size() > world.targets().size()
        ? Optional.of(notices + " notices unsettled")
        : Optional.empty();
  }

  static Optional<String> pure(World world, Stage stage, Step step) {
    Plan again = world.rules().plan(step.before(), step.seen(), step.clock());
    return again.equals(step.plans().get(0)) ? Optional.empty() : Optional.of("another plan");
  }
}
