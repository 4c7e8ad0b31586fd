package dev.tocsin.simulation;

import dev.tocsin.incident.Memory;
import dev.tocsin.incident.State;
import dev.tocsin.incident.Target;
import dev.tocsin.incident.Telling;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** After the storm: the world is healed, and within a bound all must be well. */
enum Calm {
  /** A persistent outage is told, even where nothing can be repaired. */
  L1_TOLD("a persistent outage was told to nobody") {
    @Override
    Optional<String> broken(World world, Stage storm) {
      Stage stage = world.play(storm, lasting(See.NODE_DOWN, DAY));
      return unless(
          memories(world, stage).allMatch(m -> m.incident().isPresent() && told(m)), stage);
    }

    private boolean told(Memory memory) {
      Telling alert = memory.incident().orElseThrow().alert();
      return alert == Telling.TOLD || alert == Telling.LOST || alert == Telling.SILENCED;
    }
  },

  /** A recovery closes the incident and is told. */
  L2_CLOSED("a recovery was not told, or its incident stays open") {
    @Override
    Optional<String> broken(World world, Stage storm) {
      Stage stage = world.play(storm, lasting(See.PASS, 2 * DAY));
      return unless(
          memories(world, stage)
              .allMatch(m -> m.state() == State.HEALTHY && m.recovery().isEmpty()),
          stage);
    }
  },

  /** Where a repair can work and the budget allows it, it is tried, or a human is asked. */
  L3_REPAIRED("nothing was tried, and no human was asked") {
    @Override
    Optional<String> broken(World world, Stage storm) {
      Stage stage = world.play(storm, lasting(See.FAIL, DAY));
      return unless(memories(world, stage).allMatch(m -> acted(stage, m)), stage);
    }

    private boolean acted(Stage stage, Memory memory) {
      return memory.incident().orElseThrow().gaveUp() != Telling.NOT_DUE
          || stage
              .steps()
              .limit(DAY)
              .flatMap(s -> s.effects().stream())
              .anyMatch(e -> e.attempt().target().equals(memory.target()));
    }
  },

  /** What was left over is settled. */
  L4_LEFTOVERS("something is left over") {
    @Override
    Optional<String> broken(World world, Stage storm) {
      Stage stage = world.play(storm, lasting(See.NODE_DOWN, DAY));
      return unless(
          stage.ledger().notices().isEmpty()
              && memories(world, stage).allMatch(m -> m.attempts().unsettled().isEmpty()),
          stage);
    }
  };

  private static final int DAY = 300;

  private final String damage;

  Calm(String damage) {
    this.damage = damage;
  }

  /** What is wrong when the calm has lasted, if anything. */
  abstract Optional<String> broken(World world, Stage storm);

  Optional<String> unless(boolean well, Stage stage) {
    return well ? Optional.empty() : Optional.of(damage + ": " + stage.ledger());
  }

  static List<Turn> lasting(See see, int rounds) {
    return Collections.nCopies(rounds, Turn.of(see));
  }

  static Stream<Memory> memories(World world, Stage stage) {
    return world.targets().stream().map(Target::name).map(stage.ledger()::of);
  }
}
