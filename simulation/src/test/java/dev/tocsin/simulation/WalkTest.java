package dev.tocsin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.simulation.law.Invariants;
import dev.tocsin.simulation.search.Turn;
import dev.tocsin.simulation.search.Walk;
import dev.tocsin.simulation.world.Simulation;
import dev.tocsin.simulation.world.Witness;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small worlds completely: every history over an alphabet up to a length. */
class WalkTest {

  /** Some walks begin after a prefix, so that they reach what lies deep. */
  @ParameterizedTest(name = "{0}, {2} rounds of {3} after {1}")
  @CsvSource({
    "policy, '',                8, P F U N",
    "small,  '',                8, P F U N",
    "hasty,  '',                8, P F U N",
    "policy, '',                7, P F F! FK F& N",
    "policy, F F F F F F F,     7, P F N F! PK",
    "policy, F F P P F F F F P, 6, P F N F? P! U",
    "small,  '',                6, P F F! F? P? FK Fk",
    "hasty,  '',                6, P F F! F? P- FK P&",
    "policy, '',                6, P F F' P' F~ F< F> FK",
    "small,  '',                6, P F F0 F# P0 F| Fx",
    "hasty,  '',                6, P F U F= O FX M F0",
    "small,  F F F F F F F F,   6, P F F- F? N FK"
  })
  void no_history_breaks_an_invariant(String policy, String prefix, int length, String alphabet) {
    Simulation start = Turn.played(Worlds.of(Worlds.policy(policy), 1), Turn.parse(prefix));
    List<Turn> turns = Turn.parse(alphabet);
    Walk walk = new Walk(turns, Invariants.ALL);
    assertThat(walk.from(start, length)).isEmpty();
    assertThat(walk.histories()).isEqualTo(all(turns.size(), length));
  }

  @Test
  void a_world_that_remembers_our_deeds_needs_no_ledger_for_its_budgets() {
    Simulation world = Worlds.of(Worlds.policy(), 1, Witness.REMEMBERS);
    Walk walk = new Walk(Turn.parse("P F F0 F# FK F!"), Invariants.ALL);
    assertThat(walk.from(world, 6)).isEmpty();
  }

  private static long all(int letters, int length) {
    long all = 0;
    long power = 1;
    for (int i = 0; i < length; i++) {
      power *= letters;
      all += power;
    }
    return all;
  }
}
