package dev.tocsin.runner.report;

import dev.tocsin.runner.report.Table.Cell;
import dev.tocsin.runner.report.TestMailView.Fate;
import dev.tocsin.runner.report.TestMailView.Mail;

/** What became of each mail as a table. */
public final class TestMailText {

  private TestMailText() {}

  /** Each line ends in a line break. */
  public static String of(TestMailView view, Screen screen) {
    Table table = new Table().heading("KIND", "TO", "MAIL", "ANSWER");
    for (Mail mail : view.mails()) {
      table.row(
          Cell.of(Words.of(mail.kind())),
          Cell.of(mail.to()),
          new Cell(Words.of(mail.fate()), mail.fate() == Fate.TAKEN ? Ink.GOOD : Ink.BAD),
          Cell.of(mail.answer().replaceAll("\\p{C}+", " ")));
    }
    return table.on(screen);
  }
}
