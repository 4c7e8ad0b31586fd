package dev.tocsin.runner;

import dev.tocsin.incident.Decision;
import dev.tocsin.incident.Observation.Passing;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Precondition.Verdict;
import dev.tocsin.round.RoundReport;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.config.Few;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What would keep a repair waiting though nothing is down yet, because we may not look at it:
 * nodes, say. Who learns of it in the outage learns of it too late.
 */
final class Doubts {

  /** So begins what the cluster's adapter says of a right that is missing. */
  private static final String MISSING_RIGHT = "we may not ";

  private Doubts() {}

  /** The report with a remark for each thing that is not known. */
  static RoundReport remarked(RoundReport report, Configuration configuration) {
    Set<String> repaired = configuration.watches().stream()
        .map(Configuration.Watch::target)
        .filter(target -> target.policy().remediation().isPresent())
        .map(target -> target.name())
        .collect(Collectors.toSet());
    Map<String, List<String>> doubts = new TreeMap<>();
    report.plan().stream()
        .flatMap(plan -> plan.decisions().stream())
        .filter(decision -> repaired.contains(decision.target()))
        .forEach(decision -> doubt(decision)
            .ifPresent(detail ->
                doubts.computeIfAbsent(detail, none -> new ArrayList<>()).add(decision.target())));
    Stream<String> remarks = doubts.entrySet().stream()
        .map(doubt -> Few.of(doubt.getValue()) + " could not be repaired now: " + doubt.getKey()
            + "; 'tocsin doctor' says what is missing");
    return new RoundReport(
        report.ending(),
        report.plan(),
        report.outcomes(),
        report.ledger(),
        Stream.concat(report.remarks().stream(), remarks).toList(),
        report.bugs());
  }

  /** Of a target that passes: where one fails the decision says it. */
  private static Optional<String> doubt(Decision decision) {
    return Optional.of(decision.seen())
        .filter(seen -> seen.observation() instanceof Passing)
        .flatMap(seen -> seen.preconditions().stream()
            .filter(precondition -> precondition.verdict() == Verdict.UNKNOWN)
            .map(Precondition::detail)
            .filter(detail -> detail.startsWith(MISSING_RIGHT))
            .findFirst());
  }
}
