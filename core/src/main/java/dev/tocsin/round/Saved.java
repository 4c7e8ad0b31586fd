package dev.tocsin.round;

import dev.tocsin.incident.Act;
import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Plan;
import dev.tocsin.round.IncidentStore.Version;
import dev.tocsin.round.IncidentStore.Written;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A plan that is written down. Only this can be performed. */
final class Saved {

  private final Plan plan;
  private final Version version;

  private Saved(Plan plan, Version version) {
    this.plan = plan;
    this.version = version;
  }

  /** The saved plan, if the store has written it down. */
  static Saved of(Plan plan, Written.At written) {
    return new Saved(plan, written.version());
  }

  Plan plan() {
    return plan;
  }

  Version version() {
    return version;
  }

  List<Recorded<Notice>> notices() {
    return plan.notices().stream().map(Recorded::new).toList();
  }

  List<Order> orders() {
    return plan.acts().stream()
        .map(act -> new Order(act.mode(), new Recorded<>(act.attempt())))
        .toList();
  }

  Ledger settled(Map<String, Outcome> outcomes, Instant at) {
    return plan.next().settle(outcomes, at);
  }

  /** What to do about one attempt that is written down. */
  record Order(Act.Mode mode, Recorded<Attempt> attempt) {}
}
