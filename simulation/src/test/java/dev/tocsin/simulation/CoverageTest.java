package dev.tocsin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Policy;
import dev.tocsin.simulation.law.Coverage;
import dev.tocsin.simulation.search.Fate;
import dev.tocsin.simulation.search.Mishap;
import dev.tocsin.simulation.search.See;
import dev.tocsin.simulation.search.Turn;
import dev.tocsin.simulation.story.ChangeReader;
import dev.tocsin.simulation.world.Simulation;
import dev.tocsin.simulation.world.Witness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every row, every reason and every "sometimes" is reached, or the build fails. */
class CoverageTest {

  private static final long SEED = 20261122;
  private static final int RUNS = 60;
  private static final int TURNS = 150;

  private final Coverage coverage = new Coverage();

  @Test
  void nothing_that_can_happen_is_left_out() {
    Random random = new Random(SEED);
    List<Policy> policies = List.of(
        Worlds.policy(),
        Worlds.smallPolicy(),
        Worlds.hastyPolicy(),
        Policy.DEFAULT.remindEvery(Duration.ofHours(1)));
    for (int run = 0; run < RUNS; run++) {
      Policy policy = policies.get(run % policies.size());
      storm(Worlds.of(policy, 4, Witness.REMEMBERS), random);
    }
    everLess();
    assertThat(coverage.missing()).isEmpty();
  }

  private void storm(Simulation world, Random random) {
    for (int i = 0; i < TURNS; i++) {
      if (random.nextInt(20) == 0) {
        world.apply(ChangeReader.read("next round overlapped after look"));
      }
      turn(random).play(world);
      coverage.add(Worlds.last(world));
    }
  }

  /** So many notices in a day that closing has to wait. */
  private void everLess() {
    Simulation world = Worlds.of(Policy.DEFAULT.quietLimit(Duration.ZERO), 1);
    for (int i = 0; i < 30; i++) {
      world = Turn.played(world, Turn.parse("F F P P P"));
      coverage.add(Worlds.last(world));
    }
  }

  private static Turn turn(Random random) {
    List<See> sees = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      sees.add(random.nextInt(3) > 0 ? See.FAIL : pick(See.values(), random));
    }
    if (random.nextInt(3) == 0) {
      sees.replaceAll(see -> See.PASS);
    }
    boolean calm = random.nextInt(4) > 0;
    Fate mail = calm ? Fate.DONE : pick(Fate.values(), random);
    Fate repair = calm ? Fate.DONE : pick(Fate.values(), random);
    Mishap mishap = random.nextInt(4) > 0 ? Mishap.NONE : pick(Mishap.values(), random);
    return new Turn(sees, mail, repair == Fate.REJECTED ? Fate.REFUSED : repair, mishap);
  }

  private static <T> T pick(T[] values, Random random) {
    return values[random.nextInt(values.length)];
  }
}
