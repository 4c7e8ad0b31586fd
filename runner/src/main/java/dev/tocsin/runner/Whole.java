package dev.tocsin.runner;

import dev.tocsin.incident.Decision;
import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Memory;
import dev.tocsin.incident.Moment;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Plan;
import dev.tocsin.incident.Schedule;
import dev.tocsin.round.RoundReport;
import dev.tocsin.round.RoundReport.Ending;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The parts of a ledger, and their rounds, as one: for whoever shows them. */
final class Whole {

  private Whole() {}

  /**
   * What a part of the ledger remembers.
   *
   * @param own the targets that are its own: others it may remember from when they were
   */
  record Remembered(Ledger ledger, List<String> own) {}

  /** All that is remembered; how far it got is said by the part that got farthest. */
  static Ledger ledger(List<Remembered> parts) {
    List<Ledger> ledgers = parts.stream().map(Remembered::ledger).toList();
    SortedMap<String, Memory> memories = new TreeMap<>();
    ledgers.forEach(ledger -> memories.putAll(ledger.memories()));
    parts.forEach(part ->
        part.own().forEach(name -> memories.put(name, part.ledger().of(name))));
    Schedule schedule = ledgers.stream()
        .map(Ledger::schedule)
        .max(Comparator.comparingLong(Schedule::rounds))
        .orElse(Schedule.START);
    Optional<Moment> locked =
        ledgers.stream().flatMap(ledger -> ledger.locked().stream()).findFirst();
    return new Ledger(schedule, memories, all(ledgers, Ledger::notices), locked);
  }

  /** One report; of several endings the one with the lowest exit code that is not zero. */
  static RoundReport report(List<RoundReport> parts) {
    Map<String, Outcome> outcomes = new HashMap<>();
    parts.forEach(part -> outcomes.putAll(part.outcomes()));
    List<Plan> plans = parts.stream().flatMap(part -> part.plan().stream()).toList();
    List<Remembered> settled = parts.stream()
        .flatMap(part -> part.ledger().stream().map(ledger -> new Remembered(ledger, own(part))))
        .toList();
    return new RoundReport(
        ending(parts.stream().map(RoundReport::ending).toList()),
        plans.isEmpty() ? Optional.empty() : Optional.of(plan(plans)),
        outcomes,
        settled.isEmpty() ? Optional.empty() : Optional.of(ledger(settled)),
        all(parts, RoundReport::remarks).stream().distinct().toList(),
        all(parts, RoundReport::bugs).stream().distinct().toList());
  }

  private static List<String> own(RoundReport part) {
    return part.plan().map(Whole::own).orElse(List.of());
  }

  private static List<String> own(Plan plan) {
    return plan.decisions().stream().map(Decision::target).toList();
  }

  private static Ending ending(List<Ending> endings) {
    return endings.stream()
        .filter(ending -> ending.exitCode() != 0)
        .min(Comparator.comparing(Ending::exitCode))
        .orElse(endings.contains(Ending.DONE) ? Ending.DONE : Ending.OVERTAKEN);
  }

  private static Plan plan(List<Plan> parts) {
    List<Decision> decisions = all(parts, Plan::decisions).stream()
        .sorted(Comparator.comparing(Decision::target))
        .toList();
    List<Notice> notices = all(parts, Plan::notices);
    List<IncidentId> left = all(parts, Plan::left);
    List<Remembered> next =
        parts.stream().map(plan -> new Remembered(plan.next(), own(plan))).toList();
    return new Plan(ledger(next), parts.get(0).rhythm(), decisions, notices, left);
  }

  private static <P, T> List<T> all(Collection<P> parts, Function<P, List<T>> of) {
    return parts.stream().flatMap(part -> of.apply(part).stream()).toList();
  }
}
