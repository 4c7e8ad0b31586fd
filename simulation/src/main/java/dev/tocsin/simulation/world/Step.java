package dev.tocsin.simulation.world;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Notice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One round of the schedule or by hand, with those that ran within it, and what happened before.
 *
 * @param at when it began, truly
 * @param events what happened since the step before
 * @param rounds in the order in which they began; the first is the one of the schedule
 * @param mails that arrived, in order
 * @param restarts that took effect, in order
 * @param before what was in the store when it began
 * @param after what is in the store now
 */
public record Step(
    Instant at,
    List<Event> events,
    List<RoundRecord> rounds,
    List<Mail> mails,
    List<Restart> restarts,
    Ledger before,
    Ledger after) {

  static Step of(
      Instant at, List<Event> events, List<RoundRecord> rounds, Ledger before, Ledger after) {
    RoundRecord first = rounds.get(0);
    if (rounds.size() == 1) {
      return new Step(at, events, rounds, first.mails(), first.restarts(), before, after);
    }
    List<Mail> mails = new ArrayList<>();
    List<Restart> restarts = new ArrayList<>();
    rounds.forEach(round -> mails.addAll(round.mails()));
    rounds.forEach(round -> restarts.addAll(round.restarts()));
    mails.sort((a, b) -> a.at().compareTo(b.at()));
    restarts.sort((a, b) -> a.at().compareTo(b.at()));
    return new Step(at, events, rounds, mails, restarts, before, after);
  }

  /** The one of the schedule. */
  public RoundRecord round() {
    return rounds.get(0);
  }

  /** Whether the one by hand was only rehearsed. */
  public boolean isRehearsal() {
    return !events.isEmpty() && events.get(events.size() - 1).change() instanceof Change.Rehearsal;
  }

  /** What was true when it looked. */
  public Truth truth(int target) {
    return round().truths().get(target);
  }

  /** What was told last of a target, of its beginning or its end: an Alert or a Recovery. */
  public Optional<Notice.Kind> lastTold(String target) {
    Optional<Notice.Kind> last = Optional.empty();
    for (Mail mail : mails) {
      boolean either = mail.kind() == Notice.Kind.ALERT || mail.kind() == Notice.Kind.RECOVERY;
      if (either && mail.about().contains(target)) {
        last = Optional.of(mail.kind());
      }
    }
    return last;
  }

  /** When all of it was over. */
  public Instant ended() {
    return round().ended();
  }

  /** Whether something happened, a mail arrived, or a restart took effect. */
  public boolean isEventful() {
    return !events.isEmpty() || !mails.isEmpty() || !restarts.isEmpty();
  }

  /** Whether a ledger was lost, damaged or put back before it. */
  public boolean forgot() {
    for (Event event : events) {
      if (event.change() instanceof Change.Ledger harmed && harmed.harm().forgets()) {
        return true;
      }
    }
    return false;
  }
}
