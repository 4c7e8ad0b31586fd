package dev.tocsin.runner.report;

import dev.tocsin.incident.Act;
import dev.tocsin.incident.Outcome;
import java.util.Map;
import java.util.Optional;

/**
 * An attempt of this round, as shown.
 *
 * @param key names it for ever
 * @param number counts the attempts of its incident
 * @param step the step of the ladder
 * @param mode whether it is new or left over by an earlier round
 * @param outcome what became of it; absent in a rehearsal
 */
public record AttemptView(
    String key, int number, String step, Act.Mode mode, Optional<OutcomeView> outcome) {

  static AttemptView of(Act act, Map<String, Outcome> outcomes) {
    String key = act.attempt().key();
    return new AttemptView(
        key,
        act.attempt().number(),
        act.attempt().step(),
        act.mode(),
        Optional.ofNullable(outcomes.get(key)).map(OutcomeView::of));
  }

  String text() {
    return switch (mode) {
      case PERFORM -> step + ", attempt " + number;
      case RESUME -> "look for attempt " + number + " (" + step + "), else make it";
      case LOOK -> "look for attempt " + number + " (" + step + "), else drop it";
    };
  }
}
