package dev.tocsin.incident;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One episode of trouble of one target, from the first failure to the confirmed recovery.
 *
 * @param id its name
 * @param opened its first failure
 * @param symptom what was seen last, one line
 * @param cause what held its repair when it was alerted, for example {@code node still-fawn}
 * @param alert how it stands with its Alert
 * @param alertsTold Alerts told: 1, or 2 where the memory of the first was reset by hand
 * @param gaveUp how it stands with its GaveUp
 * @param reminder how it stands with its latest Reminder
 * @param reminders Reminders that came due
 * @param lastTold when its Alert or latest Reminder came due
 * @param attempts attempts charged
 * @param ordered attempts ever ordered, charged or not: numbers the next one's key
 * @param trials attempts after giving up
 * @param relapses failures after a pass
 * @param held since when the next attempt is held, though one did not help
 * @param earlier an older incident whose end nobody was told of
 * @param place where the target was last seen to run
 */
public record Incident(
    IncidentId id,
    Moment opened,
    String symptom,
    Optional<String> cause,
    Telling alert,
    int alertsTold,
    Telling gaveUp,
    Telling reminder,
    int reminders,
    Moment lastTold,
    int attempts,
    int ordered,
    int trials,
    int relapses,
    Optional<Moment> held,
    Optional<Earlier> earlier,
    Optional<String> place) {

  /** Alerts that a reset by hand may cause in one incident; then it is only reported. */
  private static final int ALERTS_AT_MOST = 2;

  public Incident {
    Objects.requireNonNull(id);
    symptom = Text.oneLine(symptom);
    place = place.map(Text::oneLine);
    if (attempts < 0 || ordered < attempts || reminders < 0 || relapses < 0 || trials < 0) {
      throw new IllegalArgumentException("impossible counts in incident " + id);
    }
  }

  /** An older incident of the same target whose end is told together with the next Alert. */
  public record Earlier(IncidentId id, Instant since, Instant until, Telling alert) {}

  static Incident opened(IncidentId id, Moment now, String symptom) {
    return new Draft(id, now, symptom).incident();
  }

  /** Known only from what the watched world remembers of our telling and of our attempts. */
  static Incident recalled(Sighting.PastAlert past, List<Sighting.PastAttempt> attempts, Now now) {
    IncidentId told = past.incident();
    Draft draft =
        new Draft(told, now.past(told.openedAt()), "known from before our memory was lost");
    draft.alert(Telling.TOLD, 1);
    draft.gaveUp(past.gaveUp());
    for (Sighting.PastAttempt attempt : attempts) {
      int number = Attempt.number(attempt.key(), told);
      draft.ordered = Math.max(draft.ordered, number);
      draft.attempts += number > 0 ? 1 : 0;
    }
    draft.ordered = Math.max(draft.ordered, draft.attempts);
    return draft.incident();
  }

  boolean owesAnything() {
    return alert == Telling.OWED || gaveUp == Telling.OWED || reminder == Telling.OWED;
  }

  /** Whether a human said by hand that nobody is to be told any more. */
  boolean silenced() {
    return alert == Telling.SILENCED;
  }

  /** {@code alert_sent_for_incident} was set to true by hand. */
  public Incident silencedByHand() {
    return edit().silenced().incident();
  }

  /**
   * {@code alert_sent_for_incident} was set to false by hand: told once more, once.
   *
   * @param state where its target stands; before it is confirmed there is nothing to tell
   */
  public Incident resetByHand(State state) {
    if (state == State.DEGRADED) {
      return edit().alert(Telling.NOT_DUE, alertsTold).incident();
    }
    return mayBeReset() ? edit().alert(Telling.OWED, alertsTold).incident() : this;
  }

  /** Whether {@link #resetByHand} has an effect, once the incident is confirmed. */
  public boolean mayBeReset() {
    return alertsTold < ALERTS_AT_MOST;
  }

  Draft edit() {
    return new Draft(this);
  }

  Incident notAfter(Moment now) {
    Moment opened = this.opened.notAfter(now);
    Moment told = lastTold.notAfter(now);
    Optional<Moment> held = this.held.map(m -> m.notAfter(now));
    return opened.equals(this.opened) && told.equals(lastTold) && held.equals(this.held)
        ? this
        : edit().moments(opened, told, held).incident();
  }

  /** A working copy: seventeen components are too many to name at every change. */
  static final class Draft {
    private final IncidentId id;
    private Moment opened;
    private String symptom;
    private Optional<String> cause = Optional.empty();
    private Telling alert = Telling.NOT_DUE;
    private int alertsTold;
    private Telling gaveUp = Telling.NOT_DUE;
    private Telling reminder = Telling.NOT_DUE;
    private int reminders;
    private Moment lastTold;
    private int attempts;
    private int ordered;
    private int trials;
    private int relapses;
    private Optional<Moment> held = Optional.empty();
    private Optional<Earlier> earlier = Optional.empty();
    private Optional<String> place = Optional.empty();

    private Draft(IncidentId id, Moment now, String symptom) {
      this.id = id;
      this.opened = now;
      this.lastTold = now;
      this.symptom = symptom;
    }

    private Draft(Incident of) {
      this(of.id, of.opened, of.symptom);
      cause = of.cause;
      alert = of.alert;
      alertsTold = of.alertsTold;
      gaveUp = of.gaveUp;
      reminder = of.reminder;
      reminders = of.reminders;
      lastTold = of.lastTold;
      attempts = of.attempts;
      ordered = of.ordered;
      trials = of.trials;
      relapses = of.relapses;
      held = of.held;
      earlier = of.earlier;
      place = of.place;
    }

    Incident incident() {
      return new Incident(
          id,
          opened,
          symptom,
          cause,
          alert,
          alertsTold,
          gaveUp,
          reminder,
          reminders,
          lastTold,
          attempts,
          ordered,
          trials,
          relapses,
          held,
          earlier,
          place);
    }

    Draft symptom(String seen) {
      symptom = seen;
      return this;
    }

    Draft place(Optional<String> seen) {
      place = seen;
      return this;
    }

    Draft alert(Telling now, int told) {
      alert = now;
      alertsTold = told;
      return this;
    }

    /** Nobody is told anything any more. */
    Draft silenced() {
      gaveUp = gaveUp == Telling.OWED ? Telling.SILENCED : gaveUp;
      reminder = reminder == Telling.OWED ? Telling.SILENCED : reminder;
      return alert(Telling.SILENCED, alertsTold);
    }

    Draft alertTold() {
      return alert == Telling.OWED ? alert(Telling.TOLD, alertsTold + 1) : this;
    }

    Draft alertLost() {
      return alert == Telling.OWED ? alert(Telling.LOST, alertsTold) : this;
    }

    Draft alertDue(Moment now, Optional<String> because, Optional<Earlier> before) {
      lastTold = now;
      cause = because;
      earlier = before;
      return alert == Telling.NOT_DUE ? alert(Telling.OWED, alertsTold) : this;
    }

    Draft gaveUp(Telling now) {
      gaveUp = now;
      return this;
    }

    Draft reminder(Telling now) {
      reminder = now;
      return this;
    }

    Draft reminderDue(Moment now) {
      reminders++;
      lastTold = now;
      return reminder(Telling.OWED);
    }

    Draft ordered() {
      ordered++;
      return this;
    }

    Draft charged() {
      attempts++;
      held = Optional.empty();
      trials += gaveUp == Telling.NOT_DUE ? 0 : 1;
      return this;
    }

    Draft relapsed() {
      relapses++;
      return this;
    }

    Draft heldSince(Optional<Moment> since) {
      held = since;
      return this;
    }

    private Draft moments(Moment opened, Moment told, Optional<Moment> held) {
      this.opened = opened;
      this.lastTold = told;
      this.held = held;
      return this;
    }
  }
}
