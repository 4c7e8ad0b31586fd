package dev.tocsin.round;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Plan;
import dev.tocsin.incident.Rhythm;
import dev.tocsin.round.IncidentStore.Loaded;
import dev.tocsin.round.RoundReport.Ending;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is to be said of a round, gathered while it goes on. */
final class Journal {

  private final Set<Ending> endings = EnumSet.noneOf(Ending.class);
  private final Map<String, Outcome> outcomes = new TreeMap<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<String> bugs = new ArrayList<>();
  private Optional<Plan> plan = Optional.empty();
  private Optional<Ledger> ledger = Optional.empty();

  Journal found(Loaded.Found found) {
    remarks.addAll(found.remarks());
    found.damages().forEach(this::noLedger);
    return this;
  }

  /** Somebody wrote meanwhile: what is to be said of that, beside what was said already. */
  Journal touched(Loaded.Found again) {
    again.remarks().stream().filter(r -> !remarks.contains(r)).forEach(remarks::add);
    again.damages().stream().filter(d -> !remarks.contains(d)).forEach(this::noLedger);
    return this;
  }

  Journal noLedger(String why) {
    endings.add(Ending.NO_LEDGER);
    remarks.add(why);
    return this;
  }

  Journal overtaken(Ledger byAnother) {
    endings.add(Ending.OVERTAKEN);
    remarks.add("another round did the work");
    return ledger(byAnother);
  }

  Journal planned(Plan decided) {
    plan = Optional.of(decided);
    if (decided.rhythm() == Rhythm.GAP) {
      remarks.add("no round for more than three intervals: failures are counted afresh");
    } else if (decided.rhythm() == Rhythm.WRONG_INTERVAL) {
      remarks.add("rounds keep coming more than three intervals apart: 'interval' is wrong");
    }
    decided.left().forEach(id -> remarks.add("no longer configured, closed: incident " + id));
    return this;
  }

  Journal ledger(Ledger remembered) {
    ledger = Optional.of(remembered);
    return this;
  }

  Journal outcome(String key, Outcome outcome) {
    outcomes.put(key, outcome);
    return this;
  }

  Journal bug(String where, RuntimeException e) {
    endings.add(Ending.BUG);
    bugs.add(where + ": " + e);
    return this;
  }

  Journal stopped(boolean requested) {
    if (requested) {
      endings.add(Ending.STOPPED);
    }
    return this;
  }

  Map<String, Outcome> outcomes() {
    return outcomes;
  }

  /** What the round did: it may have left something owed. */
  RoundReport report() {
    if (owing()) {
      endings.add(Ending.OWING);
    }
    return rehearsal();
  }

  /** Of several endings, the one with the lowest exit code that is not zero. */
  RoundReport rehearsal() {
    Ending ending = endings.stream()
        .filter(e -> e.exitCode() != 0)
        .min(Comparator.comparing(Ending::exitCode))
        .orElse(endings.contains(Ending.OVERTAKEN) ? Ending.OVERTAKEN : Ending.DONE);
    return new RoundReport(ending, plan, outcomes, ledger, remarks, bugs);
  }

  private boolean owing() {
    Set<String> told = new TreeSet<>();
    plan.ifPresent(p -> p.notices().forEach(n -> told.add(n.key())));
    return outcomes.entrySet().stream()
            .anyMatch(e -> e.getValue() instanceof Outcome.Refused
                || (told.contains(e.getKey()) && !(e.getValue() instanceof Outcome.Done)))
        || plan.isPresent() && undelivered();
  }

  private boolean undelivered() {
    return ledger
        .filter(l -> l.notices().stream().anyMatch(n -> n.claimed().isEmpty()))
        .isPresent();
  }
}
