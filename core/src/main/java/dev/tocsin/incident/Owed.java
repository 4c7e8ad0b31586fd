package dev.tocsin.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * One thing that is to be told of one target.
 *
 * @param kind what is told
 * @param number distinguishes notices of one kind about one incident
 * @param cause groups it with others
 * @param member the facts
 */
record Owed(Notice.Kind kind, int number, Optional<String> cause, Notice.Member member) {

  /** More attempts than these nobody reads. */
  private static final int TRIED = 3;

  /** All that is owed of a target: a fact of its memory, whether or not a notice is out. */
  static List<Owed> of(Decision decision) {
    Memory memory = decision.after();
    if (!memory.owesAnything()) {
      return List.of();
    }
    List<Owed> owed = new ArrayList<>(2);
    memory.incident().ifPresent(incident -> of(decision, incident, owed));
    memory.sight().blindness().ifPresent(b -> of(memory, b, owed));
    memory.recovery().ifPresent(r -> owed.add(of(memory, r, decision.reason().sentence())));
    return owed;
  }

  /** An attempt has its time to prove itself; what waits, waits for its earliest time. */
  private static Optional<Instant> next(Decision decision) {
    return decision.reason().code() == Reason.Code.REMEDIATING
        ? decision.act().map(Act::attempt).flatMap(Attempt::provenBy)
        : decision.reason().earliest();
  }

  private static void of(Decision decision, Incident incident, List<Owed> owed) {
    var member = new Notice.Member(
        decision.target(),
        incident.id(),
        incident.opened().at(),
        Optional.empty(),
        incident.symptom(),
        decision.reason().sentence(),
        incident.attempts(),
        incident.relapses(),
        incident.alert(),
        incident.earlier(),
        decision.after().attempts().latest(incident.id(), TRIED),
        next(decision));
    if (incident.alert() == Telling.OWED) {
      int number = incident.alertsTold() + 1;
      owed.add(new Owed(Notice.Kind.ALERT, number, incident.cause(), member));
    }
    if (incident.gaveUp() == Telling.OWED) {
      owed.add(new Owed(Notice.Kind.GAVE_UP, 1, incident.cause(), member));
    }
    if (incident.reminder() == Telling.OWED) {
      owed.add(new Owed(Notice.Kind.REMINDER, incident.reminders(), incident.cause(), member));
    }
  }

  private static void of(Memory memory, Sight.Blindness blindness, List<Owed> owed) {
    Optional<Moment> seenSince = memory.sight().since();
    var member = new Notice.Member(
        memory.target(),
        blindness.id(),
        blindness.id().openedAt(),
        seenSince.map(Moment::at).filter(blindness.id().openedAt()::isBefore),
        blindness.cause().words() + ", " + blindness.detail(),
        "",
        0,
        0,
        blindness.blind(),
        Optional.empty(),
        List.of(),
        Optional.empty());
    Optional<String> cause = Optional.of(blindness.cause().words());
    if (blindness.sightBack() == Telling.OWED) {
      owed.add(new Owed(Notice.Kind.SIGHT_BACK, 1, cause, member));
    } else if (blindness.blind() == Telling.OWED) {
      owed.add(new Owed(Notice.Kind.BLIND, 1, cause, member));
    }
  }

  private static Owed of(Memory memory, Recovery recovery, String why) {
    var member = new Notice.Member(
        memory.target(),
        recovery.id(),
        recovery.since(),
        Optional.of(recovery.until()),
        recovery.symptom(),
        why,
        recovery.attempts(),
        recovery.relapses(),
        recovery.alert(),
        recovery.earlier(),
        memory.attempts().latest(recovery.id(), TRIED),
        Optional.empty());
    return new Owed(Notice.Kind.RECOVERY, 1, recovery.cause(), member);
  }

  /** Whether a notice is about this. */
  boolean isIn(Notice notice) {
    return notice.kind() == kind
        && notice.members().stream().anyMatch(m -> m.about().equals(member.about()));
  }

  /** The memory in which one thing is no longer owed. */
  static Memory told(Memory memory, Notice.Kind kind, IncidentId about, Telling telling) {
    return switch (kind) {
      case ALERT -> incident(memory, about, Owed::alert, telling);
      case GAVE_UP -> incident(memory, about, Incident.Draft::gaveUp, telling);
      case REMINDER -> incident(memory, about, Incident.Draft::reminder, telling);
      case RECOVERY -> memory.with(memory.recovery().filter(r -> !r.id().equals(about)));
      case BLIND, SIGHT_BACK -> sight(memory, kind, about, telling);
    };
  }

  private static Incident.Draft alert(Incident.Draft draft, Telling telling) {
    return telling == Telling.TOLD ? draft.alertTold() : draft.alertLost();
  }

  private static Memory incident(
      Memory memory,
      IncidentId about,
      BiFunction<Incident.Draft, Telling, Incident.Draft> change,
      Telling telling) {
    return memory
        .incident()
        .filter(i -> i.id().equals(about))
        .map(i -> memory.with(change.apply(i.edit(), telling).incident()))
        .orElse(memory);
  }

  private static Memory sight(Memory memory, Notice.Kind kind, IncidentId about, Telling telling) {
    Optional<Sight.Blindness> blindness = memory.sight().blindness();
    if (blindness.filter(b -> b.id().equals(about)).isEmpty()) {
      return memory;
    }
    return memory.with(memory
        .sight()
        .with(
            kind == Notice.Kind.SIGHT_BACK
                ? Optional.empty()
                : blindness.map(b -> b.blind(telling))));
  }
}
