package dev.tocsin.k8s.act;

import dev.tocsin.incident.Decision;
import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Notice.Member;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Reason;
import dev.tocsin.k8s.witness.Deed;
import dev.tocsin.k8s.witness.Hash;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be said of an incident in an Event.
 *
 * @param part tells it from what else is said of the incident
 * @param note for people
 */
record Saying(Deed deed, IncidentId incident, String part, String note) {

  /** What may hold for long, or is a human's business; that an attempt settles is neither. */
  private static final Set<Reason.Code> WORTH_SAYING = EnumSet.of(
      Reason.Code.HELD,
      Reason.Code.STORM,
      Reason.Code.MEMORY_DAMAGED,
      Reason.Code.WINDOW_SPENT,
      Reason.Code.PAUSING,
      Reason.Code.ATTEMPTS_SPENT,
      Reason.Code.GAVE_UP);

  /** What was told of one target; of a reminder and of blindness the cluster keeps nothing. */
  static Optional<Saying> told(Notice.Kind kind, Member member) {
    return switch (kind) {
      case ALERT -> Optional.of(alerted(member));
      case GAVE_UP -> Optional.of(once(Deed.GAVE_UP, member.about(), "told: " + member.why()));
      case RECOVERY -> Optional.of(recovered(member));
      case REMINDER, BLIND, SIGHT_BACK -> Optional.empty();
    };
  }

  private static Saying alerted(Member member) {
    String why = member.why().isEmpty() ? "" : "; " + member.why();
    return once(Deed.ALERTED, member.about(), down(member.symptom(), member.since()) + why);
  }

  private static Saying recovered(Member member) {
    String until = member.until().map(u -> " until " + second(u)).orElse("");
    return once(
        Deed.RECOVERED, member.about(), "told: down from " + second(member.since()) + until);
  }

  private static String down(String symptom, Instant since) {
    return "told: down since " + second(since) + ": " + symptom;
  }

  private static Instant second(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }

  private static Saying once(Deed deed, IncidentId incident, String note) {
    return new Saying(deed, incident, deed.word(), note);
  }

  /** What was told of an incident that lasts. */
  static Saying still(Told told, Deed deed) {
    return once(
        deed,
        told.incident(),
        deed == Deed.ALERTED
            ? down(told.symptom(), told.since())
            : "told: a human is needed: " + told.symptom());
  }

  /** What holds the repair, if that is worth saying. */
  static Optional<Saying> held(Decision decision) {
    return decision
        .after()
        .incident()
        .flatMap(incident -> decision.holds().stream()
            .filter(hold -> WORTH_SAYING.contains(hold.code()))
            .findFirst()
            .map(hold -> new Saying(
                Deed.HELD,
                incident.id(),
                Deed.HELD.word() + "-" + Hash.of(what(hold, decision)),
                sentence(hold))));
  }

  /** What stays the same while the same thing holds; numbers in a detail do not. */
  private static String what(Reason hold, Decision decision) {
    return hold.code() == Reason.Code.HELD
        ? decision.seen().firstNotMet().map(Saying::what).orElse("")
        : hold.code().name();
  }

  private static String what(Precondition precondition) {
    return precondition.name() + "\n" + precondition.subject();
  }

  private static String sentence(Reason hold) {
    return hold.sentence() + hold.earliest().map(at -> ", until " + second(at)).orElse("");
  }
}
