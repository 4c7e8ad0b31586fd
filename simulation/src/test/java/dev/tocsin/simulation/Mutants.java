package dev.tocsin.simulation;

import dev.tocsin.incident.Act;
import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Attempts;
import dev.tocsin.incident.Decision;
import dev.tocsin.incident.Incident;
import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Memory;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Plan;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Samples;
import dev.tocsin.incident.Schedule;
import dev.tocsin.incident.Sight;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Telling;
import dev.tocsin.incident.Trust;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Wrappers around the rules that forget, repeat or reorder: each must be caught. */
final class Mutants {

  private Mutants() {}

  /** Before each plan, something is forgotten. */
  static UnaryOperator<Rules> forgetting(UnaryOperator<Memory> lapse) {
    return rules ->
        around(rules, (ledger, plan) -> plan, ledger -> each(ledger, lapse), seen -> seen);
  }

  /** The round is shown something else than what there is. */
  static UnaryOperator<Rules> seeing(UnaryOperator<Sighting> illusion) {
    return rules -> around(rules, (ledger, plan) -> plan, UnaryOperator.identity(), seen -> {
      Map<String, Sighting> all = new HashMap<>();
      seen.forEach((name, sighting) -> all.put(name, illusion.apply(sighting)));
      return all;
    });
  }

  /** The plan comes out otherwise. */
  static UnaryOperator<Rules> planning(BiFunction<Ledger, Plan, Plan> change) {
    return rules -> around(rules, change, UnaryOperator.identity(), seen -> seen);
  }

  /** After each settling, something is remembered wrongly. */
  static UnaryOperator<Rules> settling(UnaryOperator<Ledger> change) {
    return rules -> new Rules() {
      @Override
      public Plan plan(Ledger ledger, Map<String, Sighting> seen, Instant at) {
        return rules.plan(ledger, seen, at);
      }

      @Override
      public Ledger settle(Ledger ledger, Map<String, Outcome> outcomes, Instant at) {
        return change.apply(rules.settle(ledger, outcomes, at));
      }
    };
  }

  private static Rules around(
      Rules rules,
      BiFunction<Ledger, Plan, Plan> change,
      UnaryOperator<Ledger> before,
      UnaryOperator<Map<String, Sighting>> seeing) {
    return new Rules() {
      @Override
      public Plan plan(Ledger ledger, Map<String, Sighting> seen, Instant at) {
        return change.apply(ledger, rules.plan(before.apply(ledger), seeing.apply(seen), at));
      }

      @Override
      public Ledger settle(Ledger ledger, Map<String, Outcome> outcomes, Instant at) {
        return rules.settle(ledger, outcomes, at);
      }
    };
  }

  // What can be forgotten

  static Memory withoutCharges(Memory m) {
    Attempts a = m.attempts();
    return with(m, new Attempts(List.of(), Optional.empty(), a.unsettled(), a.locked(), a.storm()));
  }

  static Memory withoutSettle(Memory m) {
    Attempts a = m.attempts();
    return with(
        m, new Attempts(a.charges(), Optional.empty(), a.unsettled(), a.locked(), a.storm()));
  }

  static Memory withoutTelling(Memory m) {
    return with(m, m.incident().map(i -> i.alert() == Telling.TOLD ? with(i, Telling.OWED, 0) : i));
  }

  /** The incident, remembered with another alert. */
  private static Incident with(Incident i, Telling alert, int alertsTold) {
    return new Incident(
        i.id(),
        i.opened(),
        i.symptom(),
        i.cause(),
        alert,
        alertsTold,
        i.gaveUp(),
        i.reminder(),
        i.reminders(),
        i.lastTold(),
        i.attempts(),
        i.ordered(),
        i.trials(),
        i.relapses(),
        i.held(),
        i.earlier(),
        i.place());
  }

  static Memory withRenumberedAlerts(Memory m) {
    int weather = m.samples().failures();
    return with(m, m.incident().map(i -> with(i, i.alert(), weather)));
  }

  static Memory withoutTrust(Memory m) {
    return new Memory(
        m.target(),
        m.state(),
        m.samples(),
        m.incident(),
        m.attempts(),
        Trust.FULL,
        new Sight(m.sight().unknowns(), m.sight().blindness(), m.sight().since(), Trust.FULL),
        m.recovery(),
        List.of(),
        m.pausedUntil());
  }

  static Memory withoutPause(Memory m) {
    return m.pausedUntil(Optional.empty());
  }

  static Memory neverLapsed(Memory memory) {
    Attempts all = memory.attempts();
    Optional<Attempt> unsettled = all.unsettled()
        .map(a -> new Attempt(
            a.incident(), a.number(), a.step(), a.settle(), a.looks(), false, a.claimed()));
    return with(
        memory,
        memory.samples(),
        new Attempts(all.charges(), all.settling(), unsettled, all.locked(), all.storm()));
  }

