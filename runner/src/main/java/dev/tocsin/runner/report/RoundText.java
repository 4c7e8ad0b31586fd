package dev.tocsin.runner.report;

import dev.tocsin.incident.Reason;
import dev.tocsin.incident.State;
import dev.tocsin.runner.report.RoundView.Mode;
import dev.tocsin.runner.report.Table.Cell;
import java.util.ArrayList;
import java.util.List;

/** A round as a table. */
public final class RoundText {

  private static final String NOTHING = "-";

  private final RoundView view;
  private final Screen screen;

  private RoundText(RoundView view, Screen screen) {
    this.view = view;
    this.screen = screen;
  }

  /** Each line ends in a line break. Of a round that is not well the remarks are complaints. */
  public static String of(RoundView view, Screen screen) {
    return new RoundText(view, screen).text();
  }

  /**
   * What is wrong with the round itself, a line each: for who reads nothing of one that is well.
   */
  public static List<String> complaints(RoundView view) {
    if (view.exitCode() == 0) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    view.remarks().forEach(remark -> lines.add("remark: " + remark));
    view.notices()
        .forEach(notice -> notice
            .outcome()
            .filter(outcome -> outcome.kind() != OutcomeView.Kind.DONE)
            .ifPresent(outcome -> lines.add(notice.kind() + " of "
                + String.join(", ", notice.targets()) + ": " + outcome.text())));
    view.targets()
        .forEach(line -> line.attempt()
            .ifPresent(attempt -> attempt
                .outcome()
                .filter(outcome -> outcome.kind() == OutcomeView.Kind.REFUSED)
                .ifPresent(outcome ->
                    lines.add(attempt.step() + " of " + line.target() + ": " + outcome.text()))));
    return lines;
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    if (view.mode() == Mode.DRY_RUN) {
      text.append("Dry run: nothing is written, nothing is told, nothing is repaired.\n\n");
    }
    if (!view.targets().isEmpty()) {
      text.append(targets());
    }
    if (!view.notices().isEmpty()) {
      text.append('\n').append(notices());
    }
    if (view.exitCode() == 0) {
      view.remarks().forEach(r -> text.append("remark: ").append(r).append('\n'));
    }
    return text.toString();
  }

  /** What was not seen is not shown as well or ill. */
  private static Ink ink(RoundView.Line line) {
    List<State> states = line.states();
    boolean unseen = line.reason().code() == Reason.Code.UNKNOWN;
    return unseen ? Ink.FAINT : Ink.of(states.get(states.size() - 1));
  }

  private String targets() {
    Table table = new Table().heading("TARGET", "STATE", "WHY", done());
    for (RoundView.Line line : view.targets()) {
      List<State> states = line.states();
      table.row(
          new Cell(line.target(), Ink.STRONG),
          new Cell(Words.path(states), ink(line)),
          Cell.of(line.reason().sentence()),
          line.attempt().map(this::attempt).orElse(Cell.of(NOTHING)));
    }
    return table.on(screen);
  }

  private String done() {
    return view.mode() == Mode.RUN ? "DONE" : "WOULD DO";
  }

  private Cell attempt(AttemptView attempt) {
    return attempt
        .outcome()
        .map(o -> new Cell(attempt.step() + ": " + o.text(), o.ink()))
        .orElse(Cell.of(attempt.text()));
  }

  private String notices() {
    String told = view.mode() == Mode.RUN ? "OUTCOME" : "WOULD TELL";
    Table table = new Table().heading("NOTICE", "OF", told);
    for (NoticeView notice : view.notices()) {
      table.row(
          new Cell(notice.kind().name(), Ink.STRONG),
          Cell.of(String.join(", ", notice.targets())),
          notice.outcome().map(o -> new Cell(o.text(), o.ink())).orElse(Cell.of(notice.key())));
    }
    return table.on(screen);
  }
}
