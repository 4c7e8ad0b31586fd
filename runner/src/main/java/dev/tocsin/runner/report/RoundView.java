package dev.tocsin.runner.report;

import dev.tocsin.incident.Decision;
import dev.tocsin.incident.Plan;
import dev.tocsin.incident.State;
import dev.tocsin.incident.Transition;
import dev.tocsin.round.RoundReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a round did, as shown.
 *
 * @param at when it was shown
 * @param mode whether anything was done
 * @param ending how it ended
 * @param exitCode of the process
 * @param targets one line per target, by name
 * @param notices told or to be told in this round, in order
 * @param remarks what a human should know
 * @param bugs bugs of ours
 */
public record RoundView(
    Instant at,
    Mode mode,
    RoundReport.Ending ending,
    int exitCode,
    List<Line> targets,
    List<NoticeView> notices,
    List<String> remarks,
    List<String> bugs) {

  /** Whether anything was done. */
  public enum Mode {
    RUN,
    DRY_RUN
  }

  /**
   * One target.
   *
   * @param target its name
   * @param states where it stood, and where it went
   * @param reason why
   * @param attempt made or looked for in this round
   */
  public record Line(
      String target, List<State> states, ReasonView reason, Optional<AttemptView> attempt) {}

  /** The view of a report. */
  public static RoundView of(RoundReport report, Mode mode, Instant at) {
    return new RoundView(
        at,
        mode,
        report.ending(),
        mode == Mode.RUN ? report.exitCode() : Rehearsal.exitCode(report),
        decisions(report).stream().map(d -> line(d, report, mode)).toList(),
        report.plan().stream()
            .map(Plan::notices)
            .flatMap(List::stream)
            .map(n -> NoticeView.of(n, report.outcomes()))
            .toList(),
        report.remarks(),
        report.bugs());
  }

  private static List<Decision> decisions(RoundReport report) {
    return report.plan().map(Plan::decisions).orElse(List.of());
  }

  private static Line line(Decision decision, RoundReport report, Mode mode) {
    List<State> states = states(decision);
    if (mode == Mode.RUN) {
      report.ledger().map(l -> l.of(decision.target()).state()).ifPresent(settled -> {
        if (settled != states.get(states.size() - 1)) {
          states.add(settled);
        }
      });
    }
    return new Line(
        decision.target(),
        List.copyOf(states),
        ReasonView.of(decision.reason()),
        decision.act().map(a -> AttemptView.of(a, report.outcomes())));
  }

  /** Where it stood, and each state entered. */
  static List<State> states(Decision decision) {
    List<State> states = new ArrayList<>();
    states.add(decision.before().state());
    decision.path().stream().map(Transition::to).forEach(states::add);
    return states;
  }
}
