package dev.tocsin.incident;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something to be told, of one or more targets with one cause. Members and key are fixed when it is
 * planned, so a resend is the same mail.
 *
 * @param kind what is told
 * @param members of whom, ordered by target; at least one
 * @param cause what they have in common, if there is one
 * @param number distinguishes notices of one kind about one first member
 * @param planned when it was first planned
 * @param tries how often it may have got through: an outcome that certainly is none gives it back
 * @param lastTry when it was last tried
 * @param claimed since when a round works on it
 * @param reached recipients, by name, that are not to be tried again
 */
public record Notice(
    Kind kind,
    List<Member> members,
    Optional<String> cause,
    int number,
    Moment planned,
    int tries,
    Moment lastTry,
    Optional<Moment> claimed,
    Set<String> reached)
    implements Intent {

  /** What can be told, in the order in which it is told. */
  public enum Kind {
    ALERT,
    GAVE_UP,
    REMINDER,
    BLIND,
    SIGHT_BACK,
    RECOVERY;

    /** As part of a key: {@code gave-up}. */
    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * One target in a notice, with the facts at the time it was planned.
   *
   * @param target its name
   * @param about the incident, or the blindness
   * @param since when the trouble began
   * @param until when it ended; absent while it lasts
   * @param symptom what was seen, one line
   * @param why what is done or not done about it, and why, one line
   * @param attempts attempts charged so far
   * @param relapses failures after a pass so far
   * @param begun how it stands with the notice of the beginning (Alert, Blind): if a notice of the
   *     end finds it not told, it tells both
   * @param earlier an older incident whose end this notice tells too
   * @param tried the latest attempts charged, oldest first, as far as they are remembered
   * @param next when more is known: the end of the time in which the attempt that is going to be
   *     made must prove itself, else the earliest time of the next attempt; absent: not known
   */
  public record Member(
      String target,
      IncidentId about,
      Instant since,
      Optional<Instant> until,
      String symptom,
      String why,
      int attempts,
      int relapses,
      Telling begun,
      Optional<Incident.Earlier> earlier,
      List<Tried> tried,
      Optional<Instant> next) {
    public Member {
      Objects.requireNonNull(target);
      Objects.requireNonNull(about);
      symptom = Text.oneLine(symptom);
      why = Text.oneLine(why);
      tried = List.copyOf(tried);
      Objects.requireNonNull(next);
    }
  }

  /**
   * An attempt that was charged.
   *
   * @param step as configured; empty: not known
   * @param at when its outcome was known
   * @param result what became of it
   */
  public record Tried(String step, Instant at, Attempts.Result result) {
    public Tried {
      step = Text.oneLine(step);
      Objects.requireNonNull(at);
      Objects.requireNonNull(result);
    }
  }

  public Notice {
    members = List.copyOf(members);
    if (members.isEmpty() || number < 1 || tries < 0) {
      throw new IllegalArgumentException("impossible notice of " + kind);
    }
    cause = cause.map(Text::oneLine);
    Objects.requireNonNull(claimed);
    reached = Collections.unmodifiableSet(new TreeSet<>(reached));
  }

  /** For example {@code frigate-r42-20261122T224105Z-alert-1}. */
  @Override
  public String key() {
    return members.get(0).about() + "-" + kind.word() + "-" + number;
  }

  /** Whether somebody may have it, so that it must stay the same. */
  boolean exposed() {
    return tries > 0 || !reached.isEmpty();
  }

  Notice tried(Moment now) {
    return new Notice(
        kind, members, cause, number, planned, tries + 1, now, Optional.of(now), reached);
  }

  Notice settled(Outcome outcome) {
    Set<String> all = new TreeSet<>(reached);
    all.addAll(outcome.reached());
    int back = outcome.certainlyNot() ? Math.max(0, tries - 1) : tries;
    return new Notice(kind, members, cause, number, planned, back, lastTry, Optional.empty(), all);
  }

  Notice notAfter(Moment now) {
    return new Notice(
        kind,
        members,
        cause,
        number,
        planned.notAfter(now),
        tries,
        lastTry.notAfter(now),
        claimed.map(c -> c.notAfter(now)),
        reached);
  }
}
