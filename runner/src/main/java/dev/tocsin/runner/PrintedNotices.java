package dev.tocsin.runner;

import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Outcome;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Recorded;
import dev.tocsin.runner.report.Words;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
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
        .map(member -> line(notice, member))
        .collect(Collectors.joining("\n  ", "*** " + kind + cause + "\n  ", "\n"));
  }

  private String line(Notice notice, Notice.Member member) {
    String since = words.time(member.since());
    if (notice.kind() != Notice.Kind.RECOVERY || member.until().isEmpty()) {
      String until = member.until().map(u -> " until " + words.time(u)).orElse("");
      return member.target() + " since " + since + until + ": " + member.symptom() + why(member);
    }
    Instant until = member.until().get();
    String span = Words.span(Duration.between(member.since(), until));
    return member.target() + " has recovered after " + span + ": it was " + member.symptom()
        + " from " + since + " until " + words.time(until) + why(member);
  }

  /** The rule's words, and its facts unless they are what was seen, which is said already. */
  private static String why(Notice.Member member) {
    String why = member.why();
    int end = why.indexOf(": ");
    String facts = why.substring(end < 0 ? 0 : end + 2).replaceFirst("…$", "");
    boolean known = member.symptom().startsWith(facts);
    String added = known ? why.substring(0, Math.max(0, end)) : why;
    return added.isEmpty() ? "" : "; " + added;
  }
}
