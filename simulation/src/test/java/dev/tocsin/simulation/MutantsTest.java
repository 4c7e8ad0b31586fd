package dev.tocsin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Remediation;
import dev.tocsin.simulation.law.Calm;
import dev.tocsin.simulation.law.Invariant;
import dev.tocsin.simulation.law.Invariants;
import dev.tocsin.simulation.search.Turn;
import dev.tocsin.simulation.story.ChangeReader;
import dev.tocsin.simulation.world.Change;
import dev.tocsin.simulation.world.Ports;
import dev.tocsin.simulation.world.Simulation;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A check that never failed proves nothing: each invariant kills a named mutant. */
class MutantsTest {

  static Stream<Arguments> safety() {
    return Stream.of(
        kills(
            "forgets its charges",
            Invariants.RESTARTS_PER_WINDOW,
            Mutants.forgetting(Mutants::withoutCharges),
            "F F F P"),
        kills(
            "forgets that an attempt is settling",
            Invariants.ONE_AT_A_TIME,
            Mutants.forgetting(m -> Mutants.withoutSettle(Mutants.withoutCharges(m))),
            "F F P"),
        kills(
            "forgets that it told",
            Invariants.TOLD_ONCE,
            Mutants.forgetting(Mutants::withoutTelling),
            "F"),
        kills(
            "ignores a 409",
            Invariants.TOLD_ONCE,
            Mutants.overwriting(),
            "F P",
            "next round overlapped after look"),
        kills(
            "forgets how often it tried",
            Invariants.FEW_REPEATS,
            Mutants.writing((read, next) -> Mutants.triesForgotten(next)),
            "F?"),
        kills(
            "numbers its alerts by the weather",
            Invariants.SAME_MAIL,
            Mutants.forgetting(m -> Mutants.withRenumberedAlerts(Mutants.withoutTelling(m))),
            "F FK"),
        kills(
            "acts on what it did not write down",
            Invariants.WRITTEN_FIRST,
            Mutants.writing((read, next) -> Mutants.unwritten(next)),
            "F"),
        kills(
            "believes that it told",
            Invariants.NO_STRAY_RECOVERY,
            Mutants.forgetting(Mutants::rememberingItTold),
            "F- P"),
        kills(
            "goes where no row leads",
            Invariants.DECLARED_ROWS,
            Mutants.writing((read, next) -> Mutants.displaced(next)),
            "F"),
        kills(
            "does not count its rounds",
            Invariants.ROUNDS_GO_UP,
            Mutants.writing(Mutants::standing),
            "P"),
        kills(
            "goes on when its plan was not written",
            Invariants.LOSER_DOES_NOTHING,
            Mutants.goingOnUnwritten(),
            "F",
            "ledger losing writes"),
        kills(
            "believes its copy where it gets no answer",
            Invariants.NEVER_UNREAD,
            Mutants.believingItsCopy(),
            "F",
            "ledger newer than we are"),
        kills(
            "does not hear that it is paused",
            Invariants.PAUSED_IS_QUIET,
            Mutants.forgetting(Mutants::withoutPause),
            "F F="),
        kills(
            "takes a switched-off target for a sick one",
            Invariants.OFF_IS_LEFT_ALONE,
            Mutants.seeing(Mutants::alwaysFailing),
            "O"),
        kills(
            "writes down that it has read",
            Invariants.REHEARSED,
            Mutants.writingWhenItReads(),
            "F",
            "rehearsal by hand"),
        kills(
            "keeps every notice for ever",
            Invariants.BOUNDED,
            Mutants.writing(Mutants::repeatedlyKept),
            "F? P?"),
        kills("decides by chance", Invariants.PURE, byChance(), "F"),
        kills(
            "does not look at the node",
            Invariants.ACTS_ONLY_WHERE_IT_CAN_HELP,
            Mutants.seeing(Mutants::withoutNode),
            "N"),
        kills(
            "does not look once more",
            Invariants.ACTS_ONLY_WHERE_IT_CAN_HELP,
            Mutants.withoutRecheck(),
            "F| F"),
        kills("knows no deadline", Invariants.IN_TIME, Mutants.patient(), "F P", "mail takes 300s"),
        kills(
            "does not hear SIGTERM",
            Invariants.STOPS,
            Mutants.deaf(),
            "F",
            "next round told to stop before tell"),
        kills("has a queue that is late", Invariants.IN_ORDER, Mutants.late(), "F P P P P"),
        kills(
            "trusts every recovery",
            Invariants.NOT_TOO_MANY,
            Mutants.forgetting(Mutants::withoutTrust),
            "F P"),
        kills(
            "does not confirm afresh",
            Invariants.FRESHLY_CONFIRMED,
            Mutants.forgetting(Mutants::alwaysFresh),
            "F N"),
        kills(
            "makes a leftover that has lapsed",
            Invariants.FRESHLY_CONFIRMED,
            Mutants.forgetting(Mutants::neverLapsed),
            "F F+! N+!"),
        kills(
            "forgets how often it has repaired",
            Invariants.FEW_PER_INCIDENT,
            Mutants.forgetting(Mutants::withoutAttempts),
            "F"),
        kills(
            "makes a leftover again without looking",
            Invariants.ONE_EFFECT_PER_KEY,
            Mutants.findingNothing(),
            "F FK"));
  }

