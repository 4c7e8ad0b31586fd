package dev.tocsin.ledger;

import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Samples;
import dev.tocsin.incident.Sight;
import dev.tocsin.incident.Telling;
import dev.tocsin.incident.Trust;

/** The written form of what was lately seen of a target, and whether it can be seen. */
final class SightDocument {

  /** More than trust remembers. */
  static final int SETBACKS_AT_MOST = 32;

  private SightDocument() {}

  static Sheet write(Sight sight) {
    return new Sheet()
        .count("unknowns", sight.unknowns())
        .sheet("blindness", sight.blindness().map(SightDocument::write))
        .moment(since(sight.unknowns()), sight.since())
        .moments("setbacks", sight.trust().setbacks());
  }

  static Sight read(Fields fields) {
    int unknowns = fields.count("unknowns");
    return new Sight(
        unknowns,
        fields.object("blindness").map(SightDocument::blindness),
        fields.moment(since(unknowns)),
        new Trust(fields.moments("setbacks", SETBACKS_AT_MOST)));
  }

  private static String since(int unknowns) {
    return unknowns > 0 ? "unseen_since" : "seen_since";
  }

  private static Sheet write(Sight.Blindness blindness) {
    return new Sheet()
        .text("id", blindness.id().toString())
        .text("cause", Words.of(blindness.cause()))
        .text("detail", blindness.detail())
        .word("blind", blindness.blind(), Telling.NOT_DUE)
        .word("sight_back", blindness.sightBack(), Telling.NOT_DUE);
  }

  private static Sight.Blindness blindness(Fields fields) {
    return new Sight.Blindness(
        fields.id("id"),
        fields.required("cause", fields.word("cause", Observation.Cause.class)),
        fields.text("detail").orElse(""),
        fields.word("blind", Telling.NOT_DUE),
        fields.word("sight_back", Telling.NOT_DUE));
  }

  static Sheet write(Samples samples) {
    return new Sheet()
        .text("lately", samples.lately())
        .count("failures", samples.failures())
        .count("passes", samples.passes())
        .count("fresh_failures", samples.fresh())
        .moment("passing_since", samples.passingSince());
  }

  /** Passes in a row have a first one: without it no recovery could be dated. */
  static Samples samples(Fields fields) {
    Samples samples = new Samples(
        fields.text("lately").orElse(""),
        fields.count("failures"),
        fields.count("passes"),
        fields.count("fresh_failures"),
        fields.moment("passing_since"));
    if ((samples.passes() > 0) != samples.passingSince().isPresent()) {
      throw fields.damage("passing_since", "contradicts passes");
    }
    return samples;
  }
}
