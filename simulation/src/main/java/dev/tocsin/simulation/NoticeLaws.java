package dev.tocsin.simulation;

import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Memory;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Telling;
import dev.tocsin.simulation.Step.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold of notices. */
final class NoticeLaws {

  private static final Duration DAY = Duration.ofDays(1);

  private NoticeLaws() {}

  static Optional<String> toldOnce(World world, Stage stage, Step step) {
    Set<IncidentId> alerted = Seen.about(step.deliveries().stream(), Notice.Kind.ALERT);
    return alerted.isEmpty()
        ? Optional.empty()
        : Seen.known(world, stage)
            .skip(1)
            .filter(s -> s.turn().mail() == Fate.DONE)
            .filter(s -> s.turn().mishap() != Mishap.KILLED_AFTER)
            .flatMap(s -> Seen.about(s.deliveries().stream(), Notice.Kind.ALERT).stream())
            .filter(alerted::contains)
            .map(IncidentId::toString)
            .findFirst();
  }

  static Optional<String> fewRepeats(World world, Stage stage, Step step) {
    for (Delivery delivery : step.deliveries()) {
      List<Delivery> same = Seen.known(world, stage)
          .flatMap(s -> s.deliveries().stream())
          .filter(d -> d.notice().key().equals(delivery.notice().key()))
          .toList();
      boolean spaced =
          same.size() <= 3 || !step.truth().isBefore(same.get(1).truth().plus(DAY.dividedBy(2)));
      if (!spaced) {
        return Optional.of(
            same.size() + " mails with the key " + delivery.notice().key());
      }
    }
    return Optional.empty();
  }

  static Optional<String> sameMail(World world, Stage stage, Step step) {
    return step.deliveries().stream()
        .filter(d -> d.notice().kind() != Notice.Kind.REMINDER)
        .filter(d -> keys(world, stage, d).size() > 1)
        .map(d -> keys(world, stage, d).toString())
        .findFirst();
  }

  private static Set<String> keys(World world, Stage stage, Delivery delivery) {
    Set<IncidentId> ids = Seen.about(Stream.of(delivery), delivery.notice().kind());
    return Seen.known(world, stage)
        .flatMap(s -> s.deliveries().stream())
        .filter(d -> d.notice().kind() == delivery.notice().kind())
        .filter(d -> d.notice().members().stream().anyMatch(m -> ids.contains(m.about())))
        .map(d -> d.notice().key())
        .collect(Collectors.toSet());
  }

  static Optional<String> noStrayRecovery(World world, Stage stage, Step step) {
    return step.deliveries().stream()
        .filter(d -> d.notice().kind() == Notice.Kind.RECOVERY)
        .flatMap(d -> d.notice().members().stream())
        .filter(m -> m.begun() == Telling.TOLD)
        .map(Notice.Member::about)
        .filter(id -> stage
            .steps()
            .noneMatch(
                s -> Seen.about(s.deliveries().stream(), Notice.Kind.ALERT).contains(id)))
        .map(IncidentId::toString)
        .findFirst();
  }

  static Optional<String> inOrder(World world, Stage stage, Step step) {
    for (Delivery delivery : step.deliveries()) {
      for (Notice.Member member : delivery.notice().members()) {
        boolean late = Seen.known(world, stage)
            .skip(1)
            .flatMap(s -> s.deliveries().stream())
            .anyMatch(d -> outdates(d.notice(), delivery.notice().kind(), member));
        if (late && delivery.notice().members().size() == 1) {
          return Optional.of(delivery.notice().key());
        }
      }
    }
    return Optional.empty();
  }

  /** Whether an earlier notice makes news of this kind about this member old. */
  private static boolean outdates(Notice earlier, Notice.Kind kind, Notice.Member member) {
    boolean recovered = earlier.kind() == Notice.Kind.RECOVERY
        && Set.of(Notice.Kind.ALERT, Notice.Kind.GAVE_UP, Notice.Kind.REMINDER).contains(kind)
        && earlier.members().stream().anyMatch(m -> m.about().equals(member.about()));
    boolean downAgain = earlier.kind() == Notice.Kind.ALERT
        && kind == Notice.Kind.RECOVERY
        && earlier.members().stream().anyMatch(m -> isNewer(m.about(), member.about()));
    return recovered || downAgain;
  }

  /** By round and by time: a lost ledger counts rounds from the start, a clock may go back. */
  private static boolean isNewer(IncidentId one, IncidentId other) {
    return one.target().equals(other.target())
        && one.round() > other.round()
        && one.openedAt().isAfter(other.openedAt());
  }

  static Optional<String> notTooMany(World world, Stage stage, Step step) {
    for (Delivery delivery : step.deliveries()) {
      String target = delivery.notice().members().get(0).target();
      Instant since = step.truth().minus(DAY);
      long count = Seen.remembered(stage)
          .takeWhile(s -> s.truth().isAfter(since))
          .flatMap(s -> s.deliveries().stream())
          .filter(d -> d.notice().members().stream().anyMatch(m -> m.target().equals(target)))
          .map(d -> d.notice().key())
          .distinct()
          .count();
      if (count > Memory.NOTICES_A_DAY) {
        return Optional.of(count + " notices of " + target);
      }
    }
    return Optional.empty();
  }

  static Optional<String> quiet(World world, Stage stage, Step step) {
    Stream<String> acted = step.effects().stream().map(e -> e.attempt().target());
    Stream<String> told = step.deliveries().stream()
        .filter(d -> d.notice().members().size() == 1)
        .map(d -> d.notice().members().get(0).target());
    Optional<String> paused =
        Stream.concat(acted, told).filter(t -> isPaused(world, stage, step)).findFirst();
    return paused.or(() -> step.effects().stream()
        .map(e -> e.attempt().target())
        .filter(t -> Seen.see(world, step, t) == See.OFF)
        .findFirst());
  }

  /** By what the human said, not by what is remembered of it; his pauses last three intervals. */
  private static boolean isPaused(World world, Stage stage, Step step) {
    Duration pause = world.interval().multipliedBy(3);
    return Seen.remembered(stage)
        .takeWhile(s -> step.truth().isBefore(s.truth().plus(pause)))
        .anyMatch(s -> s.turn().mishap() == Mishap.PAUSED);
  }
}
