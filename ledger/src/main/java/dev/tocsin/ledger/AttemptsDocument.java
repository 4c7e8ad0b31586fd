package dev.tocsin.ledger;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Attempts;
import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Moment;
import java.time.Duration;
import java.util.Optional;

/** The written form of what a target's attempts have cost. */
final class AttemptsDocument {

  static final int CHARGES_AT_MOST = 50;

  private AttemptsDocument() {}

  static Sheet write(Attempts attempts) {
    return new Sheet()
        .sheets(
            "charged", attempts.charges().stream().map(AttemptsDocument::write).toList())
        .sheet("settling", attempts.settling().map(AttemptsDocument::write))
        .sheet("unsettled", attempts.unsettled().map(AttemptsDocument::write))
        .moment("locked_since", attempts.locked())
        .moment("storm_since", attempts.storm());
  }

  static Attempts read(Fields fields) {
    return new Attempts(
        fields.objects("charged", CHARGES_AT_MOST).stream()
            .map(AttemptsDocument::charge)
            .toList(),
        fields.object("settling").map(AttemptsDocument::settling),
        fields.object("unsettled").map(f -> f.checked(AttemptsDocument::attempt)),
        fields.moment("locked_since"),
        fields.moment("storm_since"));
  }

  private static Sheet write(Attempts.Charge charge) {
    return new Sheet()
        .text("key", charge.key())
        .moment("at", charge.at())
        .text("step", charge.step())
        .word("result", charge.result(), Attempts.Result.NOT_KNOWN);
  }

  private static Attempts.Charge charge(Fields fields) {
    return new Attempts.Charge(
        fields.required("key", fields.text("key")),
        fields.required("at", fields.moment("at")),
        fields.text("step").orElse(""),
        fields.word("result", Attempts.Result.NOT_KNOWN));
  }

  private static Sheet write(Attempts.Settling settling) {
    return new Sheet().moment("since", settling.since()).span("span", settling.span());
  }

  private static Attempts.Settling settling(Fields fields) {
    return new Attempts.Settling(
        fields.required("since", fields.moment("since")),
        fields.required("span", fields.span("span")));
  }

  /** The key says incident and number once more, for people. */
  private static Sheet write(Attempt attempt) {
    return new Sheet()
        .text("key", attempt.key())
        .text("incident", attempt.incident().toString())
        .count("number", attempt.number())
        .text("step", attempt.step())
        .span("settle", attempt.settle())
        .moment("ordered", attempt.ordered())
        .count("looks", attempt.looks())
        .flag("lapsed", Optional.of(attempt.lapsed()).filter(lapsed -> lapsed))
        .moment("claimed", attempt.claimed());
  }

  /** What an older Tocsin wrote does not say when it was ordered: not before its incident began. */
  private static Attempt attempt(Fields fields) {
    IncidentId incident = fields.id("incident");
    return new Attempt(
        incident,
        fields.count("number"),
        fields.text("step").orElse(""),
        fields.span("settle").orElse(Duration.ZERO),
        fields.moment("ordered").orElseGet(() -> new Moment(incident.openedAt(), incident.round())),
        fields.count("looks"),
        fields.flag("lapsed").orElse(false),
        fields.moment("claimed"));
  }
}
