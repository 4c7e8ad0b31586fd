package dev.tocsin.email;

import dev.tocsin.incident.Attempts.Result;
import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Moment;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Notice.Kind;
import dev.tocsin.incident.Notice.Member;
import dev.tocsin.incident.Notice.Tried;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Reason;
import dev.tocsin.incident.Telling;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Notices of a target that there is not, one of each kind.
 *
 * @param now when they are made
 */
record Sample(Instant now) {

  private static final String TARGET = "sample";
  private static final Duration LASTING = Duration.ofMinutes(42);

  Notice of(Kind kind) {
    Moment planned = new Moment(now, 0);
    return new Notice(
        kind,
        List.of(member(kind)),
        cause(kind),
        1,
        planned,
        0,
        planned,
        Optional.empty(),
        Set.of());
  }

  private Member member(Kind kind) {
    boolean over = kind == Kind.RECOVERY || kind == Kind.SIGHT_BACK;
    Instant since = now.minus(LASTING);
    int attempts = kind == Kind.GAVE_UP || kind == Kind.RECOVERY ? 1 : 0;
    return new Member(
        TARGET,
        new IncidentId(TARGET, 0, since),
        since,
        over ? Optional.of(now) : Optional.empty(),
        cause(kind).map(words -> words + ", pods is forbidden").orElse("connection refused"),
        why(kind).sentence(),
        attempts,
        0,
        over ? Telling.TOLD : Telling.OWED,
        Optional.empty(),
        attempts == 0 ? List.of() : List.of(attempt(since)),
        Optional.empty());
  }

  private static Tried attempt(Instant since) {
    return new Tried("evictPod", since.plus(LASTING.dividedBy(2)), Result.ACCEPTED);
  }

  private static Optional<String> cause(Kind kind) {
    return kind == Kind.BLIND || kind == Kind.SIGHT_BACK
        ? Optional.of(Observation.Cause.NO_ACCESS.words())
        : Optional.empty();
  }

  private static Reason why(Kind kind) {
    return switch (kind) {
      case ALERT, REMINDER -> reason(Reason.Code.HELD, "node sample-node is not ready");
      case GAVE_UP -> reason(Reason.Code.ATTEMPTS_SPENT, "1 attempts");
      case BLIND, SIGHT_BACK -> reason(Reason.Code.UNKNOWN, "");
      case RECOVERY -> reason(Reason.Code.RECOVERED, "");
    };
  }

  private static Reason reason(Reason.Code code, String facts) {
    return new Reason(code, facts, Optional.empty());
  }
}