  static Memory alwaysFresh(Memory m) {
    Samples s = m.samples();
    return with(
        m, new Samples(s.lately(), s.failures(), s.passes(), 9, s.passingSince()), m.attempts());
  }

  private static Memory with(Memory m, Samples samples, Attempts attempts) {
    return new Memory(
        m.target(),
        m.state(),
        samples,
        m.incident(),
        attempts,
        m.trust(),
        m.sight(),
        m.recovery(),
        m.notices(),
        m.pausedUntil());
  }

  static Memory rememberingItTold(Memory m) {
    return with(m, m.incident().map(i -> i.alert() == Telling.OWED ? with(i, Telling.TOLD, 1) : i));
  }

  static Sighting withoutNode(Sighting s) {
    return new Sighting(
        s.observation(),
        s.preconditions().stream()
            .map(p -> new Precondition(p.name(), p.subject(), Precondition.Verdict.MET, p.detail()))
            .toList(),
        s.witness());
  }

  // What can be planned wrongly

  static Plan withoutNotices(Plan p, Predicate<Notice> dropped) {
    return new Plan(
        p.next(),
        p.rhythm(),
        p.decisions(),
        p.notices().stream().filter(dropped.negate()).toList(),
        p.left());
  }

  static Plan withoutActs(Plan p) {
    return new Plan(
        p.next(),
        p.rhythm(),
        p.decisions().stream().map(d -> with(d, Optional.empty())).toList(),
        p.notices(),
        p.left());
  }

  static Plan twice(Plan p) {
    return new Plan(
        p.next(),
        p.rhythm(),
        p.decisions().stream()
            .map(d -> with(d, d.act().map(a -> new Act(a.attempt(), Act.Mode.PERFORM))))
            .toList(),
        p.notices(),
        p.left());
  }

  static Plan unwritten(Plan p) {
    return new Plan(
        with(p.next(), p.next().schedule(), List.of()),
        p.rhythm(),
        p.decisions(),
        p.notices(),
        p.left());
  }

  static Plan withoutPath(Plan p) {
    return new Plan(
        p.next(),
        p.rhythm(),
        p.decisions().stream()
            .map(d -> new Decision(
                d.before(), d.seen(), List.of(), d.after(), d.reason(), d.holds(), d.act()))
            .toList(),
        p.notices(),
        p.left());
  }

  static Plan repeatedlyTried(Plan p) {
    List<Notice> all = new ArrayList<>(p.next().notices());
    p.notices().forEach(n -> all.add(n));
    return new Plan(
        with(p.next(), p.next().schedule(), all), p.rhythm(), p.decisions(), p.notices(), p.left());
  }

  static Plan standing(Ledger before, Plan p) {
    return new Plan(
        with(p.next(), before.schedule(), p.next().notices()),
        p.rhythm(),
        p.decisions(),
        p.notices(),
        p.left());
  }

  static Ledger triesForgotten(Ledger ledger) {
    return with(
        ledger,
        ledger.schedule(),
        ledger.notices().stream()
            .map(n -> new Notice(
                n.kind(),
                n.members(),
                n.cause(),
                n.number(),
                n.planned(),
                Math.min(n.tries(), 1),
                n.lastTry(),
                n.claimed(),
                n.reached()))
            .toList());
  }

  static Ledger with(Ledger ledger, Schedule schedule, List<Notice> notices) {
    return new Ledger(schedule, ledger.memories(), notices, ledger.locked());
  }

  private static Ledger each(Ledger ledger, UnaryOperator<Memory> change) {
    TreeMap<String, Memory> all = new TreeMap<>();
    ledger.memories().forEach((name, memory) -> all.put(name, change.apply(memory)));
    return new Ledger(ledger.schedule(), all, ledger.notices(), ledger.locked());
  }

  private static Memory with(Memory m, Attempts attempts) {
    return new Memory(
        m.target(),
        m.state(),
        m.samples(),
        m.incident(),
        attempts,
        m.trust(),
        m.sight(),
        m.recovery(),
        m.notices(),
        m.pausedUntil());
  }

  private static Memory with(Memory m, Optional<Incident> incident) {
    return new Memory(
        m.target(),
        m.state(),
        m.samples(),
        incident,
        m.attempts(),
        m.trust(),
        m.sight(),
        m.recovery(),
        m.notices(),
        m.pausedUntil());
  }

  private static Decision with(Decision d, Optional<Act> act) {
    return new Decision(d.before(), d.seen(), d.path(), d.after(), d.reason(), d.holds(), act);
  }
}
