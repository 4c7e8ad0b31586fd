package dev.tocsin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Policy;
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
      World world = Worlds.of(
          policies.get(run % policies.size()), 4, World.Witness.REMEMBERS, rules -> rules);
      storm(world, random);
    }
    everLess();
    assertThat(coverage.missing()).isEmpty();
  }

  private void storm(World world, Random random) {
    Stage stage = Stage.start();
    for (int i = 0; i < TURNS; i++) {
      stage = world.play(stage, turn(random));
      coverage.add(stage);
    }
  }

  /** So many notices in a day that closing has to wait. */
  private void everLess() {
    World world = Worlds.of(Policy.DEFAULT.quietLimit(Duration.ZERO), 1);
    Stage stage = Stage.start();
    for (int i = 0; i < 30; i++) {
      stage = world.play(stage, Turn.parse("F F P P P"));
      coverage.add(stage);
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
