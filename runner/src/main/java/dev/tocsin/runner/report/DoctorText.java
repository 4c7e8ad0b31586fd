package dev.tocsin.runner.report;

import dev.tocsin.runner.report.DoctorView.Check;
import dev.tocsin.runner.report.DoctorView.Verdict;
import dev.tocsin.runner.report.Table.Cell;

/** What was looked at as a table, and what gives us the rights that we lack. */
public final class DoctorText {

  private DoctorText() {}

  /** Each line ends in a line break. */
  public static String of(DoctorView view, Screen screen) {
    Table table = new Table();
    for (Check check : view.checks()) {
      boolean well = check.verdict() == Verdict.OK;
      table.row(
          Cell.of(Words.of(check.about())),
          new Cell(Words.of(check.verdict()), well ? Ink.GOOD : Ink.BAD),
          Cell.of(check.detail() + check.advice().map(what -> "; " + what).orElse("")));
    }
    return table.on(screen)
        + view.apply()
            .map(yaml -> "\nThis gives us what is missing:\n\n" + yaml)
            .orElse("");
  }
}
