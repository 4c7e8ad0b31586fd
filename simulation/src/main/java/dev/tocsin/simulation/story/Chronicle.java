package dev.tocsin.simulation.story;

import dev.tocsin.incident.Decision;
import dev.tocsin.incident.Outcome;
import dev.tocsin.round.RoundReport;
import dev.tocsin.simulation.world.Change;
import dev.tocsin.simulation.world.Event;
import dev.tocsin.simulation.world.History;
import dev.tocsin.simulation.world.Mail;
import dev.tocsin.simulation.world.Restart;
import dev.tocsin.simulation.world.RoundRecord;
import dev.tocsin.simulation.world.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was seen, in words: every move, every mail, every restart, every round that went wrong. */
final class Chronicle {

  private final Axis axis;

  private long mails;
  private long restarts;

  Chronicle(Instant start) {
    this.axis = new Axis(start);
  }

  /** All that was told to it so far. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(axis.lines());
    lines.add("in all  " + count(mails, "mail") + ", " + count(restarts, "restart"));
    return lines;
  }

  /** What happened in the calm that begins after this time, and what came of it. */
  void calm(History history, Instant begins) {
    List<Step> steps =
        history.inOrder().stream().filter(step -> step.at().isAfter(begins)).toList();
    steps.stream()
        .limit(1)
        .flatMap(step -> mended(step).stream())
        .forEach(event -> axis.add(begins, event.change().toString()));
    steps.forEach(this::step);
  }

  /** What ended the storm, and what was done with the world then. */
  private static List<Event> mended(Step step) {
    int first = 0;
    for (int i = 0; i < step.events().size(); i++) {
      first = step.events().get(i).change() instanceof Change.Mended ? i : first;
    }
    return step.events().subList(first, step.events().size());
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  /** The next one. */
  void step(Step step) {
    mails += step.mails().size();
    restarts += step.restarts().size();
    for (RoundRecord round : step.rounds()) {
      round.happened().forEach(what -> axis.add(step.at(), "round was " + what));
      boolean rehearsal = step.isRehearsal() && round == step.round();
      String before = rehearsal ? "rehearsal: " : "";
      round.report().ifPresent(report -> report(step.at(), before, report));
    }
    step.mails().forEach(mail -> axis.add(step.at(), words(mail)));
    step.restarts().forEach(restart -> axis.add(step.at(), words(restart)));
  }

  private void report(Instant at, String before, RoundReport report) {
    report
        .plan()
        .ifPresent(plan -> plan.decisions().stream()
            .filter(d -> !d.path().isEmpty())
            .forEach(d -> axis.add(at, before + words(d))));
    report.outcomes().forEach((key, outcome) -> {
      if (!(outcome instanceof Outcome.Done)) {
        axis.add(at, key + " is " + words(outcome));
      }
    });
    if (report.exitCode() != 0) {
      axis.add(at, "round ended with exit code " + report.exitCode());
    }
    report.remarks().forEach(remark -> axis.add(at, before + "round says: " + remark));
  }

  private static String words(Decision decision) {
    StringBuilder way = new StringBuilder(decision.before().state().name());
    decision.path().forEach(row -> way.append(" -> ").append(row.to()));
    return decision.target() + " " + way + ", " + decision.reason().sentence();
  }

  private static String words(Outcome outcome) {
    if (outcome instanceof Outcome.NotDone not) {
      return "not done: " + not.detail();
    } else if (outcome instanceof Outcome.Refused refused) {
      return "refused: " + refused.detail();
    } else if (outcome instanceof Outcome.Rejected rejected) {
      return "rejected: " + rejected.detail();
    }
    return "unclear: " + ((Outcome.Unclear) outcome).detail();
  }

  private static String words(Mail mail) {
    return "mail: " + mail.subject();
  }

  private static String words(Restart restart) {
    return "restart of " + restart.target() + " (" + restart.step() + ")"
        + (restart.pointless() ? ", pointless" : "");
  }
}
