package dev.tocsin.runner.simulate;

import dev.tocsin.incident.Precondition.Verdict;
import dev.tocsin.incident.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the page draws. Its form is that of the page's script.
 *
 * @param zone of the times that are shown
 * @param figures pairs of what is counted and its number
 */
record HistoryView(
    String title,
    String why,
    String origin,
    String zone,
    long intervalSeconds,
    Instant from,
    Instant to,
    List<List<String>> figures,
    List<Lane> targets,
    List<Letter> mails,
    List<Fault> faults,
    List<Judged> invariants) {

  /** One target. */
  record Lane(String name, List<Look> rounds, List<Repair> attempts) {}

  /**
   * One target in one round.
   *
   * @param seen {@code passing}, {@code failing} or {@code unknown}
   */
  record Look(
      Instant at,
      State state,
      List<State> path,
      String seen,
      String symptom,
      List<Fact> preconditions,
      String reason,
      List<String> remarks) {}

  /** A precondition. */
  record Fact(String name, Verdict verdict, String detail) {}

  /** A restart that took effect. */
  record Repair(Instant at, String key, String step, String outcome, boolean effect) {}

  /** A mail that arrived. */
  record Letter(
      Instant at, String subject, List<String> targets, String outcome, boolean delivered) {}

  /**
   * An invariant.
   *
   * @param verdict {@code held} or {@code broken}
   * @param at when the step began that broke it
   */
  record Judged(String name, String verdict, Optional<String> detail, Optional<Instant> at) {}
}
