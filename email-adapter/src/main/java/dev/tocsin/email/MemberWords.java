package dev.tocsin.email;

import dev.tocsin.email.Message.Fact;
import dev.tocsin.incident.Incident.Earlier;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Notice.Kind;
import dev.tocsin.incident.Notice.Member;
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
  private final TriedWords tried;

  MemberWords(Notice notice, Member member, ZoneId zone) {
    this.notice = notice;
    this.member = member;
    this.zone = zone;
    this.tried = new TriedWords(member, zone);
  }

  Message.Part part() {
    String id = isBlindness() ? "Blindness" : "Incident";
    return part(
        trouble(),
        isBlindness() ? List.of() : tried.all(),
        List.of(new Fact(id, member.about().toString())));
  }

  /** The same as one of many: a line. */
  Message.Part brief() {
    return part(List.of(line()), tried.brief(), List.of());
  }

  private Message.Part part(List<String> trouble, List<String> attempts, List<Fact> facts) {
    return new Message.Part(Plain.text(member.target()), plain(trouble), plain(attempts), facts);
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
            untold());
  }

  private String line() {
    String span =
        Spans.between(member.since(), member.until().orElse(notice.planned().at()));
    String times = member
        .until()
        .map(until -> "from " + time(member.since()) + " to " + time(until) + ", for " + span)
        .orElseGet(() -> "since " + time(member.since()) + ", for " + span);
    return member.target()
        + (isBlindness() ? ": not seen " : ": down ")
        + times
        + (member.symptom().isEmpty() ? "" : "; " + member.symptom())
        + (member.relapses() == 0 ? "" : "; failed again " + times(member.relapses()))
        + (isOver() ? untold() : "")
        + member.earlier().map(before -> ". " + earlier(before)).orElse("");
  }

  private String untold() {
    return member.begun() == Telling.TOLD ? "" : "; nobody is known to have been told before";
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

  /** Nothing, if it can be seen again. */
  Optional<String> doing() {
    if (!isOver()) {
      return Optional.of(Plain.text(done()));
    }
    return isBlindness()
        ? Optional.empty()
        : Optional.of(Plain.text(passing(member.until().get())));
  }

  private String passing(Instant since) {
    return "%s; it has been passing since %s, for %s when this was written."
        .formatted(
            tried.beforePassing(since),
            time(since),
            Spans.between(since, notice.planned().at()));
  }

  private String done() {
    if (isBlindness()) {
      return "Nothing is done: what cannot be seen is not repaired, and not called down.";
    }
    Why why = Why.of(member);
    if (notice.kind() == Kind.GAVE_UP) {
      return gaveUp(why);
    }
    return switch (why.code()) {
      case REPAIRING ->
        "Going to try " + why.facts() + ", right after this mail was written."
            + next(" Whether it passes again is known by %s, %s later.");
      case HELD ->
        "Nothing is repaired while this holds: " + ended(why.facts())
            + " When it no longer does, and the failure is confirmed afresh, a repair is tried.";
      case UNREPAIRED -> "No repair is configured for it.";
      case GAVE_UP, OTHER -> "Nothing is repaired now: " + ended(member.why()) + again();
    };
  }

  private String gaveUp(Why why) {
    String because = why.code() == Why.Code.HELD
        ? "an attempt did not help, and this holds the next: " + why.facts()
        : why.code() == Why.Code.GAVE_UP ? why.facts() : member.why();
    return "Gave up: " + ended(because) + again();
  }

  private String again() {
    return next(" The next attempt may come at %s at the earliest, %s after this was written.");
  }

  private String next(String sentence) {
    return member
        .next()
        .map(at -> sentence.formatted(time(at), Spans.between(notice.planned().at(), at)))
        .orElse("");
  }

  private static String ended(String clause) {
    return clause.endsWith(".") ? clause : clause + ".";
  }

  /** What that means for a reader; empty if that is said already. */
  String meaning() {
    if (isOver()) {
      return "There is nothing that you have to do.";
    }
    return switch (notice.kind()) {
      case BLIND -> "If " + it("it goes", "they go") + " down now, nobody notices.";
      case GAVE_UP -> mend() + " " + it("It is", "They are") + " still looked at.";
      default ->
        switch (Why.of(member).code()) {
          case REPAIRING -> "You need not do anything yet.";
          case HELD -> it("It is", "They are") + " down until then.";
          case UNREPAIRED, GAVE_UP -> mend();
          case OTHER -> "";
        };
    };
  }

  private String mend() {
    return "Somebody has to mend " + it("it", "them") + ".";
  }

  private String it(String alone, String among) {
    return notice.members().size() == 1 ? alone : among;
  }

  /** What will be told next, if it is told; empty if nothing is. */
  String promise() {
    boolean repairing =
        notice.kind() != Kind.GAVE_UP && Why.of(member).code() == Why.Code.REPAIRING;
    return repairing && !isOver() && !isBlindness()
        ? "You will be told of the recovery, or when a human is needed."
        : promiseOfEnd();
  }

  /** The same to whom nobody says that a human is needed. */
  String promiseOfEnd() {
    if (isOver()) {
      return "";
    }
    return isBlindness()
        ? "You will be told when " + it("it", "they") + " can be seen again."
        : "You will be told of the recovery.";
  }
}
