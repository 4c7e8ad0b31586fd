package dev.tocsin.email;

import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Notice.Kind;
import dev.tocsin.incident.Notice.Member;
import dev.tocsin.incident.Telling;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The one sentence of a notice: what is wrong, and what is done about it. */
final class Headline {

  private static final int NAMED = 2;

  /** What is over for so long is not news from now. */
  private static final Duration LATE = Duration.ofHours(1);

  private final Notice notice;
  private final Member first;
  private final ZoneId zone;

  private Headline(Notice notice, ZoneId zone) {
    this.notice = notice;
    this.first = notice.members().get(0);
    this.zone = zone;
  }

  static String of(Notice notice, ZoneId zone) {
    return new Headline(notice, zone).sentence();
  }

  private String sentence() {
    return switch (notice.kind()) {
      case ALERT -> cause() + names() + one(" is", " are") + " down" + doing();
      case GAVE_UP ->
        cause() + names() + one(" is", " are") + " still down; gave up, a human is needed";
      case REMINDER -> cause() + names() + one(" is", " are") + " still down" + lasting() + doing();
      case BLIND -> "cannot see " + names() + blindBecause();
      case SIGHT_BACK -> sightBack();
      case RECOVERY -> cause() + recovery();
    };
  }

  private String recovery() {
    if (alone()) {
      return beginningTold()
          ? names() + " has recovered after " + span() + late()
          : names() + " was down for " + span() + " and has recovered" + late();
    }
    return names() + (beginningTold() ? " have recovered" : " were down and have recovered");
  }

  private String sightBack() {
    if (alone()) {
      return beginningTold()
          ? "can see " + names() + " again after " + span() + late()
          : "could not see " + names() + " for " + span() + " and can again" + late();
    }
    return beginningTold()
        ? "can see " + names() + " again"
        : "could not see " + names() + " and can again";
  }

  /** When it really was over, if that is long ago. */
  private String late() {
    Instant written = notice.planned().at();
    return first
        .until()
        .filter(until -> !until.plus(LATE).isAfter(written))
        .map(until -> ", since " + Spans.minute(until, zone))
        .orElse("");
  }

  /** Many have one cause, or none in common; the cause of a single one is in what is done. */
  private String cause() {
    return alone() ? "" : common().or(notice::cause).map(c -> c + ": ").orElse("");
  }

  /** What holds the repair of all of them. */
  private Optional<String> common() {
    Set<Optional<String>> clauses = notice.members().stream()
        .map(member -> Why.of(member).clause())
        .collect(Collectors.toSet());
    boolean lasts = notice.kind() != Kind.RECOVERY && clauses.size() == 1;
    return lasts ? clauses.iterator().next() : Optional.empty();
  }

  private String blindBecause() {
    return notice.cause().map(c -> ": " + c).orElse("");
  }

  /** What is done, as an intention: a notice is sent before anything is tried. */
  private String doing() {
    if (first.why().isEmpty()) {
      return "";
    }
    if (!alone()) {
      return doingOfAll();
    }
    Why why = Why.of(first);
    return switch (why.code()) {
      case REPAIRING -> "; going to try " + why.facts();
      case HELD ->
        "; not repaired"
            + why.clause().map(clause -> " while " + clause).orElse(", " + why.facts());
      case UNREPAIRED, GAVE_UP, OTHER -> "; " + first.why();
    };
  }

  /** Where it is the same for all of them. */
  private String doingOfAll() {
    Set<Why.Code> codes =
        notice.members().stream().map(member -> Why.of(member).code()).collect(Collectors.toSet());
    if (codes.equals(Set.of(Why.Code.REPAIRING))) {
      return "; going to repair them";
    }
    if (codes.equals(Set.of(Why.Code.HELD))) {
      return "; not repaired" + (common().isPresent() ? " while that is so" : "");
    }
    return codes.equals(Set.of(Why.Code.UNREPAIRED)) ? "; no remediation is configured" : "";
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
