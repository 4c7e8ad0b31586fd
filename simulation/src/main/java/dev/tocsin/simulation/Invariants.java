package dev.tocsin.simulation;

import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Memory;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Plan;
import dev.tocsin.incident.Remediation;
import dev.tocsin.incident.State;
import dev.tocsin.incident.Target;
import dev.tocsin.incident.Telling;
import dev.tocsin.incident.Transition;
import dev.tocsin.simulation.Step.Delivery;
import dev.tocsin.simulation.Step.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The invariants that live in the rules. S and L numbers are those of the catalogue of faults. */
final class Invariants {

  private static final Duration DAY = Duration.ofDays(1);
  private static final int NOTICES_PER_TARGET = 5;
  private static final Set<Transition> ROWS = Set.copyOf(Transition.all());

  static final Invariant RESTARTS_PER_WINDOW =
      new Invariant("S2 no window has more restarts than its budget", Invariants::window);
  static final Invariant TOLD_ONCE =
      new Invariant("S3 an alert known to be accepted is never sent again", Invariants::toldOnce);
  static final Invariant FEW_REPEATS =
      new Invariant("S3 a lost answer costs three mails, then one a day", Invariants::fewRepeats);
  static final Invariant SAME_MAIL =
      new Invariant("S3 a mail that is repeated has the same Message-ID", Invariants::sameMail);
  static final Invariant WRITTEN_FIRST =
      new Invariant("S4 nothing is done that was not written down", Invariants::writtenFirst);
  static final Invariant NO_STRAY_RECOVERY =
      new Invariant("S5 no recovery of what nobody was told", Invariants::noStrayRecovery);
  static final Invariant DECLARED_ROWS =
      new Invariant("S6 states move along the declared rows only", Invariants::declaredRows);
  static final Invariant ROUNDS_GO_UP =
      new Invariant("S6 the count of rounds never falls", Invariants::roundsGoUp);
  static final Invariant PAUSED_IS_QUIET =
      new Invariant("S9 a paused or switched-off target is left alone", Invariants::quiet);
  static final Invariant BOUNDED =
      new Invariant("S12 the ledger does not grow with time", Invariants::bounded);
  static final Invariant PURE = new Invariant("S13 equal input, equal decision", Invariants::pure);
  static final Invariant ACTS_ONLY_WHERE_IT_CAN_HELP =
      new Invariant("S1 no restart unless every precondition is MET", Invariants::preconditions);
  static final Invariant IN_ORDER =
      new Invariant("rule 5: nobody is told things out of order", Invariants::inOrder);
  static final Invariant NOT_TOO_MANY =
      new Invariant("rule 6: at most 24 notices a day", Invariants::notTooMany);
  static final Invariant FRESHLY_CONFIRMED =
      new Invariant("rule 8: failures are confirmed afresh", Invariants::freshlyConfirmed);
  static final Invariant ONE_AT_A_TIME =
      new Invariant("rule 9: no restart within the settle of the last", Invariants::settle);
  static final Invariant ONE_EFFECT_PER_KEY =
      new Invariant("an attempt takes effect at most once", Invariants::oneEffect);

  static final List<Invariant> ALL = List.of(
      RESTARTS_PER_WINDOW,
      TOLD_ONCE,
      FEW_REPEATS,
      SAME_MAIL,
      WRITTEN_FIRST,
      NO_STRAY_RECOVERY,
      DECLARED_ROWS,
      ROUNDS_GO_UP,
      PAUSED_IS_QUIET,
      BOUNDED,
      PURE,
      ACTS_ONLY_WHERE_IT_CAN_HELP,
      IN_ORDER,
      NOT_TOO_MANY,
      FRESHLY_CONFIRMED,
      ONE_AT_A_TIME,
      ONE_EFFECT_PER_KEY);

  private Invariants() {}

  /** The first of all that the newest step of this stage breaks. */
  static Optional<String> firstBroken(World world, Stage stage) {
    for (Invariant invariant : ALL) {
      Optional<String> broken = invariant.broken(world, stage);
      if (broken.isPresent()) {
        return Optional.of(invariant.name() + ": " + broken.get() + " after " + stage.history());
      }
    }
    return Optional.empty();
  }

  // Restarts

