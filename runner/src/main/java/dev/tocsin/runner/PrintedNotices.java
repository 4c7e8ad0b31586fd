package dev.tocsin.runner;

import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Outcome;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Recorded;
import dev.tocsin.runner.report.Words;
import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells by printing, when no mail is configured. */
final class PrintedNotices implements Deeds.Teller {

  private final PrintStream out;
  private final Words words;

  PrintedNotices(PrintStream out, Words words) {
    this.out = out;
    this.words = words;
  }

  /** Printed is told; a stream that nobody reads any more told nobody. */
  @Override
  public Outcome tell(Recorded<Notice> notice, Deadline deadline) {
    out.println(text(notice.intent()));
    return out.checkError()
        ? new Outcome.NotDone("the stream for notices is closed")
        : new Outcome.Done("printed");
  }

  private String text(Notice notice) {
    String kind = notice.kind().name().toUpperCase(Locale.ROOT).replace('_', ' ');
    String cause = notice.cause().map(c -> " (" + c + ")").orElse("");
    return notice.members().stream()
        .map(this::line)
        .collect(Collectors.joining("\n  ", "*** " + kind + cause + "\n  ", "\n"));
  }

  private String line(Notice.Member member) {
    String until = member.until().map(u -> " until " + words.time(u)).orElse("");
    String why = member.why().isEmpty() ? "" : "; " + member.why();
    return member.target()
        + " since "
        + words.time(member.since())
        + until
        + ": "
        + member.symptom()
        + why;
  }
}
