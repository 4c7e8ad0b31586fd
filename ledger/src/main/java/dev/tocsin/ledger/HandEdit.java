package dev.tocsin.ledger;

import dev.tocsin.incident.Incident;
import dev.tocsin.incident.State;
import dev.tocsin.incident.Telling;
import java.util.Optional;

/**
 * {@code alert_sent_for_incident} is written for people: how it stands with the alert is written
 * once more, in the incident, so a flag that contradicts it was changed by hand.
 */
final class HandEdit {

  private HandEdit() {}

  static boolean alertSent(Incident incident) {
    return incident.alert() == Telling.TOLD || incident.alert() == Telling.SILENCED;
  }

  /** The incident as a human wants it. */
  static Incident of(Optional<Boolean> sent, State state, Incident incident, Findings findings) {
    if (sent.isEmpty() || sent.get() == alertSent(incident)) {
      return incident;
    }
    if (sent.get()) {
      findings.remark(incident.id() + ": silenced by hand, nobody is told of it any more");
      return incident.silencedByHand();
    }
    if (state == State.DEGRADED) {
      findings.remark(incident.id() + ": no longer silenced, by hand");
      return incident.resetByHand(state);
    }
    if (!incident.mayBeReset()) {
      findings.remark(incident.id() + ": alert_sent_for_incident was reset by hand again:"
          + " only reported, nobody is told a third time");
      return incident;
    }
    findings.remark(incident.id() + ": alert_sent_for_incident was reset by hand, told once more");
    return incident.resetByHand(state);
  }
}
