package dev.tocsin.runner.report;

import dev.tocsin.incident.Decision;
import dev.tocsin.incident.Incident;
import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Memory;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Plan;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Reason;
import dev.tocsin.incident.State;
import dev.tocsin.incident.Target;
import dev.tocsin.round.RoundReport;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a round would do now, what not and why, and when at the earliest.
 *
 * @param at when it was asked
 * @param roundAt when the round comes that is explained: now, unless that would be too soon after
 *     the last one to count
 * @param targets one per target, by name
 * @param remarks what a human should know
 */
public record ExplainView(Instant at, Instant roundAt, List<Entry> targets, List<String> remarks) {

  /**
   * One target.
   *
   * @param target its name
   * @param states where it stands, and where a round would take it now
   * @param incident the open one
   * @param since when that began
   * @param blindSince since when we cannot see it
   * @param seen what was seen just now
   * @param preconditions each that is asked for before acting
   * @param reason what is decided, and why
   * @param holds all that holds the next attempt, the weightiest first
   * @param attempt what would be made or looked for now
   * @param earliest when the next attempt could come, as far as waiting alone brings it
   * @param needs what waiting alone does not bring
   * @param budget what attempts are left; absent: no remediation is configured
   * @param owed what is to be told of it, and would be told now unless it waits
   * @param wouldTell what would be told of it now
   */
  public record Entry(
      String target,
      List<State> states,
      Optional<String> incident,
      Optional<Instant> since,
      Optional<Instant> blindSince,
      Seen seen,
      List<Fact> preconditions,
      ReasonView reason,
      List<ReasonView> holds,
      Optional<AttemptView> attempt,
      Optional<Instant> earliest,
      List<String> needs,
      Optional<BudgetView> budget,
      List<OwedView> owed,
      List<Notice.Kind> wouldTell) {}

  /** What was seen. */
  public record Seen(Kind kind, Optional<Observation.Cause> cause, String detail) {

    /** The observations there are. */
    public enum Kind {
      PASSING,
      FAILING,
      UNKNOWN
    }

    static Seen of(Observation observation) {
      if (observation instanceof Observation.Unknown unknown) {
        return new Seen(Kind.UNKNOWN, Optional.of(unknown.cause()), unknown.detail());
      }
      boolean passing = observation instanceof Observation.Passing;
      return new Seen(passing ? Kind.PASSING : Kind.FAILING, Optional.empty(), observation.words());
    }
  }

  /** A precondition with its verdict. */
  public record Fact(String name, String subject, Precondition.Verdict verdict, String detail) {
    static Fact of(Precondition precondition) {
      return new Fact(
          precondition.name(),
          precondition.subject(),
          precondition.verdict(),
          precondition.detail());
    }
  }

  /**
   * The view of a rehearsed round.
   *
   * @param recipients who is told of what
   */
  public static ExplainView of(
      RoundReport report,
      List<Target> targets,
      Recipients recipients,
      Instant at,
      Instant roundAt) {
    Map<String, Target> byName =
        targets.stream().collect(Collectors.toMap(Target::name, Function.identity()));
    List<Entry> entries = report.plan().stream()
        .flatMap(p -> p.decisions().stream()
            .map(d -> entry(d, p, byName.get(d.target()), owed(d, report, recipients), roundAt)))
        .toList();
    return new ExplainView(at, roundAt, entries, report.remarks());
  }

  /** Of these targets; of all, if none is named. */
  public ExplainView only(List<String> named) {
    return named.isEmpty()
        ? this
        : new ExplainView(
            at,
            roundAt,
            targets.stream().filter(entry -> named.contains(entry.target())).toList(),
            remarks);
  }

  private static Entry entry(
      Decision decision, Plan plan, Target target, List<OwedView> owed, Instant at) {
    Memory after = plan.next().of(decision.target());
    return new Entry(
        decision.target(),
        RoundView.states(decision),
        after.incident().map(Incident::id).map(IncidentId::toString),
        after.incident().map(i -> i.opened().at()),
        StatusView.blindSince(after),
        Seen.of(decision.seen().observation()),
        decision.seen().preconditions().stream().map(Fact::of).toList(),
        ReasonView.of(decision.reason()),
        decision.holds().stream().map(ReasonView::of).toList(),
        decision.act().map(a -> AttemptView.of(a, Map.of())),
        earliest(decision),
        needs(decision),
        target.policy().remediation().map(r -> BudgetView.of(r, decision.before(), at)),
        owed,
        wouldTell(decision.target(), plan));
  }

  /** What a round would owe, and how often it was tried until now. */
  private static List<OwedView> owed(Decision decision, RoundReport report, Recipients recipients) {
    return report
        .ledger()
        .map(ledger -> OwedView.of(decision.after(), ledger, recipients))
        .orElse(List.of());
  }

  private static Optional<Instant> earliest(Decision decision) {
    return decision.holds().isEmpty()
        ? decision.reason().earliest()
        : decision.holds().stream()
            .flatMap(h -> h.earliest().stream())
            .max(Comparator.naturalOrder());
  }

  private static List<String> needs(Decision decision) {
    return decision.holds().stream()
        .filter(h -> h.earliest().isEmpty())
        .map(ExplainView::need)
        .toList();
  }

  private static String need(Reason hold) {
    return switch (hold.code()) {
      case HELD -> hold.facts();
      case ATTEMPT_OPEN -> "the outcome of " + hold.facts();
      default -> "a human: " + hold.sentence();
    };
  }

  private static List<Notice.Kind> wouldTell(String target, Plan plan) {
    return plan.notices().stream()
        .filter(n -> n.members().stream().anyMatch(m -> m.target().equals(target)))
        .map(Notice::kind)
        .toList();
  }
}
