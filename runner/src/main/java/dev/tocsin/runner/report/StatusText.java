package dev.tocsin.runner.report;

import dev.tocsin.incident.Telling;
import dev.tocsin.runner.report.Table.Cell;
import java.util.ArrayList;
import java.util.List;

/** What is remembered, as a table. */
public final class StatusText {

  private static final String NOT_KNOWN =
      "It is not known when the last round was: the ledger was damaged or lost.\n";

  private final StatusView view;
  private final Screen screen;
  private final Words words;

  private StatusText(StatusView view, Screen screen, Words words) {
    this.view = view;
    this.screen = screen;
    this.words = words;
  }

  /** Each line ends in a line break. */
  public static String of(StatusView view, Screen screen, Words words) {
    return new StatusText(view, screen, words).text();
  }

  private String text() {
    StringBuilder text = new StringBuilder(view.rounds().map(this::rounds).orElse(NOT_KNOWN));
    Table table = new Table().heading("TARGET", "STATE", "SINCE", "ALERT", "ATTEMPTS", "MORE");
    view.targets().forEach(line -> row(table, line));
    text.append('\n').append(table.on(screen));
    view.remarks().forEach(r -> text.append("remark: ").append(r).append('\n'));
    return text.toString();
  }

  private String rounds(long rounds) {
    return view.lastRound()
        .map(at -> "Round " + rounds + "; the last that counted was at " + words.past(at) + ".\n")
        .orElse("There has been no round yet.\n");
  }

  private void row(Table table, StatusView.Line line) {
    table.row(
        new Cell(line.target(), Ink.STRONG),
        new Cell(
            line.state().name(), line.blindSince().isPresent() ? Ink.FAINT : Ink.of(line.state())),
        Cell.of(line.since().map(words::past).orElse("-")),
        new Cell(alert(line), line.alert() == Telling.OWED ? Ink.BAD : Ink.PLAIN),
        Cell.of(line.incident().isPresent() ? "" + line.attempts() : "-"),
        Cell.of(String.join("; ", more(line))));
  }

  private static String alert(StatusView.Line line) {
    return line.alert() == Telling.NOT_DUE ? "-" : Words.of(line.alert());
  }

  private List<String> more(StatusView.Line line) {
    List<String> more = new ArrayList<>();
    if (!line.configured()) {
      more.add("no longer configured");
    }
    line.pausedUntil().ifPresent(t -> more.add("paused until " + words.coming(t)));
    line.blindSince().ifPresent(t -> more.add("blind since " + words.past(t)));
    line.owed().forEach(o -> more.add("owes " + o.text()));
    line.symptom().ifPresent(more::add);
    return more;
  }
}
