package dev.tocsin.email;

import dev.tocsin.incident.Attempts.Result;
import dev.tocsin.incident.Incident.Earlier;
import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Moment;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Notice.Kind;
import dev.tocsin.incident.Notice.Member;
import dev.tocsin.incident.Notice.Tried;
import dev.tocsin.incident.Telling;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Notices to mail. */
final class Notices {

  static final Instant OPENED = Instant.parse("2026-11-22T22:41:05Z");
  static final String NODE = "not repaired: node still-fawn is not ready";

  private Notices() {}

  static Notice of(Kind kind, Duration after, Optional<String> cause, Member... members) {
    Moment planned = new Moment(OPENED.plus(after), 44);
    return new Notice(
        kind, List.of(members), cause, 1, planned, 1, planned, Optional.of(planned), Set.of());
  }

  static Notice of(Kind kind, Duration after, Member... members) {
    return of(kind, after, Optional.empty(), members);
  }

  static Notice alert() {
    return of(Kind.ALERT, Duration.ofMinutes(10), failing("frigate", NODE));
  }

  static Member failing(String target, String why) {
    return new Member(
        target,
        new IncidentId(target, 42, OPENED),
        OPENED,
        Optional.empty(),
        "connection refused by frigate.cams:5000",
        why,
        0,
        0,
        Telling.OWED,
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  static Member tried(Member member, int attempts, int relapses) {
    return new Member(
        member.target(),
        member.about(),
        member.since(),
        member.until(),
        member.symptom(),
        member.why(),
        attempts,
        relapses,
        member.begun(),
        member.earlier(),
        member.tried(),
        member.next());
  }

  /** With the latest attempts, and when more is known. */
  static Member attempted(Member member, Optional<Instant> next, Tried... tried) {
    return new Member(
        member.target(),
        member.about(),
        member.since(),
        member.until(),
        member.symptom(),
        member.why(),
        Math.max(member.attempts(), tried.length),
        member.relapses(),
        member.begun(),
        member.earlier(),
        List.of(tried),
        next);
  }

  static Tried tried(String step, Duration after, Result result) {
    return new Tried(step, OPENED.plus(after), result);
  }

  static Member over(Member member, Duration after, Telling begun) {
    return new Member(
        member.target(),
        member.about(),
        member.since(),
        Optional.of(OPENED.plus(after)),
        member.symptom(),
        member.why(),
        member.attempts(),
        member.relapses(),
        begun,
        member.earlier(),
        member.tried(),
        member.next());
  }

  static Member after(Member member, Earlier earlier) {
    return new Member(
        member.target(),
        member.about(),
        member.since(),
        member.until(),
        member.symptom(),
        member.why(),
        member.attempts(),
        member.relapses(),
        member.begun(),
        Optional.of(earlier),
        member.tried(),
        member.next());
  }

  static Notice reached(Notice notice, String... names) {
    return new Notice(
        notice.kind(),
        notice.members(),
        notice.cause(),
        notice.number(),
        notice.planned(),
        notice.tries() + 1,
        notice.lastTry(),
        notice.claimed(),
        Set.of(names));
  }
}
