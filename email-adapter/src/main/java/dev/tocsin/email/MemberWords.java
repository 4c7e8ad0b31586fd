package dev.tocsin.email;

import dev.tocsin.email.Message.Fact;
import dev.tocsin.incident.Incident.Earlier;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Notice.Kind;
import dev.tocsin.incident.Notice.Member;
import dev.tocsin.incident.Reason;
import dev.tocsin.incident.Telling;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One target of a notice in sentences. Each is derived from a fact that the notice holds. */
final class MemberWords {

  private final Notice notice;
  private final Member member;
  private final ZoneId zone;

  MemberWords(Notice notice, Member member, ZoneId zone) {
    this.notice = notice;
    this.member = member;
    this.zone = zone;
  }

  Message.Part part() {
    return new Message.Part(
        Plain.text(member.target()),
        plain(trouble()),
        plain(tried()),
        List.of(
            new Fact(isBlindness() ? "Blindness" : "Incident", member.about().toString())));
  }

  private static List<String> plain(List<String> sentences) {
    return sentences.stream().map(Plain::text).toList();
  }

  private boolean isBlindness() {
    return notice.kind() == Kind.BLIND || notice.kind() == Kind.SIGHT_BACK;
  }

  private boolean isOver() {
    return member.until().isPresent();
  }

  // What is broken

  private List<String> trouble() {
    List<String> lines = new ArrayList<>();
    lines.add(lasting());
    if (!member.symptom().isEmpty()) {
      lines.add((isBlindness() ? "Because: " : isOver() ? "What was seen: " : "What is seen: ")
          + member.symptom());
    }
    if (member.relapses() > 0) {
      lines.add("It failed again " + times(member.relapses()) + " after a pass.");
    }
    member.earlier().map(this::earlier).ifPresent(lines::add);
    return lines;
  }

  private String lasting() {
    String trouble = isBlindness() ? "not been seen" : "been down";
    if (!isOver()) {
      return "%s has %s since %s, for %s when this was written."
          .formatted(
              member.target(),
              trouble,
              time(member.since()),
              Spans.between(member.since(), notice.planned().at()));
    }
    Instant until = member.until().get();
    return "%s %s from %s to %s, for %s%s."
        .formatted(
            member.target(),
            isBlindness() ? "was not seen" : "was down",
            time(member.since()),
            time(until),
            Spans.between(member.since(), until),
            member.begun() == Telling.TOLD ? "" : "; nobody is known to have been told before");
  }

  private String earlier(Earlier earlier) {
    return "Before that it was down from %s to %s, for %s, and recovered; %s (incident %s)."
        .formatted(
            time(earlier.since()),
            time(earlier.until()),
            Spans.between(earlier.since(), earlier.until()),
            earlier.alert() == Telling.TOLD
                ? "nobody was told of its end"
                : "nobody was told of it",
            earlier.id());
  }

  private String time(Instant at) {
    return Spans.time(at, zone);
  }

  private static String times(int count) {
    return count == 1 ? "once" : count + " times";
  }

  // What is done

  /** Nothing, if it is over. */
  Optional<String> doing() {
    return isOver() ? Optional.empty() : Optional.of(Plain.text(done()));
  }

  private String done() {
    if (isBlindness()) {
      return "Nothing is done: what cannot be seen is not repaired, and not called down.";
    }
    if (notice.kind() == Kind.GAVE_UP) {
      return "No attempt will come without you: " + ended(member.why());
    }
    Why why = Why.of(member);
    return switch (why.code()) {
      case REPAIRING -> "Going to try " + why.facts() + ", right after this mail was written.";
      case HELD ->
        "Nothing is repaired while this holds: " + ended(why.facts())
            + " When it no longer does, and the failure is confirmed afresh, a repair is tried.";
      case UNREPAIRED -> "No repair is configured for it.";
      case OTHER -> "Nothing is repaired now: " + ended(member.why());
    };
  }

  private static String ended(String clause) {
    return clause.endsWith(".") ? clause : clause + ".";
  }

  String meaning() {
    if (isOver()) {
      return "There is nothing that you have to do.";
    }
    return switch (notice.kind()) {
      case BLIND ->
        "If it goes down now, nobody notices. You will be told when it can be seen again.";
      case GAVE_UP ->
        "Somebody has to mend it. It is still looked at, and you will be told of the recovery.";
      default ->
        switch (Why.of(member).code()) {
          case REPAIRING ->
            "You need not do anything yet. You will be told of the recovery, or when a human is"
                + " needed.";
          case HELD -> "It is down until then. You will be told of the recovery.";
          case UNREPAIRED -> "Somebody has to mend it. You will be told of the recovery.";
          case OTHER -> "You will be told of the recovery.";
        };
    };
  }

  private List<String> tried() {
    if (isBlindness()) {
      return List.of();
    }
    String attempts = member.attempts() == 1 ? "1 attempt" : member.attempts() + " attempts";
    return List.of("Tried before: " + (member.attempts() == 0 ? "nothing" : attempts) + ".");
  }

  /**
   * Why a member stands as it does, by the rule's own words.
   *
   * @param code what that comes to for a reader
   * @param facts what follows the rule's words
   */
  record Why(Code code, String facts) {

    /** What a reader wants to know first. */
    enum Code {
      REPAIRING,
      HELD,
      UNREPAIRED,
      OTHER
    }

    static Why of(Member member) {
      return after(member, Reason.Code.REMEDIATING, Code.REPAIRING)
          .or(() -> after(member, Reason.Code.HELD, Code.HELD))
          .or(() -> after(member, Reason.Code.NO_REMEDIATION, Code.UNREPAIRED))
          .orElse(new Why(Code.OTHER, member.why()));
    }

    private static Optional<Why> after(Member member, Reason.Code rule, Code code) {
      String words = rule.words();
      boolean alone = member.why().equals(words);
      return alone || member.why().startsWith(words + ": ")
          ? Optional.of(new Why(code, alone ? "" : member.why().substring(words.length() + 2)))
          : Optional.empty();
    }
  }
}
