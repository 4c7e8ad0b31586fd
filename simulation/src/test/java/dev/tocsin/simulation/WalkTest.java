package dev.tocsin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small worlds completely: every history over an alphabet up to a length. */
class WalkTest {

  /** What the walks of this table reach is looked at in {@link CoverageTest}. */
  @ParameterizedTest(name = "{0}, {1} rounds of {2}")
  @CsvSource({
    "policy, 9, P F U N",
    "small,  9, P F U N",
    "hasty,  9, P F U N",
    "policy, 6, P F F! F? F- FK Fk F& N",
    "small,  7, P F F! F? P? FK Fk",
    "hasty,  7, P F F! F? P- FK P&",
    "policy, 6, P F F' P' F~ F< F> FK",
    "small,  6, P F F0 F# P0 F| Fx",
    "hasty,  6, P F U F= O FX M F0"
  })
  void no_history_breaks_an_invariant(String policy, int length, String alphabet) {
    World world = Worlds.of(policy(policy), 1);
    Walk walk = new Walk(world, Turn.parse(alphabet), new Coverage());
    assertThat(walk.upTo(length)).isEmpty();
    assertThat(walk.histories()).isEqualTo(all(Turn.parse(alphabet).size(), length));
  }

  @Test
  void a_world_that_remembers_our_deeds_needs_no_ledger_for_its_budgets() {
    World world = Worlds.of(Worlds.policy(), 1, World.Witness.REMEMBERS, rules -> rules);
    List<Turn> alphabet = Turn.parse("P F F0 F# FK F!");
    assertThat(new Walk(world, alphabet, new Coverage()).upTo(7)).isEmpty();
  }

  static Policy policy(String name) {
    return switch (name) {
      case "policy" -> Worlds.policy();
      case "small" -> Worlds.smallPolicy();
      default -> Worlds.hastyPolicy();
    };
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
