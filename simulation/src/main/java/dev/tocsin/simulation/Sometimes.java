package dev.tocsin.simulation;

import dev.tocsin.incident.Act;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Telling;
import java.util.function.Predicate;

/** The interesting: each must happen somewhere in the proof. */
enum Sometimes {
  A_SECOND_ROUND_RAN_IN_BETWEEN(step -> step.plans().size() == 2),
  A_LOST_MAIL_WAS_SENT_AGAIN(
      step -> step.deliveries().stream().anyMatch(d -> d.notice().tries() > 1)),
  ONE_MAIL_TOLD_BOTH(step -> step.deliveries().stream()
      .filter(d -> d.notice().kind() == Notice.Kind.RECOVERY)
      .flatMap(d -> d.notice().members().stream())
      .anyMatch(m -> m.begun() != Telling.TOLD)),
  AN_ALERT_TOOK_IN_AN_OLDER_RECOVERY(step -> step.deliveries().stream()
      .flatMap(d -> d.notice().members().stream())
      .anyMatch(m -> m.earlier().isPresent())),
  THE_NODE_FLIPPED_BEFORE_ACTING(step -> step.turn().mishap() == Mishap.NODE_FLIPS
      && step.plans().get(0).acts().stream().anyMatch(a -> a.mode() == Act.Mode.PERFORM)),
  A_LEFTOVER_WAS_MADE_AFTER_ALL(step -> !step.effects().isEmpty()
      && step.plans().get(0).acts().stream().anyMatch(a -> a.mode() == Act.Mode.RESUME)),
  A_LEFTOVER_WAS_FOUND(step -> step.effects().isEmpty()
      && step.plans().get(0).acts().stream().anyMatch(a -> a.mode() != Act.Mode.PERFORM)
      && step.after().memories().values().stream()
          .anyMatch(m -> m.attempts().settling().isPresent())),
  A_FUTURE_TIME_WAS_REWRITTEN(step -> step.before().schedule().lastCounted().isAfter(step.clock())),
  AN_ALERT_WAS_LOST_FOR_GOOD(step -> step.after().memories().values().stream()
      .flatMap(m -> m.incident().stream())
      .anyMatch(i -> i.alert() == Telling.LOST)),
  MEMORY_WAS_READ_BACK(
      step -> step.seen().values().stream().anyMatch(s -> s.witness().told().isPresent()));

  private final Predicate<Step> happened;

  Sometimes(Predicate<Step> happened) {
    this.happened = happened;
  }

  boolean happened(Step step) {
    return happened.test(step);
  }
}
