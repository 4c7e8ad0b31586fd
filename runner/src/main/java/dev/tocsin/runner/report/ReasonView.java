package dev.tocsin.runner.report;

import dev.tocsin.incident.Reason;
import java.time.Instant;
import java.util.Optional;

/**
 * Why, as shown.
 *
 * @param code which rule spoke
 * @param sentence in words, with the facts
 * @param earliest where it waits, the earliest time at which it could act
 */
public record ReasonView(Reason.Code code, String sentence, Optional<Instant> earliest) {

  static ReasonView of(Reason reason) {
    return new ReasonView(reason.code(), reason.sentence(), reason.earliest());
  }

  String text(Words words) {
    return sentence + earliest.map(e -> ", until " + words.coming(e)).orElse("");
  }
}
