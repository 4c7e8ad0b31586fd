package dev.tocsin.ledger;

import dev.tocsin.incident.Incident;
import dev.tocsin.incident.Moment;
import dev.tocsin.incident.Recovery;
import dev.tocsin.incident.Telling;
import java.util.Optional;

/** The written form of an open incident, and of a closed one whose end is owed. */
final class IncidentDocument {

  private IncidentDocument() {}

  static Sheet write(Incident incident) {
    return new Sheet()
        .text("id", incident.id().toString())
        .moment("opened", incident.opened())
        .text("symptom", incident.symptom())
        .text("cause", incident.cause())
        .word("alert", incident.alert(), Telling.NOT_DUE)
        .count("alerts_told", incident.alertsTold())
        .word("gave_up", incident.gaveUp(), Telling.NOT_DUE)
        .word("reminder", incident.reminder(), Telling.NOT_DUE)
        .count("reminders", incident.reminders())
        .moment("last_told", incident.lastTold(), incident.opened())
        .count("attempts", incident.attempts())
        .count("attempts_ordered", incident.ordered())
        .count("trials", incident.trials())
        .count("relapses", incident.relapses())
        .moment("held_since", incident.held())
        .sheet("earlier", incident.earlier().map(IncidentDocument::write))
        .text("place", incident.place());
  }

  static Incident read(Fields fields) {
    Moment opened = fields.required("opened", fields.moment("opened"));
    return new Incident(
        fields.id("id"),
        opened,
        fields.text("symptom").orElse(""),
        fields.text("cause"),
        fields.word("alert", Telling.NOT_DUE),
        fields.count("alerts_told"),
        fields.word("gave_up", Telling.NOT_DUE),
        fields.word("reminder", Telling.NOT_DUE),
        fields.count("reminders"),
        fields.moment("last_told").orElse(opened),
        fields.count("attempts"),
        fields.count("attempts_ordered"),
        fields.count("trials"),
        fields.count("relapses"),
        fields.moment("held_since"),
        earlier(fields),
        fields.text("place"));
  }

  static Sheet write(Recovery recovery) {
    return new Sheet()
        .text("id", recovery.id().toString())
        .text("since", Optional.of(recovery.since()))
        .text("until", Optional.of(recovery.until()))
        .text("symptom", recovery.symptom())
        .text("cause", recovery.cause())
        .word("alert", recovery.alert(), Telling.NOT_DUE)
        .count("attempts", recovery.attempts())
        .count("relapses", recovery.relapses())
        .sheet("earlier", recovery.earlier().map(IncidentDocument::write));
  }

  static Recovery recovery(Fields fields) {
    return new Recovery(
        fields.id("id"),
        fields.required("since", fields.instant("since")),
        fields.required("until", fields.instant("until")),
        fields.text("symptom").orElse(""),
        fields.text("cause"),
        fields.word("alert", Telling.NOT_DUE),
        fields.count("attempts"),
        fields.count("relapses"),
        earlier(fields));
  }

  static Sheet write(Incident.Earlier earlier) {
    return new Sheet()
        .text("id", earlier.id().toString())
        .text("since", Optional.of(earlier.since()))
        .text("until", Optional.of(earlier.until()))
        .word("alert", earlier.alert(), Telling.NOT_DUE);
  }

  /** The older incident in an object's field {@code earlier}, if there is one. */
  static Optional<Incident.Earlier> earlier(Fields within) {
    return within
        .object("earlier")
        .map(fields -> new Incident.Earlier(
            fields.id("id"),
            fields.required("since", fields.instant("since")),
            fields.required("until", fields.instant("until")),
            fields.word("alert", Telling.NOT_DUE)));
  }
}