  @ParameterizedTest(name = "a mutant that {0} is caught by: {1}")
  @MethodSource("safety")
  void every_safety_invariant_kills_its_mutant(
      String mutant,
      Invariant invariant,
      UnaryOperator<Ports> breaking,
      String turns,
      List<Change> changes) {
    Policy policy = policy(invariant);
    Simulation broken = Worlds.of(Worlds.setting(policy, 1), breaking);
    assertThat(firstViolation(broken, invariant, turns, changes)).as(mutant).isPresent();
    Simulation whole = Worlds.of(policy, 1);
    assertThat(firstViolation(whole, invariant, turns, changes))
        .as("the real rules")
        .isEmpty();
  }

  private static Policy policy(Invariant invariant) {
    if (invariant == Invariants.FEW_PER_INCIDENT) {
      return Policy.DEFAULT.remediation(Remediation.by("restart"));
    }
    return invariant == Invariants.RESTARTS_PER_WINDOW ? Worlds.hastyPolicy() : Worlds.policy();
  }

  @Test
  void every_safety_invariant_is_in_the_list_of_kills() {
    Set<Object> killing = new HashSet<>();
    safety().forEach(arguments -> killing.add(arguments.get()[1]));
    assertThat(killing).containsAll(Invariants.ALL);
  }

  static Stream<Arguments> liveness() {
    return Stream.of(
        Arguments.of("never alerts", Calm.L1_TOLD, Mutants.silentAbout(Notice.Kind.ALERT)),
        Arguments.of(
            "never tells recoveries", Calm.L2_CLOSED, Mutants.silentAbout(Notice.Kind.RECOVERY)),
        Arguments.of("never acts", Calm.L3_REPAIRED, Mutants.neverActing()),
        Arguments.of("never takes over leftovers", Calm.L4_LEFTOVERS, Mutants.leaving()),
        Arguments.of("dies of a damaged ledger", Calm.L5_RESUMED, Mutants.dyingOfDamage()));
  }

  @ParameterizedTest(name = "a mutant that {0} is caught by: {1}")
  @MethodSource("liveness")
  void every_liveness_invariant_kills_its_mutant(
      String mutant, Calm calm, UnaryOperator<Ports> breaking) {
    Simulation broken = Worlds.of(Worlds.setting(Worlds.policy(), 1), breaking);
    Simulation whole = Worlds.of(Worlds.policy(), 1);
    List<Turn> storm = Turn.parse("F FK");
    assertThat(calm.broken(Turn.played(broken, storm))).as(mutant).isPresent();
    assertThat(calm.broken(Turn.played(whole, storm))).isEmpty();
  }

  @Test
  void every_liveness_invariant_is_in_the_list_of_kills() {
    assertThat(liveness().map(arguments -> arguments.get()[1])).contains((Object[]) Calm.values());
  }

  private static Arguments kills(
      String mutant,
      Invariant invariant,
      UnaryOperator<Ports> breaking,
      String turns,
      String... changes) {
    return Arguments.of(
        mutant,
        invariant,
        breaking,
        turns,
        Arrays.stream(changes).map(ChangeReader::read).toList());
  }

  /** Plays turns of an alphabet at random, always the same ones, for two days. */
  private static Optional<String> firstViolation(
      Simulation start, Invariant invariant, String turns, List<Change> changes) {
    List<Turn> alphabet = Turn.parse(turns);
    Random random = new Random(20261122);
    Simulation world = start.fork();
    for (int i = 0; i < 600; i++) {
      if (i % 3 == 1) {
        changes.forEach(world::apply);
      }
      Optional<String> between = invariant.broken(world.history());
      alphabet.get(random.nextInt(alphabet.size())).play(world);
      Optional<String> broken = between.or(() -> invariant.broken(world.history()));
      if (broken.isPresent()) {
        return broken;
      }
    }
    return Optional.empty();
  }

  private static UnaryOperator<Ports> byChance() {
    Random random = new Random(1);
    return Mutants.writing((read, next) -> {
      Ledger other = next.paused("t0", Optional.of(Instant.EPOCH));
      return random.nextBoolean() ? other : next;
    });
  }
}
