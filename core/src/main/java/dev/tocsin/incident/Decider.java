package dev.tocsin.incident;

import static dev.tocsin.incident.Trigger.CHECK_FAILED;
import static dev.tocsin.incident.Trigger.CHECK_PASSED;
import static dev.tocsin.incident.Trigger.FAILURE_CONFIRMED;
import static dev.tocsin.incident.Trigger.RECOVERY_CONFIRMED;
import static dev.tocsin.incident.Trigger.REMEDIATION_FAILED;
import static dev.tocsin.incident.Trigger.REMEDIATION_STARTED;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides about one target: a pure function of what is remembered, what was seen, and the time. One
 * instance serves one decision.
 */
final class Decider {

  private final Policy policy;
  private final Memory before;
  private final Sighting seen;
  private final Now now;
  private Memory memory;
  private Optional<IncidentMachine> machine = Optional.empty();
  private List<Reason> holds = List.of();

  private Decider(Policy policy, Memory before, Sighting seen, Now now) {
    this.policy = policy;
    this.before = before;
    this.seen = seen;
    this.now = now;
    this.memory = before;
  }

  static Decision decide(Target target, Memory before, Sighting seen, Now now) {
    return new Decider(target.policy(), before, seen, now).decide();
  }

  private Decision decide() {
    Reason reason = reason();
    memory = Leftover.judged(before, memory.seenAt(seen.place()), seen, now);
    Optional<Act> act = Leftover.act(before, memory, now);
    act.ifPresent(a -> memory = memory.with(memory.attempts().ordered(a.attempt())));
    return new Decision(before, seen, path(), memory, reason, holds, act);
  }

  private Reason reason() {
    if (seen.firstNotMet().isPresent()) {
      memory = memory.with(memory.samples().notFresh());
    }
    if (memory.paused(now)) {
      return paused();
    }
    if (!now.rhythm().counts()) {
      return Reason.of(Reason.Code.TOO_SOON, seen.observation().inFull());
    }
    if (seen.observation() instanceof Observation.Unknown unknown) {
      return unseen(unknown);
    }
    sighted();
    return seen.observation() instanceof Observation.Failing failing
        ? failed(failing.symptom())
        : passed();
  }

  private Reason paused() {
    memory = memory.with(Samples.NONE);
    Instant until = memory.pausedUntil().orElseThrow();
    return Reason.until(Reason.Code.PAUSED, seen.observation().inFull(), until);
  }

  // Sight

  private Reason unseen(Observation.Unknown unknown) {
    if (unknown.cause() == Observation.Cause.INTENDED) {
      return Reason.of(Reason.Code.SWITCHED_OFF, unknown.detail());
    }
    Sight sight = memory.sight().unseen(now.moment());
    memory = memory.with(sight);
    if (!sight.blind() && sight.unknowns() >= policy.unknownsToAlert()) {
      Moment first = sight.since().orElse(now.moment());
      var id = new IncidentId(memory.target(), first.round(), first.at());
      var blindness =
          new Sight.Blindness(id, unknown.cause(), unknown.detail(), Telling.OWED, Telling.NOT_DUE);
      memory = memory.with(sight.lost(blindness, now.moment())).due(now.moment());
    }
    return Reason.of(Reason.Code.UNKNOWN, unknown.inFull());
  }

  private void sighted() {
    Sight sight = memory.sight().seen(now.moment());
    memory = memory.with(sight);
    if (sight.lasting(now, policy.quietLimit()) && memory.mayEnd()) {
      var over = sight.blindness().map(b -> b.sightBack(Telling.OWED));
      memory = memory.with(sight.with(over)).due(now.moment());
    }
  }

  // Passing

  private Reason passed() {
    memory = memory.with(memory.samples().passed(policy, now.moment()));
    return switch (memory.state()) {
      case HEALTHY -> {
        memory = memory.with(memory.samples().settled());
        yield Reason.of(Reason.Code.PASSING, seen.observation().inFull());
      }
      case DEGRADED -> {
        move(CHECK_PASSED, Optional.empty());
        memory = memory.with(memory.samples().settled());
        yield Reason.of(Reason.Code.PASSED_UNCONFIRMED, seen.observation().inFull());
      }
      case ALERTED, REMEDIATING -> {
        move(
            CHECK_PASSED,
            Optional.of(incident().edit().heldSince(Optional.empty()).incident()));
        yield recovered();
      }
      case RECOVERED -> recovered();
    };
  }

  private Reason recovered() {
    int passes = memory.samples().passes();
    Moment first = memory.samples().passingSince().orElseThrow();
    var quiet = memory.trust().quiet(now.interval(), policy.quietLimit());
    if (passes < policy.successesToClose()) {
      return Reason.of(Reason.Code.NOT_TRUSTED, passes + " of " + policy.successesToClose());
    }
    if (proving()) {
      return new Reason(Reason.Code.RECOVERED_SETTLING, "", settledAt());
    }
    if (!now.passed(quiet, first)) {
      return Reason.until(Reason.Code.QUIET, "for " + Text.span(quiet), now.earliest(quiet, first));
    }
    if (!memory.mayEnd()) {
      return Reason.of(Reason.Code.TOLD_TOO_OFTEN, memory.notices().size() + " notices");
    }
    return close(first.at());
  }

