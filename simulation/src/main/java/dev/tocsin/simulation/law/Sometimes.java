package dev.tocsin.simulation.law;

import dev.tocsin.incident.Act;
import dev.tocsin.incident.Memory;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Plan;
import dev.tocsin.incident.Telling;
import dev.tocsin.round.RoundReport.Ending;
import dev.tocsin.simulation.world.RoundRecord;
import dev.tocsin.simulation.world.Step;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The interesting: each must happen somewhere in a proof. */
public enum Sometimes {
  A_SECOND_ROUND_RAN_IN_BETWEEN(step -> step.rounds().size() == 2),
  A_ROUND_WAS_OVERTAKEN(step -> step.rounds().stream()
      .anyMatch(r -> r.report().filter(s -> s.ending() == Ending.OVERTAKEN).isPresent())),
  A_LOST_MAIL_WAS_SENT_AGAIN(step ->
      step.mails().stream().anyMatch(m -> m.notice().filter(n -> n.tries() > 1).isPresent())),
  ONE_MAIL_TOLD_BOTH(step -> step.mails().stream()
      .filter(m -> m.kind() == Notice.Kind.RECOVERY)
      .flatMap(m -> Past.members(m).stream())
      .anyMatch(m -> m.begun() != Telling.TOLD)),
  AN_ALERT_TOOK_IN_AN_OLDER_RECOVERY(step -> step.mails().stream()
      .flatMap(m -> Past.members(m).stream())
      .anyMatch(m -> m.earlier().isPresent())),
  ONE_MAIL_TOLD_OF_SEVERAL(step -> step.mails().stream().anyMatch(m -> m.about().size() > 1)),
  THE_NODE_FLIPPED_BEFORE_ACTING(step -> step.rounds().stream()
      .anyMatch(r -> r.happened().stream().anyMatch(h -> h.startsWith("surprised")))),
  A_LEFTOVER_WAS_MADE_AFTER_ALL(
      step -> !step.restarts().isEmpty() && acts(step).anyMatch(a -> a == Act.Mode.RESUME)),
  A_LEFTOVER_WAS_FOUND(step -> step.restarts().isEmpty()
      && acts(step).anyMatch(a -> a != Act.Mode.PERFORM)
      && memories(step).anyMatch(m -> m.attempts().settling().isPresent())),
  A_FUTURE_TIME_WAS_REWRITTEN(step -> step.rounds().stream()
      .anyMatch(r ->
          r.loaded().filter(l -> l.schedule().lastCounted().isAfter(r.clock())).isPresent())),
  AN_ALERT_WAS_LOST_FOR_GOOD(step ->
      memories(step).flatMap(m -> m.incident().stream()).anyMatch(i -> i.alert() == Telling.LOST)),
  MEMORY_WAS_READ_BACK(step -> step.rounds().stream()
      .flatMap(r -> r.seen().values().stream())
      .anyMatch(s -> s.witness().told().isPresent()));

  private final Predicate<Step> happened;

  Sometimes(Predicate<Step> happened) {
    this.happened = happened;
  }

  /** Whether it happened in this step. */
  public boolean happened(Step step) {
    return happened.test(step);
  }

  private static Stream<Memory> memories(Step step) {
    return step.after().memories().values().stream();
  }

  private static Stream<Act.Mode> acts(Step step) {
    return step.rounds().stream()
        .flatMap(Sometimes::plan)
        .flatMap(p -> p.acts().stream())
        .map(Act::mode);
  }

  private static Stream<Plan> plan(RoundRecord round) {
    return round.report().stream().flatMap(report -> report.plan().stream());
  }
}
