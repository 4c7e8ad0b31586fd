package dev.tocsin.email;

import dev.tocsin.incident.Attempts.Result;
import dev.tocsin.incident.Notice.Member;
import dev.tocsin.incident.Notice.Tried;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was tried for one target, in sentences that say what is known and no more. */
record TriedWords(Member member, ZoneId zone) {

  /** All of it: how often, and the latest attempts. */
  List<String> all() {
    String title = member.until().isPresent() ? "Tried: " : "Tried before: ";
    if (member.attempts() == 0) {
      return List.of(title + "nothing.");
    }
    List<String> lines = new ArrayList<>();
    lines.add(title + attempts() + introduced());
    member.tried().forEach(tried -> lines.add("- " + line(tried)));
    return lines;
  }

  /** The same in one line; nothing if nothing was tried. */
  List<String> brief() {
    if (member.attempts() == 0) {
      return List.of();
    }
    int known = member.tried().size();
    String last = known == 0 ? "" : ", the last one " + line(member.tried().get(known - 1));
    return List.of(member.target() + ": " + attempts() + last + ".");
  }

  /** The last attempt that was accepted before it passed again: before, not therefore. */
  String beforePassing(Instant passing) {
    return member.tried().stream()
        .filter(tried -> tried.result() == Result.ACCEPTED && !tried.at().isAfter(passing))
        .reduce((earlier, later) -> later)
        .map(tried -> step(tried) + " was tried and accepted at " + Spans.time(tried.at(), zone))
        .orElseGet(() -> member.attempts() == 0
            ? "Nothing was tried"
            : "None of " + attempts() + " is known to have been accepted before");
  }

  private String introduced() {
    int known = member.tried().size();
    return known == 0 ? "." : known < member.attempts() ? ", the latest of them:" : ":";
  }

  private String attempts() {
    return member.attempts() == 1 ? "1 attempt" : member.attempts() + " attempts";
  }

  private String line(Tried tried) {
    return step(tried) + " at " + Spans.time(tried.at(), zone) + ", " + result(tried);
  }

  private static String step(Tried tried) {
    return Optional.of(tried.step()).filter(step -> !step.isEmpty()).orElse("an attempt");
  }

  private static String result(Tried tried) {
    return tried.result() == Result.NOT_KNOWN
        ? "with an outcome that is not known"
        : tried.result().name().toLowerCase(Locale.ROOT);
  }
}
