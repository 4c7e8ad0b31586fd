package dev.tocsin.incident;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns outcomes into memory. */
final class Settlement {

  private final Map<String, Outcome> outcomes;
  private final Moment known;
  private final List<Notice> unsettled = new ArrayList<>();
  private Ledger ledger;

  Settlement(Ledger ledger, Map<String, Outcome> outcomes, Moment known) {
    this.ledger = ledger;
    this.outcomes = outcomes;
    this.known = known;
  }

  Ledger settled() {
    for (Notice notice : ledger.notices()) {
      settle(notice);
    }
    for (Memory memory : ledger.memories().values()) {
      Optional<Attempt> attempt = memory.attempts().unsettled();
      if (attempt.isPresent() && outcomes.containsKey(attempt.get().key())) {
        settle(memory, attempt.get(), outcomes.get(attempt.get().key()));
      }
    }
    return ledger.with(ledger.schedule(), unsettled, ledger.locked());
  }

  // Notices

  private void settle(Notice notice) {
    Outcome outcome = outcomes.get(notice.key());
    if (outcome == null) {
      unsettled.add(notice);
    } else if (outcome instanceof Outcome.Done) {
      told(notice, Telling.TOLD);
    } else if (outcome instanceof Outcome.Rejected) {
      told(notice, Telling.LOST);
    } else if (notice.settled(outcome).exposed()) {
      unsettled.add(notice.settled(outcome));
    }
  }

  private void told(Notice notice, Telling telling) {
    for (Notice.Member member : notice.members()) {
      Memory memory = ledger.of(member.target());
      ledger = ledger.with(Owed.told(memory, notice.kind(), member.about(), telling));
    }
  }

  // Attempts

  private void settle(Memory memory, Attempt attempt, Outcome outcome) {
    Attempt unclear = attempt.unclear();
    boolean open = outcome instanceof Outcome.Unclear && !unclear.lookedForTooOften();
    if (open) {
      ledger = ledger.with(memory.with(memory.attempts().ordered(unclear)));
      return;
    }
    Memory settled = memory.with(memory.samples().notFresh());
    if (outcome instanceof Outcome.Done || outcome instanceof Outcome.Unclear) {
      settled = charged(settled, attempt, result(outcome), settling(attempt));
    } else {
      boolean refused = !(outcome instanceof Outcome.NotDone);
      settled = refused
          ? charged(settled, attempt, result(outcome), Optional.empty())
          : returned(settled);
      settled = failed(settled);
    }
    ledger = ledger.with(settled);
  }

  private Optional<Attempts.Settling> settling(Attempt attempt) {
    return attempt.settle().equals(Duration.ZERO)
        ? Optional.empty()
        : Optional.of(new Attempts.Settling(known, attempt.settle()));
  }

  private static Attempts.Result result(Outcome outcome) {
    if (outcome instanceof Outcome.Done) {
      return Attempts.Result.ACCEPTED;
    }
    return outcome instanceof Outcome.Unclear ? Attempts.Result.NOT_KNOWN : Attempts.Result.REFUSED;
  }

  private Memory charged(
      Memory memory,
      Attempt attempt,
      Attempts.Result result,
      Optional<Attempts.Settling> settling) {
    Optional<Incident> incident = memory
        .incident()
        .map(i -> i.id().equals(attempt.incident()) ? i.edit().charged().incident() : i);
    return memory
        .with(memory.attempts().charged(attempt, known, result, settling))
        .with(memory.state(), incident);
  }

  private static Memory returned(Memory memory) {
    return memory.with(memory.attempts().returned());
  }

  private static Memory failed(Memory memory) {
    if (memory.state() != State.REMEDIATING) {
      return memory;
    }
    IncidentMachine machine = IncidentMachine.at(memory.state());
    machine.fire(Trigger.REMEDIATION_FAILED);
    return memory.with(machine.state(), memory.incident());
  }
}
