package dev.tocsin.simulation.law;

import dev.tocsin.incident.Decision;
import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Memory;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Plan;
import dev.tocsin.incident.Planner;
import dev.tocsin.incident.State;
import dev.tocsin.incident.Target;
import dev.tocsin.incident.Transition;
import dev.tocsin.round.Round;
import dev.tocsin.simulation.world.Change;
import dev.tocsin.simulation.world.Event;
import dev.tocsin.simulation.world.History;
import dev.tocsin.simulation.world.Mail;
import dev.tocsin.simulation.world.Restart;
import dev.tocsin.simulation.world.RoundRecord;
import dev.tocsin.simulation.world.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold of rounds, and of what they write down. */
final class LedgerLaws {

  private static final int NOTICES_PER_TARGET = 5;
  private static final Set<Transition> ROWS = Set.copyOf(Transition.all());

  private LedgerLaws() {}

  static Optional<String> declaredRows(History history, Step step) {
    for (RoundRecord round : step.rounds()) {
      List<Ledger> written = round.written();
      Optional<Plan> plan = round.report().flatMap(r -> r.plan());
      if (plan.isPresent() && !written.isEmpty()) {
        for (Decision decision : plan.get().decisions()) {
          if (!follows(history, decision, round.loaded(), written.get(0))) {
            return Optional.of(decision.before().state() + " " + decision.path() + " "
                + decision.after().state());
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * What was read, the way from there by declared rows, and what was written down. An incident
   * whose end was told, of a ledger that was put back, is closed before; what the world remembers
   * is recalled.
   */
  private static boolean follows(
      History history, Decision decision, Optional<Ledger> loaded, Ledger written) {
    Memory before = decision.before();
    Memory read = loaded.map(l -> l.of(decision.target())).orElse(before);
    boolean over = read.incident()
        .filter(i -> Past.isMailed(history, Notice.Kind.RECOVERY, i.id()))
        .isPresent();
    boolean recalled = (over || read.state() == State.HEALTHY) && before.state() == State.ALERTED;
    boolean closed = over && before.state() == State.HEALTHY;
    return (read.state() == before.state() || recalled || closed)
        && chains(before.state(), decision.path(), decision.after().state())
        && written.of(decision.target()).state() == decision.after().state();
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

  static Optional<String> roundsGoUp(History history, Step step) {
    for (RoundRecord round : step.rounds()) {
      if (!round.written().isEmpty() && round.loaded().isPresent()) {
        long before = round.loaded().get().schedule().rounds();
        long after = round.written().get(0).schedule().rounds();
        if (after <= before) {
          return Optional.of(before + " to " + after);
        }
      }
    }
    return Optional.empty();
  }

  static Optional<String> writtenFirst(History history, Step step) {
    if (step.mails().isEmpty() && step.restarts().isEmpty()) {
      return Optional.empty();
    }
    for (RoundRecord round : step.rounds()) {
      Set<String> keys =
          round.written().isEmpty() ? Set.of() : keys(round.written().get(0));
      for (Mail mail : round.mails()) {
        if (mail.notice().isPresent() && !keys.contains(mail.key())) {
          return Optional.of(mail.key());
        }
      }
      for (Restart restart : round.restarts()) {
        if (restart.attempt().isPresent() && !keys.contains(restart.key())) {
          return Optional.of(restart.key());
        }
      }
    }
    return Optional.empty();
  }

  private static Set<String> keys(Ledger ledger) {
    Set<String> keys = new HashSet<>();
    for (Notice notice : ledger.notices()) {
      keys.add(notice.key());
    }
    for (Memory memory : ledger.memories().values()) {
      memory.attempts().unsettled().ifPresent(a -> keys.add(a.key()));
    }
    return keys;
  }

  static Optional<String> rehearsed(History history, Step step) {
    RoundRecord round = step.round();
    boolean came = !round.written().isEmpty()
        || !round.mails().isEmpty()
        || !round.restarts().isEmpty();
    return step.isRehearsal() && came
        ? Optional.of("the rehearsal of " + round.begun())
        : Optional.empty();
  }

  static Optional<String> bounded(History history, Step step) {
    int targets = history.setting().workloads().size();
    int notices = step.after().notices().size();
    return notices > NOTICES_PER_TARGET * targets || step.after().memories().size() > targets
        ? Optional.of(notices + " notices unsettled")
        : Optional.empty();
  }

  /** Asked again with what was read and seen, the rules say what was written down. */
  static Optional<String> pure(History history, Step step) {
    for (RoundRecord round : step.rounds()) {
      boolean whole = !round.written().isEmpty()
          && round.loaded().isPresent()
          && !round.seen().isEmpty();
      if (whole && !sameAgain(history, round)) {
        return Optional.of("another plan");
      }
    }
    return Optional.empty();
  }

  private static boolean sameAgain(History history, RoundRecord round) {
    Ledger loaded = round.loaded().orElseThrow();
    Plan again = planner(history, round).plan(loaded, round.seen(), round.clock());
    return again.next().equals(round.written().get(0));
  }

  /** The rules for those who were in the configuration then. */
  private static Planner planner(History history, RoundRecord round) {
    if (round.sawAll()) {
      return history.planner();
    }
    Set<String> names = round.seen().keySet();
    List<Target> targets = history.setting().targets().stream()
        .filter(target -> names.contains(target.name()))
        .map(target -> new Target(
            target.name(),
            target.policy(),
            target.after().stream().filter(names::contains).collect(Collectors.toSet())))
        .toList();
    return new Planner(targets, history.setting().interval());
  }

  static Optional<String> neverUnread(History history, Step step) {
    for (RoundRecord round : step.rounds()) {
      if (round.loaded().isEmpty() && !round.written().isEmpty()) {
        return Optional.of("written at " + round.begun());
      }
    }
    return Optional.empty();
  }

  static Optional<String> loserDoesNothing(History history, Step step) {
    for (RoundRecord round : step.rounds()) {
      boolean ours = round.report().isPresent();
      boolean acted = !round.mails().isEmpty() || !round.restarts().isEmpty();
      if (ours && acted && round.written().isEmpty()) {
        return Optional.of("the round of " + round.begun());
      }
    }
    return Optional.empty();
  }

  static Optional<String> inTime(History history, Step step) {
    Duration limit = Round.deadline(history.setting().interval());
    for (RoundRecord round : step.rounds()) {
      Duration took = Duration.between(round.begun(), round.ended()).minus(round.frozen());
      if (step.rounds().size() == 1 && took.compareTo(limit) > 0) {
        return Optional.of("it took " + took);
      }
    }
    return Optional.empty();
  }

  static Optional<String> stops(History history, Step step) {
    for (RoundRecord round : step.rounds()) {
      if (!round.late().isEmpty()) {
        return Optional.of(round.late().toString());
      }
    }
    return Optional.empty();
  }

  /** By what the human said, not by what is remembered of it. */
  static Optional<String> quiet(History history, Step step) {
    for (Restart restart : step.restarts()) {
      if (isPaused(history, restart.target(), restart.at())) {
        return Optional.of(restart.key());
      }
    }
    for (Mail mail : step.mails()) {
      if (mail.about().size() == 1 && isPaused(history, mail.about().get(0), mail.at())) {
        return Optional.of(mail.key());
      }
    }
    return Optional.empty();
  }

  /** As far back as the clock is right and the ledger is that into which he said it. */
  private static boolean isPaused(History history, String target, Instant at) {
    Instant start = history.setting().start();
    for (Step step : history.eventful()) {
      for (int i = step.events().size() - 1; i >= 0; i--) {
        Event event = step.events().get(i);
        if (event.change() instanceof Change.Pause pause && pause.target().equals(target)) {
          return at.isBefore(start.plus(event.at()).plus(pause.span()));
        }
        boolean unsure = event.change() instanceof Change.ClockStep
            || event.change() instanceof Change.Mended
            || event.change() instanceof Change.Ledger harmed && harmed.harm().forgets();
        if (unsure) {
          return false;
        }
      }
    }
    return false;
  }
}
