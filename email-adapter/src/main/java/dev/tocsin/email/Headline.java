package dev.tocsin.email;

import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Notice.Member;
import dev.tocsin.incident.Telling;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one sentence of a notice: what is wrong, and what is done about it. */
final class Headline {

  private static final int NAMED = 2;
  private static final Pattern CLAUSE =
      Pattern.compile("([^:;]* (?:is|are|has|have|was|were|cannot|may) [^:;]*)(?:[:;].*)?");

  private final Notice notice;
  private final Member first;

  private Headline(Notice notice) {
    this.notice = notice;
    this.first = notice.members().get(0);
  }

  static String of(Notice notice) {
    return new Headline(notice).sentence();
  }

  private String sentence() {
    return switch (notice.kind()) {
      case ALERT -> cause() + names() + one(" is", " are") + " down" + doing();
      case GAVE_UP ->
        cause() + names() + one(" is", " are") + " still down: gave up, a human is needed";
      case REMINDER -> cause() + names() + one(" is", " are") + " still down" + lasting() + doing();
      case BLIND -> "cannot see " + names() + blindBecause();
      case SIGHT_BACK -> sightBack();
      case RECOVERY -> cause() + recovery();
    };
  }

  private String recovery() {
    if (alone()) {
      return beginningTold()
          ? names() + " has recovered after " + span()
          : names() + " was down for " + span() + " and has recovered";
    }
    return names() + (beginningTold() ? " have recovered" : " were down and have recovered");
  }

  private String sightBack() {
    if (alone()) {
      return beginningTold()
          ? "can see " + names() + " again after " + span()
          : "could not see " + names() + " for " + span() + " and can again";
    }
    return beginningTold()
        ? "can see " + names() + " again"
        : "could not see " + names() + " and can again";
  }

  /** Many have one cause, or none in common; the cause of a single one is in what is done. */
  private String cause() {
    return alone() ? "" : notice.cause().map(c -> c + ": ").orElse("");
  }

  private String blindBecause() {
    return notice.cause().map(c -> ": " + c).orElse("");
  }

  /** What is done, as an intention: a notice is sent before anything is tried. */
  private String doing() {
    if (!alone() || first.why().isEmpty()) {
      return "";
    }
    MemberWords.Why why = MemberWords.Why.of(first);
    return switch (why.code()) {
      case REPAIRING -> "; going to try " + why.facts();
      case HELD -> "; not repaired" + held(why.facts());
      case UNREPAIRED, OTHER -> "; " + first.why();
    };
  }

  /** A clause with a verb can follow "while"; its reasons are in the text. */
  private static String held(String facts) {
    Matcher clause = CLAUSE.matcher(facts);
    return clause.matches()
        ? " while " + clause.group(1).strip().replaceFirst("\\.$", "")
        : ", " + facts;
  }

  private String lasting() {
    return alone() ? " after " + span() : "";
  }

  private String span() {
    return Spans.between(first.since(), first.until().orElse(notice.planned().at()));
  }

  private String names() {
    List<String> names = notice.members().stream().map(Member::target).toList();
    int shown = names.size() <= NAMED + 1 ? names.size() - 1 : NAMED;
    if (alone()) {
      return names.get(0);
    }
    String last = names.size() - shown == 1 ? names.get(shown) : names.size() - shown + " more";
    return String.join(", ", names.subList(0, shown)) + " and " + last;
  }

  private String one(String ofOne, String ofMany) {
    return alone() ? ofOne : ofMany;
  }

  private boolean alone() {
    return notice.members().size() == 1;
  }

  private boolean beginningTold() {
    return notice.members().stream().anyMatch(m -> m.begun() == Telling.TOLD);
  }
}