  private Reason close(Instant until) {
    Incident closed = incident();
    move(RECOVERY_CONFIRMED, Optional.empty());
    memory = memory.with(Samples.NONE);
    if (!closed.silenced()) {
      memory = memory.with(Optional.of(Recovery.of(closed, until))).due(now.moment());
    }
    return Reason.of(Reason.Code.RECOVERED, "incident " + closed.id() + " is over");
  }

  // Failing

  private Reason failed(String symptom) {
    memory = memory.with(memory.samples().failed(policy));
    if (proving() || seen.firstNotMet().isPresent()) {
      memory = memory.with(memory.samples().notFresh());
    }
    if (memory.state() == State.HEALTHY) {
      var id = new IncidentId(memory.target(), now.moment().round(), now.at());
      move(CHECK_FAILED, Optional.of(Incident.opened(id, now.moment(), symptom)));
    }
    memory = memory.with(incident().edit().symptom(symptom).incident());
    return switch (memory.state()) {
      case DEGRADED -> degraded();
      case REMEDIATING -> remediating();
      case RECOVERED -> relapsed();
      case ALERTED, HEALTHY -> alerted();
    };
  }

  private Reason degraded() {
    if (!memory.samples().confirmFailure(policy, now.rhythm())) {
      String facts = memory.samples().failures() + " of " + policy.failuresToAlert();
      return Reason.of(Reason.Code.NOT_CONFIRMED, facts + ", " + incident().symptom());
    }
    Optional<String> cause = seen.firstNotMet().map(Precondition::subject);
    Optional<Incident.Earlier> earlier = memory.recovery().map(Recovery::earlierThanNow);
    Incident told = incident().edit().alertDue(now.moment(), cause, earlier).incident();
    move(FAILURE_CONFIRMED, Optional.of(told));
    memory = memory.with(memory.trust().setback(now.moment()));
    if (!told.silenced()) {
      memory = memory.with(Optional.<Recovery>empty()).due(now.moment());
    }
    return alerted();
  }

  private Reason relapsed() {
    move(CHECK_FAILED, Optional.of(incident().edit().relapsed().incident()));
    memory = memory.with(memory.trust().setback(now.moment()));
    return alerted();
  }

  private Reason remediating() {
    if (memory.attempts().unsettled().isPresent()) {
      return Reason.of(Reason.Code.ATTEMPT_OPEN, unsettledKey());
    }
    if (memory.attempts().settling().isPresent()) {
      return new Reason(Reason.Code.SETTLING, incident().symptom(), settledAt());
    }
    move(REMEDIATION_FAILED, memory.incident());
    return alerted();
  }

  private Reason alerted() {
    remind();
    if (policy.remediation().isEmpty()) {
      return Reason.of(Reason.Code.NO_REMEDIATION, incident().symptom());
    }
    Remediation remediation = policy.remediation().get();
    holds = Holds.of(memory, remediation, policy, seen, now);
    if (holds.isEmpty()) {
      return remediate(remediation);
    }
    giveUp(remediation);
    return new Reason(holds.get(0).code(), holds.get(0).facts(), Holds.earliest(holds));
  }

  private Reason remediate(Remediation remediation) {
    Remediation.Step step = remediation.stepAfter(incident().attempts());
    Incident ordered = incident().edit().ordered().incident();
    Attempt attempt = Attempt.ordered(ordered.id(), ordered.ordered(), step, now.moment());
    move(REMEDIATION_STARTED, Optional.of(ordered));
    memory = memory.with(memory.attempts().ordered(attempt));
    return Reason.of(Reason.Code.REMEDIATING, step.name() + ", attempt " + attempt.number());
  }

  /** An attempt did not help, and none will come without a human. */
  private void giveUp(Remediation remediation) {
    if (incident().attempts() == 0 || proving()) {
      return;
    }
    Moment held = incident().held().orElse(now.moment());
    memory = memory.with(incident().edit().heldSince(Optional.of(held)).incident());
    if (incident().gaveUp() != Telling.NOT_DUE) {
      return;
    }
    boolean spent = incident().attempts() >= remediation.attemptsInAll();
    if (spent || now.passed(remediation.giveUpAfter(), held)) {
      Telling owed = incident().silenced() ? Telling.SILENCED : Telling.OWED;
      memory = memory.with(incident().edit().gaveUp(owed).incident());
      memory = owed == Telling.OWED ? memory.due(now.moment()) : memory;
    }
  }

  private void remind() {
    Incident incident = incident();
    boolean due = incident.alert() == Telling.TOLD
        && policy.remindEvery().filter(d -> now.passed(d, incident.lastTold())).isPresent();
    if (due && memory.mayEnd()) {
      memory = memory.with(incident.edit().reminderDue(now.moment()).incident()).due(now.moment());
    }
  }

  // Shorthand

  private void move(Trigger trigger, Optional<Incident> incident) {
    IncidentMachine moving = machine.orElseGet(() -> IncidentMachine.at(before.state()));
    machine = Optional.of(moving);
    memory = memory.with(moving.fire(trigger).to(), incident);
  }

  private List<Transition> path() {
    return machine.map(IncidentMachine::path).orElse(List.of());
  }

  private Incident incident() {
    return memory.incident().orElseThrow();
  }

  /** An attempt is under way or has time left to prove itself. */
  private boolean proving() {
    return memory.attempts().unsettled().isPresent()
        || memory.attempts().settling().isPresent();
  }

  private String unsettledKey() {
    return memory.attempts().unsettled().map(Attempt::key).orElse("");
  }

  private Optional<Instant> settledAt() {
    return memory.attempts().settling().map(s -> now.earliest(s.span(), s.since()));
  }
}
