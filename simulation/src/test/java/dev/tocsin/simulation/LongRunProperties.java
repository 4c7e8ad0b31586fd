package dev.tocsin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.simulation.law.Calm;
import dev.tocsin.simulation.law.Invariants;
import dev.tocsin.simulation.law.Violation;
import dev.tocsin.simulation.search.Fate;
import dev.tocsin.simulation.search.Mishap;
import dev.tocsin.simulation.search.See;
import dev.tocsin.simulation.search.Turn;
import dev.tocsin.simulation.world.Simulation;
import dev.tocsin.simulation.world.Witness;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Large worlds randomly: long histories of several targets, first a storm, then a calm. */
class LongRunProperties {

  private static final List<String> POLICIES = List.of("policy", "small", "hasty");

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void no_long_history_breaks_an_invariant(
      @ForAll("policies") String policy, @ForAll("storms") List<Turn> turns) {
    storm(Worlds.of(Worlds.policy(policy), 3), turns);
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void no_long_history_breaks_an_invariant_where_the_world_remembers_us(
      @ForAll("policies") String policy, @ForAll("forgetful") List<Turn> turns) {
    storm(Worlds.of(Worlds.policy(policy), 2, Witness.REMEMBERS), turns);
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void after_every_storm_all_is_told_closed_repaired_and_settled(
      @ForAll("policies") String policy, @ForAll("storms") List<Turn> turns, @ForAll Calm calm) {
    Simulation storm = Turn.played(Worlds.of(Worlds.policy(policy), 2), turns);
    assertThat(calm.broken(storm).map(Simulation::ledger)).as("%s", turns).isEmpty();
  }

  private static void storm(Simulation world, List<Turn> turns) {
    for (Turn turn : turns) {
      turn.play(world);
      assertThat(Violation.first(Invariants.ALL, world.history())).isEmpty();
    }
  }

  @Provide
  Arbitrary<String> policies() {
    return Arbitraries.of(POLICIES);
  }

  /** Faults of every kind, but those that need a memory outside of the ledger. */
  @Provide
  Arbitrary<List<Turn>> storms() {
    return turns(Arbitraries.frequency(
        often(Mishap.NONE),
        seldom(Mishap.KILLED_BEFORE),
        seldom(Mishap.KILLED_AFTER),
        seldom(Mishap.OVERLAPPED),
        seldom(Mishap.SOON),
        seldom(Mishap.GAP),
        seldom(Mishap.CLOCK_BACK),
        seldom(Mishap.NODE_FLIPS),
        seldom(Mishap.PAUSED)));
  }

  @Provide
  Arbitrary<List<Turn>> forgetful() {
    return turns(Arbitraries.frequency(
        often(Mishap.NONE),
        seldom(Mishap.KILLED_AFTER),
        seldom(Mishap.LEDGER_LOST),
        seldom(Mishap.LEDGER_DAMAGED)));
  }

  private static Arbitrary<List<Turn>> turns(Arbitrary<Mishap> mishaps) {
    Arbitrary<See> see = Arbitraries.frequency(
        of(6, See.FAIL),
        of(5, See.PASS),
        of(2, See.NODE_DOWN),
        of(1, See.UNKNOWN),
        of(1, See.NODE_UNKNOWN),
        of(1, See.OFF));
    Arbitrary<Fate> fate = Arbitraries.frequency(
        of(9, Fate.DONE),
        of(1, Fate.NOT_DONE),
        of(1, Fate.REFUSED),
        of(1, Fate.LOST),
        of(1, Fate.LOST_DONE));
    return Combinators.combine(see.list().ofSize(3), fate, fate, mishaps)
        .as(Turn::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(150);
  }

  private static Tuple2<Integer, Mishap> often(Mishap mishap) {
    return of(20, mishap);
  }

  private static Tuple2<Integer, Mishap> seldom(Mishap mishap) {
    return of(1, mishap);
  }

  private static <T> Tuple2<Integer, T> of(int weight, T value) {
    return Tuple.of(weight, value);
  }
}
