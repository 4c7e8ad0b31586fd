package dev.tocsin.runner.simulate;

import dev.tocsin.incident.Decision;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.State;
import dev.tocsin.incident.Transition;
import dev.tocsin.simulation.law.Invariant;
import dev.tocsin.simulation.law.Violation;
import dev.tocsin.simulation.world.History;
import dev.tocsin.simulation.world.Mail;
import dev.tocsin.simulation.world.Restart;
import dev.tocsin.simulation.world.RoundRecord;
import dev.tocsin.simulation.world.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes a view of a history. */
final class HistoryReading {

  private final Played played;
  private final History history;

  private HistoryReading(Played played) {
    this.played = played;
    this.history = played.history();
  }

  static HistoryView of(Played played) {
    return new HistoryReading(played).view();
  }

  private HistoryView view() {
    Instant start = history.setting().start();
    return new HistoryView(
        played.title(),
        played.why(),
        played.origin(),
        "UTC",
        history.setting().interval().toSeconds(),
        start,
        history.last().map(Step::ended).orElse(start),
        figures(),
        history.setting().workloads().stream().map(w -> lane(w.name())).toList(),
        history.mails().map(HistoryReading::letter).toList(),
        Fault.of(history),
        judged());
  }

  private List<List<String>> figures() {
    Tally tally = Tally.of(history);
    return List.of(
        List.of("mails", String.valueOf(tally.mails())),
        List.of("restarts", String.valueOf(tally.restarts())),
        List.of("pointless restarts", String.valueOf(tally.pointless())),
        List.of("outages", String.valueOf(tally.outages())),
        List.of("until told", Tally.words(tally.medianUntilTold())),
        List.of("until it was over", Tally.words(tally.medianUntilRepaired())));
  }

  // Rounds

  private HistoryView.Lane lane(String target) {
    List<HistoryView.Look> looks = new ArrayList<>();
    for (Step step : history.inOrder()) {
      for (RoundRecord round : step.rounds()) {
        looks.add(look(step, round, target));
      }
    }
    looks.sort(Comparator.comparing(HistoryView.Look::at));
    return new HistoryView.Lane(
        target,
        looks,
        history
            .restarts()
            .filter(r -> r.target().equals(target))
            .map(HistoryReading::repair)
            .toList());
  }

  private static HistoryView.Look look(Step step, RoundRecord round, String target) {
    Optional<Decision> decision = decision(round, target);
    Optional<Sighting> sighting = Optional.ofNullable(round.seen().get(target));
    boolean rehearsal = step.isRehearsal() && round == step.round();
    List<State> path =
        decision.filter(d -> !rehearsal).map(HistoryReading::path).orElse(List.of());
    State state = path.isEmpty() ? step.after().of(target).state() : path.get(path.size() - 1);
    return new HistoryView.Look(
        round.begun(),
        state,
        path,
        sighting.map(s -> seen(s.observation())).orElse("unknown"),
        sighting.map(s -> s.observation().inFull()).orElse("it did not look"),
        sighting.map(Sighting::preconditions).orElse(List.of()).stream()
            .map(HistoryReading::fact)
            .toList(),
        (rehearsal ? "rehearsal: " : "")
            + decision.map(d -> d.reason().sentence()).orElse("nothing was decided"),
        remarks(round));
  }

  private static Optional<Decision> decision(RoundRecord round, String target) {
    return round
        .report()
        .flatMap(report -> report.plan())
        .flatMap(plan ->
            plan.decisions().stream().filter(d -> d.target().equals(target)).findFirst());
  }

  /** The states that it went through, in order. */
  static List<State> path(Decision decision) {
    return Stream.concat(
            Stream.of(decision.before().state()), decision.path().stream().map(Transition::to))
        .toList();
  }

  private static List<String> remarks(RoundRecord round) {
    List<String> remarks = new ArrayList<>(round.happened());
    round.report().ifPresent(report -> remarks.addAll(report.remarks()));
    return remarks;
  }

  private static String seen(Observation observation) {
    if (observation instanceof Observation.Passing) {
      return "passing";
    }
    return observation instanceof Observation.Failing ? "failing" : "unknown";
  }

  private static HistoryView.Fact fact(Precondition precondition) {
    return new HistoryView.Fact(precondition.name(), precondition.verdict(), precondition.detail());
  }

  // What it did

  private static HistoryView.Repair repair(Restart restart) {
    String outcome = restart.pointless() ? "it could not help" : "it took effect";
    return new HistoryView.Repair(
        restart.at(), restart.key(), restart.step(), outcome, !restart.pointless());
  }

  private static HistoryView.Letter letter(Mail mail) {
    String outcome = mail.answered() ? "delivered" : "delivered, and the answer was lost";
    return new HistoryView.Letter(
        mail.at(), mail.subject(), mail.about(), outcome, mail.answered());
  }

  private List<HistoryView.Judged> judged() {
    return Stream.concat(
            played.violations().stream()
                .map(v -> new HistoryView.Judged(
                    v.invariant().name(), "broken", Optional.of(v.what()), Optional.of(v.at()))),
            played.judged().stream()
                .filter(this::isHeld)
                .map(i ->
                    new HistoryView.Judged(i.name(), "held", Optional.empty(), Optional.empty())))
        .toList();
  }

  private boolean isHeld(Invariant invariant) {
    return played.violations().stream().map(Violation::invariant).noneMatch(invariant::equals);
  }
}
