package dev.tocsin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Plan;
import dev.tocsin.incident.Policy;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
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
            "forgets how often it tried",
            Invariants.FEW_REPEATS,
            Mutants.settling(Mutants::triesForgotten),
            "F?"),
        kills(
            "numbers its alerts by the weather",
            Invariants.SAME_MAIL,
            Mutants.forgetting(m -> Mutants.withRenumberedAlerts(Mutants.withoutTelling(m))),
            "F FK"),
        kills(
            "acts on what it did not write down",
            Invariants.WRITTEN_FIRST,
            Mutants.planning((l, p) -> Mutants.unwritten(p)),
            "F"),
        kills(
            "believes that it told",
            Invariants.NO_STRAY_RECOVERY,
            Mutants.forgetting(Mutants::rememberingItTold),
            "F- P"),
        kills(
            "loses the way it came",
            Invariants.DECLARED_ROWS,
            Mutants.planning((l, p) -> Mutants.withoutPath(p)),
            "F"),
        kills(
            "does not count its rounds",
            Invariants.ROUNDS_GO_UP,
            Mutants.planning(Mutants::standing),
            "P"),
        kills(
            "does not hear that it is paused",
            Invariants.PAUSED_IS_QUIET,
            Mutants.forgetting(Mutants::withoutPause),
            "F F="),
        kills(
            "keeps every notice for ever",
            Invariants.BOUNDED,
            Mutants.planning((l, p) -> Mutants.repeatedlyTried(p)),
            "F? P?"),
        kills("decides by chance", Invariants.PURE, byChance(), "F"),
        kills(
            "does not look at the node",
            Invariants.ACTS_ONLY_WHERE_IT_CAN_HELP,
            Mutants.seeing(Mutants::withoutNode),
            "N"),
        kills("sends what was closed", Invariants.IN_ORDER, keepsClosedNotices(), "F?+ P?+"),
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
            "makes a leftover again without looking",
            Invariants.ONE_EFFECT_PER_KEY,
            Mutants.planning((l, p) -> Mutants.twice(p)),
            "F FK"));
  }

  @ParameterizedTest(name = "a mutant that {0} is caught by: {1}")
  @MethodSource("safety")
  void every_safety_invariant_kills_its_mutant(
      String mutant, Invariant invariant, UnaryOperator<Rules> breaking, String turns) {
    Policy policy =
        invariant == Invariants.RESTARTS_PER_WINDOW ? Worlds.hastyPolicy() : Worlds.policy();
    World broken = Worlds.of(policy, 1, World.Witness.FORGETS, breaking);
    assertThat(firstViolation(broken, invariant, turns)).as(mutant).isPresent();
    World whole = Worlds.of(policy, 1);
    assertThat(firstViolation(whole, invariant, turns)).as("the real rules").isEmpty();
  }

  @Test
  void every_safety_invariant_is_in_the_list_of_kills() {
    Set<Object> killing = new HashSet<>();
    safety().forEach(arguments -> killing.add(arguments.get()[1]));
    assertThat(killing).containsAll(Invariants.ALL);
  }

  static Stream<Arguments> liveness() {
    return Stream.of(
        Arguments.of("never alerts", Calm.L1_TOLD, withoutNotices(Notice.Kind.ALERT)),
        Arguments.of(
            "never tells recoveries", Calm.L2_CLOSED, withoutNotices(Notice.Kind.RECOVERY)),
        Arguments.of(
            "never acts", Calm.L3_REPAIRED, Mutants.planning((l, p) -> Mutants.withoutActs(p))),
        Arguments.of(
            "never takes over leftovers",
            Calm.L4_LEFTOVERS,
            Mutants.planning((l, p) -> withoutLeftovers(p))));
  }

  @ParameterizedTest(name = "a mutant that {0} is caught by: {1}")
  @MethodSource("liveness")
  void every_liveness_invariant_kills_its_mutant(
      String mutant, Calm calm, UnaryOperator<Rules> breaking) {
    World broken = Worlds.of(Worlds.policy(), 1, World.Witness.FORGETS, breaking);
    World whole = Worlds.of(Worlds.policy(), 1);
    List<Turn> storm = Turn.parse("F FK");
    assertThat(calm.broken(broken, broken.play(Stage.start(), storm)))
        .as(mutant)
        .isPresent();
    assertThat(calm.broken(whole, whole.play(Stage.start(), storm))).isEmpty();
  }

  private static Arguments kills(
      String mutant, Invariant invariant, UnaryOperator<Rules> breaking, String turns) {
    return Arguments.of(mutant, invariant, breaking, turns);
  }

  /** Plays turns of an alphabet at random, always the same ones, for two days. */
  private static Optional<String> firstViolation(World world, Invariant invariant, String turns) {
    List<Turn> alphabet = Turn.parse(turns);
    Random random = new Random(20261122);
    Stage stage = Stage.start();
    for (int i = 0; i < 600; i++) {
      stage = world.play(stage, alphabet.get(random.nextInt(alphabet.size())));
      Optional<String> broken = invariant.broken(world, stage);
      if (broken.isPresent()) {
        return broken;
      }
    }
    return Optional.empty();
  }

  private static UnaryOperator<Rules> byChance() {
    Random random = new Random(1);
    AtomicLong calls = new AtomicLong();
    return Mutants.planning((ledger, plan) -> calls.incrementAndGet() > 2 && random.nextBoolean()
        ? Mutants.standing(ledger, plan)
        : plan);
  }

  /** An unsettled alert outlives its incident. */
  private static UnaryOperator<Rules> keepsClosedNotices() {
    return Mutants.planning((ledger, plan) -> {
      List<Notice> late = ledger.notices().stream()
          .filter(n -> n.kind() == Notice.Kind.ALERT)
          .filter(n -> plan.notices().stream().noneMatch(m -> m.key().equals(n.key())))
          .toList();
      Plan kept = new Plan(
          Mutants.with(
              plan.next(),
              plan.next().schedule(),
              Stream.concat(plan.next().notices().stream(), late.stream())
                  .distinct()
                  .toList()),
          plan.rhythm(),
          plan.decisions(),
          Stream.concat(plan.notices().stream(), late.stream()).toList(),
          plan.left());
      return late.isEmpty() ? plan : kept;
    });
  }

  private static UnaryOperator<Rules> withoutNotices(Notice.Kind kind) {
    return Mutants.planning((l, p) -> Mutants.withoutNotices(p, n -> n.kind() == kind));
  }

  private static Plan withoutLeftovers(Plan plan) {
    return Mutants.withoutNotices(plan, n -> n.tries() > 1);
  }
}