  private static Optional<String> window(World world, Stage stage, Step step) {
    for (Effect effect : step.effects()) {
      Remediation remediation = remediation(world, effect);
      Instant since = step.truth().minus(remediation.window());
      long count = known(world, stage)
          .takeWhile(s -> s.truth().isAfter(since))
          .flatMap(s -> s.effects().stream())
          .filter(e -> sameTarget(e, effect))
          .count();
      if (count > remediation.attemptsPerWindow()) {
        return Optional.of(count + " restarts of " + effect.attempt().target());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> settle(World world, Stage stage, Step step) {
    for (Effect effect : step.effects()) {
      boolean within = known(world, stage)
          .skip(1)
          .flatMap(s -> s.effects().stream())
          .filter(e -> sameTarget(e, effect))
          .anyMatch(e -> step.truth().isBefore(e.truth().plus(e.attempt().settle())));
      if (within) {
        return Optional.of(effect.attempt().key());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> oneEffect(World world, Stage stage, Step step) {
    return step.effects().stream()
        .map(e -> e.attempt().key())
        .filter(key -> stage
                .steps()
                .flatMap(s -> s.effects().stream())
                .filter(e -> e.attempt().key().equals(key))
                .count()
            > 1)
        .findFirst();
  }

  private static Optional<String> preconditions(World world, Stage stage, Step step) {
    return step.effects().stream()
        .map(e -> e.attempt().target())
        .filter(t -> !see(world, step, t).mayAct() || step.turn().mishap() == Mishap.NODE_FLIPS)
        .findFirst();
  }

  private static Optional<String> freshlyConfirmed(World world, Stage stage, Step step) {
    for (Effect effect : step.effects()) {
      Target target = target(world, effect.attempt().target());
      int needed = isNew(stage, effect) ? target.policy().failuresToAlert() : 1;
      boolean confirmed = stage
          .steps()
          .filter(s -> s.plans().get(0).rhythm().counts())
          .limit(needed)
          .allMatch(s -> see(world, s, target.name()).mayAct());
      if (!confirmed) {
        return Optional.of(effect.attempt().key());
      }
    }
    return Optional.empty();
  }

  // Notices

  private static Optional<String> toldOnce(World world, Stage stage, Step step) {
    Set<IncidentId> alerted = about(step.deliveries().stream(), Notice.Kind.ALERT);
    return alerted.isEmpty()
        ? Optional.empty()
        : known(world, stage)
            .skip(1)
            .filter(s -> s.turn().mail() == Fate.DONE)
            .filter(s -> s.turn().mishap() != Mishap.KILLED_AFTER)
            .flatMap(s -> about(s.deliveries().stream(), Notice.Kind.ALERT).stream())
            .filter(alerted::contains)
            .map(IncidentId::toString)
            .findFirst();
  }

  private static Optional<String> fewRepeats(World world, Stage stage, Step step) {
    for (Delivery delivery : step.deliveries()) {
      List<Delivery> same = known(world, stage)
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

  private static Optional<String> sameMail(World world, Stage stage, Step step) {
    return step.deliveries().stream()
        .filter(d -> d.notice().kind() != Notice.Kind.REMINDER)
        .filter(d -> keys(world, stage, d).size() > 1)
        .map(d -> keys(world, stage, d).toString())
        .findFirst();
  }

  private static Set<String> keys(World world, Stage stage, Delivery delivery) {
    Set<IncidentId> ids = about(Stream.of(delivery), delivery.notice().kind());
    return known(world, stage)
        .flatMap(s -> s.deliveries().stream())
        .filter(d -> d.notice().kind() == delivery.notice().kind())
        .filter(d -> d.notice().members().stream().anyMatch(m -> ids.contains(m.about())))
        .map(d -> d.notice().key())
        .collect(Collectors.toSet());
  }

  private static Optional<String> noStrayRecovery(World world, Stage stage, Step step) {
    return step.deliveries().stream()
        .filter(d -> d.notice().kind() == Notice.Kind.RECOVERY)
        .flatMap(d -> d.notice().members().stream())
        .filter(m -> m.begun() == Telling.TOLD)
        .map(Notice.Member::about)
        .filter(id -> stage
            .steps()
            .noneMatch(s -> about(s.deliveries().stream(), Notice.Kind.ALERT).contains(id)))
        .map(IncidentId::toString)
        .findFirst();
  }

  private static Optional<String> inOrder(World world, Stage stage, Step step) {
    for (Delivery delivery : step.deliveries()) {
      for (Notice.Member member : delivery.notice().members()) {
        boolean late = known(world, stage)
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
        && earlier.members().stream()
            .anyMatch(m -> m.target().equals(member.target())
                && m.about().round() > member.about().round());
    return recovered || downAgain;
  }

  private static Optional<String> notTooMany(World world, Stage stage, Step step) {
    for (Delivery delivery : step.deliveries()) {
      String target = delivery.notice().members().get(0).target();
      Instant since = step.truth().minus(DAY);
      long count = known(world, stage)
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

  private static Optional<String> quiet(World world, Stage stage, Step step) {
    Stream<String> acted = step.effects().stream().map(e -> e.attempt().target());
    Stream<String> told = step.deliveries().stream()
        .filter(d -> d.notice().members().size() == 1)
        .map(d -> d.notice().members().get(0).target());
    Optional<String> paused = Stream.concat(acted, told)
        .filter(t ->
            step.before().of(t).pausedUntil().filter(step.clock()::isBefore).isPresent())
        .findFirst();
    return paused.or(() -> step.effects().stream()
        .map(e -> e.attempt().target())
        .filter(t -> see(world, step, t) == See.OFF)
        .findFirst());
  }

  // The machine and the ledger

  private static Optional<String> declaredRows(World world, Stage stage, Step step) {
    return step.plans().stream()
        .flatMap(plan -> plan.decisions().stream())
        .filter(d -> !chains(d.before().state(), d.path(), d.after().state()))
        .map(d -> d.before().state() + " " + d.path() + " " + d.after().state())
        .findFirst();
  }

  private static boolean chains(State from, List<Transition> path, State to) {
    State at = from;
    for (Transition row : path) {
      if (row.from() != at || !ROWS.contains(row)) {
        return false;
      }
      at = row.to();
    }
    return at == to;
  }

  private static Optional<String> roundsGoUp(World world, Stage stage, Step step) {
    long before = step.before().schedule().rounds();
    long after = step.after().schedule().rounds();
    return after > before ? Optional.empty() : Optional.of(before + " to " + after);
  }

  private static Optional<String> writtenFirst(World world, Stage stage, Step step) {
    Set<String> written =
        step.plans().stream().flatMap(Invariants::written).collect(Collectors.toSet());
    return Stream.concat(
            step.deliveries().stream().map(d -> d.notice().key()),
            step.effects().stream().map(e -> e.attempt().key()))
        .filter(key -> !written.contains(key))
        .findFirst();
  }

  private static Stream<String> written(Plan plan) {
    Ledger next = plan.next();
    return Stream.concat(
        next.notices().stream().map(Notice::key),
        next.memories().values().stream()
            .flatMap(m -> m.attempts().unsettled().stream())
            .map(a -> a.key()));
  }

  private static Optional<String> bounded(World world, Stage stage, Step step) {
    int notices = step.after().notices().size();
    return notices > NOTICES_PER_TARGET * world.targets().size()
            || step.after().memories().size() > world.targets().size()
        ? Optional.of(notices + " notices unsettled")
        : Optional.empty();
  }

  private static Optional<String> pure(World world, Stage stage, Step step) {
    Plan again = world.rules().plan(step.before(), step.seen(), step.clock());
    return again.equals(step.plans().get(0)) ? Optional.empty() : Optional.of("another plan");
  }

  // What was seen

  /** The steps since our memory was last lost for good, the newest first. */
  private static Stream<Step> known(World world, Stage stage) {
    if (world.witness() == World.Witness.REMEMBERS) {
      return stage.steps();
    }
    long since = stage.steps().takeWhile(s -> !forgot(s)).count();
    return stage.steps().limit(since + 1);
  }

  private static boolean forgot(Step step) {
    Mishap mishap = step.turn().mishap();
    return mishap == Mishap.LEDGER_LOST || mishap == Mishap.LEDGER_DAMAGED;
  }

  private static boolean isNew(Stage stage, Effect effect) {
    return effect.attempt().claimed().isPresent()
        && stage
            .earlier()
            .limit(60)
            .flatMap(s -> s.plans().stream())
            .flatMap(p -> p.acts().stream())
            .noneMatch(a -> a.attempt().key().equals(effect.attempt().key()));
  }

  private static Set<IncidentId> about(Stream<Delivery> deliveries, Notice.Kind kind) {
    return deliveries
        .filter(d -> d.notice().kind() == kind)
        .flatMap(d -> d.notice().members().stream())
        .map(Notice.Member::about)
        .collect(Collectors.toSet());
  }

  private static See see(World world, Step step, String name) {
    for (int i = 0; i < world.targets().size(); i++) {
      if (world.targets().get(i).name().equals(name)) {
        return step.turn().see(i);
      }
    }
    throw new IllegalArgumentException("no target " + name);
  }

  private static Target target(World world, String name) {
    return world.targets().stream()
        .filter(t -> t.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Remediation remediation(World world, Effect effect) {
    return target(world, effect.attempt().target()).policy().remediation().orElseThrow();
  }

  private static boolean sameTarget(Effect one, Effect other) {
    return one.attempt().target().equals(other.attempt().target());
  }
}
