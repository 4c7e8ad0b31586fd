package dev.tocsin.ledger;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Moment;
import dev.tocsin.incident.Schedule;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The written form of what belongs to no single target: whose ledger it is, of which schema, and
 * where it stands in time.
 */
record RoundDocument(Schedule schedule, Optional<Moment> locked) {

  static final int SCHEMA = 1;
  private static final String OWNER = "tocsin";

  static JsonNode write(Ledger ledger, String writer) {
    Schedule schedule = ledger.schedule();
    return new Sheet()
        .count("schema", SCHEMA)
        .text("owner", OWNER)
        .text("writer", writer)
        .count("rounds", schedule.rounds())
        .count("counted", schedule.counted())
        .text("last_counted", Optional.of(schedule.lastCounted()).filter(at -> !unset(at)))
        .count("gaps", schedule.gaps())
        .moment("locked_since", ledger.locked())
        .json();
  }

  static RoundDocument read(Fields fields) {
    return fields.checked(f -> new RoundDocument(
        new Schedule(
            f.number("rounds"),
            f.number("counted"),
            f.instant("last_counted").orElse(Instant.EPOCH),
            f.count("gaps")),
        f.moment("locked_since")));
  }

  /** Why it must not be touched; empty if it is ours. What cannot be read may be newer. */
  static Optional<String> foreign(Fields fields) {
    try {
      return foreignOrNewer(fields);
    } catch (Damage e) {
      return Optional.of(
          e.getMessage() + ", so it may be newer than this Tocsin, which knows schema " + SCHEMA);
    }
  }

  private static Optional<String> foreignOrNewer(Fields fields) {
    if (fields.text("owner").filter(OWNER::equals).isEmpty()) {
      return Optional.of("it does not say \"owner\": \"tocsin\" in tocsin.round");
    }
    int schema = fields.count("schema");
    return schema > SCHEMA
        ? Optional.of("it has schema " + schema + " and this Tocsin knows schema " + SCHEMA
            + ": use the newer Tocsin that wrote it")
        : Optional.empty();
  }

  /**
   * The fields as our schema has them: what an older schema wrote would be brought up to ours here.
   * There is none older than 1.
   */
  static Fields migrated(Fields fields) {
    int schema = fields.count("schema");
    if (schema != SCHEMA) {
      throw fields.damage("schema", "is " + schema + ", and there never was such a schema");
    }
    return fields;
  }

  private static boolean unset(Instant lastCounted) {
    return lastCounted.equals(Instant.EPOCH);
  }
}
