package dev.tocsin.email;

import dev.tocsin.incident.Incident.Earlier;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Notice.Member;
import dev.tocsin.incident.Telling;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A notice in words. A pure function of the notice, so that a resend has the same words.
 *
 * @param subject one line
 * @param body plain text; lines end in a line feed
 */
record NoticeText(String subject, String body) {

  private static final String PREFIX = "[tocsin] ";
  private static final int SUBJECT_LIMIT = 180;
  private static final String FOOT = """
      --\s
      Tocsin tells once per incident. This mail may repeat, with the same Message-ID,
      if the mail server's answer was lost.
      """;

  static NoticeText of(Notice notice, ZoneId zone) {
    String headline = Headline.of(notice);
    String members = notice.members().stream()
        .map(m -> member(notice, m, zone))
        .collect(Collectors.joining("\n"));
    String body = Plain.text(headline) + "\n\n" + members + "\n" + facts(notice, zone) + FOOT;
    return new NoticeText(PREFIX + Plain.text(headline, SUBJECT_LIMIT), body);
  }

  private static String member(Notice notice, Member member, ZoneId zone) {
    StringBuilder lines = new StringBuilder();
    line(lines, "Target", member.target());
    span(lines, notice, member, zone);
    line(lines, isAboutIncident(notice) ? seen(member) : "Because", member.symptom());
    if (member.until().isEmpty()) {
      line(lines, "What is done", doing(notice, member));
    }
    if (isAboutIncident(notice)) {
      line(lines, "Tried so far", tried(member));
    }
    if (member.relapses() > 0) {
      line(lines, "Came and went", "failed again " + times(member.relapses()) + " after a pass");
    }
    member.earlier().ifPresent(e -> line(lines, "Before that", earlier(e, zone)));
    line(
        lines,
        isAboutIncident(notice) ? "Incident" : "Blindness",
        member.about().toString());
    return lines.toString();
  }

  private static String seen(Member member) {
    return member.until().isEmpty() ? "Seen" : "Was seen";
  }

  private static void span(StringBuilder lines, Notice notice, Member member, ZoneId zone) {
    String since = Spans.time(member.since(), zone);
    String word = isAboutIncident(notice) ? "Down" : "Not seen";
    if (member.until().isEmpty()) {
      String span = Spans.between(member.since(), notice.planned().at());
      line(lines, word + " since", since + ", for " + span + " when this was written");
      return;
    }
    line(lines, word + " from", since);
    String until = Spans.time(member.until().get(), zone);
    String span = Spans.between(member.since(), member.until().get());
    line(lines, "Until", until + ", for " + span + beginning(notice, member));
  }

  /** The end of something whose beginning was not told tells both. */
  private static String beginning(Notice notice, Member member) {
    boolean end = notice.kind() == Notice.Kind.RECOVERY || notice.kind() == Notice.Kind.SIGHT_BACK;
    return end && member.begun() != Telling.TOLD ? "; not known to have been told before" : "";
  }

  private static String doing(Notice notice, Member member) {
    if (!isAboutIncident(notice)) {
      return "nothing: what cannot be seen is not repaired, and not called down";
    }
    return member.why().isEmpty() ? "nothing" : Headline.intention(member);
  }

  private static String tried(Member member) {
    return member.attempts() == 0 ? "nothing" : attempts(member.attempts());
  }

  private static String earlier(Earlier earlier, ZoneId zone) {
    return "down from %s to %s, for %s, and recovered; %s (incident %s)"
        .formatted(
            Spans.time(earlier.since(), zone),
            Spans.time(earlier.until(), zone),
            Spans.between(earlier.since(), earlier.until()),
            earlier.alert() == Telling.TOLD
                ? "its end was not told before"
                : "it was not told before",
            earlier.id());
  }

  private static String facts(Notice notice, ZoneId zone) {
    StringBuilder lines = new StringBuilder();
    cause(notice).ifPresent(c -> line(lines, "In common", c));
    line(lines, "Written", Spans.time(notice.planned().at(), zone));
    line(lines, "Notice", notice.key());
    return lines.append('\n').toString();
  }

  private static Optional<String> cause(Notice notice) {
    return notice.members().size() > 1 ? notice.cause() : Optional.empty();
  }

  private static boolean isAboutIncident(Notice notice) {
    return notice.kind() != Notice.Kind.BLIND && notice.kind() != Notice.Kind.SIGHT_BACK;
  }

  private static String attempts(int count) {
    return count == 1 ? "1 attempt" : count + " attempts";
  }

  private static String times(int count) {
    return count == 1 ? "once" : count + " times";
  }

  private static void line(StringBuilder lines, String label, String text) {
    lines.append("%-16s".formatted(label + ":")).append(Plain.text(text)).append('\n');
  }
}
