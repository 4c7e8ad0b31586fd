package dev.tocsin.simulation.search;

import dev.tocsin.simulation.world.Call;
import dev.tocsin.simulation.world.Change;
import dev.tocsin.simulation.world.Deed;
import dev.tocsin.simulation.world.Harm;
import dev.tocsin.simulation.world.Health;
import dev.tocsin.simulation.world.MailAnswer;
import dev.tocsin.simulation.world.NodeState;
import dev.tocsin.simulation.world.RepairAnswer;
import dev.tocsin.simulation.world.RestartEffect;
import dev.tocsin.simulation.world.Setting;
import dev.tocsin.simulation.world.Spot;
import dev.tocsin.simulation.world.StoreAnswer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** The families of faults. A storm first draws which of them exist in it. */
public enum Fault {
  /** Nodes go down, are cordoned, and are deleted. F49 to F54 */
  NODES {
    @Override
    List<Change> draw(Setting setting, Random random) {
      String node = pick(setting.nodes(), random);
      NodeState state = random.nextInt(3) > 0 ? NodeState.DOWN : pick(NodeState.values(), random);
      return List.of(new Change.Node(node, state), new Change.Node(node, NodeState.UP));
    }
  },
  /** Targets fall sick. */
  SICKNESS {
    @Override
    List<Change> draw(Setting setting, Random random) {
      return pair(setting, random, Health.SICK, Health.WELL);
    }
  },
  /** Restarts do nothing, or harm. */
  RESTARTS {
    @Override
    List<Change> draw(Setting setting, Random random) {
      String target = target(setting, random);
      return List.of(new Change.Restarting(target, pick(RestartEffect.values(), random)));
    }
  },
  /** Targets are scaled to zero. F62 */
  SCALING {
    @Override
    List<Change> draw(Setting setting, Random random) {
      return pair(setting, random, Health.OFF, Health.ON);
    }
  },
  /** Something of the cluster is in the way of a repair. F56 to F74, F83 */
  HOLDS {
    @Override
    List<Change> draw(Setting setting, Random random) {
      return pair(setting, random, Health.HELD, Health.FREE);
    }
  },
  /** We cannot look. F13, F16 */
  SIGHT {
    @Override
    List<Change> draw(Setting setting, Random random) {
      return random.nextInt(3) == 0
          ? List.of(new Change.NodesSeen(false), new Change.NodesSeen(true))
          : pair(setting, random, Health.UNSEEN, Health.SEEN);
    }
  },
  /** The mail server. F27 to F34 */
  MAIL {
    @Override
    List<Change> draw(Setting setting, Random random) {
      return List.of(
          new Change.Mails(pick(MailAnswer.values(), random)), new Change.Mails(MailAnswer.FINE));
    }
  },
  /** The mail server is slow. F34 */
  SLOW_MAIL {
    @Override
    List<Change> draw(Setting setting, Random random) {
      return List.of(
          new Change.MailTakes(Duration.ofSeconds(random.nextInt(60))),
          new Change.MailTakes(Duration.ZERO));
    }
  },
  /** The API server's writes. F16, F17, F26, F69 */
  REPAIRS {
    @Override
    List<Change> draw(Setting setting, Random random) {
      return List.of(
          new Change.Repairs(pick(RepairAnswer.values(), random)),
          new Change.Repairs(RepairAnswer.FINE));
    }
  },
  /** The place of the ledger. F12, F14, F19 to F23, F41 */
  STORE {
    @Override
    List<Change> draw(Setting setting, Random random) {
      return List.of(
          new Change.Store(pick(StoreAnswer.values(), random)), new Change.Store(StoreAnswer.FINE));
    }
  },
  /** The ledger itself. F39, F40, F46 */
  LEDGER {
    @Override
    List<Change> draw(Setting setting, Random random) {
      return List.of(new Change.Ledger(pick(Harm.values(), random)));
    }
  },
  /** Rounds are killed. F01 to F09 */
  KILLS {
    @Override
    List<Change> draw(Setting setting, Random random) {
      return inRound(new Deed.Kill(), random);
    }
  },
  /** Rounds run at once. F76 */
  OVERLAPS {
    @Override
    List<Change> draw(Setting setting, Random random) {
      return inRound(new Deed.Overlap(), random);
    }
  },
  /** Rounds stand still. F77, F79 */
  FREEZES {
    @Override
    List<Change> draw(Setting setting, Random random) {
      Duration span = setting.interval().multipliedBy(1 + random.nextInt(60)).dividedBy(10);
      return inRound(random.nextBoolean() ? new Deed.Freeze(span) : new Deed.Suspend(span), random);
    }
  },
  /** SIGTERM. F11 */
  STOPS {
    @Override
    List<Change> draw(Setting setting, Random random) {
      return inRound(new Deed.Stop(), random);
    }
  },
  /** A node goes down under a round's hands. F54 */
  FLIPS {
    @Override
    List<Change> draw(Setting setting, Random random) {
      String node = pick(setting.nodes(), random);
      Change.InRound flip = new Change.InRound(
          Spot.before(Call.RECHECK, 1), new Deed.Flip(new Change.Node(node, NodeState.DOWN)));
      return List.of(flip, new Change.Node(node, NodeState.UP));
    }
  },
  /** Rounds come too often, too seldom, or by hand. F78, F80 */
  SCHEDULE {
    @Override
    List<Change> draw(Setting setting, Random random) {
      return switch (random.nextInt(4)) {
        case 0 -> List.of(new Change.Skip(1 + random.nextInt(12)));
        case 1 -> List.of(new Change.PerSlot(2), new Change.PerSlot(1));
        case 2 ->
          List.of(
              new Change.Every(setting.interval().multipliedBy(4)),
              new Change.Every(setting.interval()));
        default -> List.of(new Change.RoundNow());
      };
    }
  },
  /** The clock goes back. F84 */
  CLOCK {
    @Override
    List<Change> draw(Setting setting, Random random) {
      Duration by = setting.interval().multipliedBy(1 + random.nextInt(30));
      return List.of(new Change.ClockStep(by.negated()));
    }
  },
  /** Targets are taken out of the configuration, and come back. F48 */
  CONFIGURATION {
    @Override
    List<Change> draw(Setting setting, Random random) {
      return pair(setting, random, Health.LEFT_OUT, Health.CONFIGURED);
    }
  },
  /** An operator rehearses. S11 */
  REHEARSALS {
    @Override
    List<Change> draw(Setting setting, Random random) {
      return List.of(new Change.Rehearsal());
    }
  },
  /** A human pauses. */
  PAUSES {
    @Override
    List<Change> draw(Setting setting, Random random) {
      Duration span = setting.interval().multipliedBy(1 + random.nextInt(12));
      return List.of(new Change.Pause(target(setting, random), span));
    }
  };

  /** All families. */
  public static Set<Fault> all() {
    return EnumSet.allOf(Fault.class);
  }

  /** As it is named by whoever leaves it out, for example {@code slow-mail}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What this fault does at first, and what ends it, if anything does. */
  abstract List<Change> draw(Setting setting, Random random);

  static String target(Setting setting, Random random) {
    return setting.workloads().get(random.nextInt(setting.workloads().size())).name();
  }

  static List<Change> pair(Setting setting, Random random, Health begin, Health end) {
    String target = target(setting, random);
    return List.of(new Change.Target(target, begin), new Change.Target(target, end));
  }

  static List<Change> inRound(Deed deed, Random random) {
    Spot.Side side = random.nextBoolean() ? Spot.Side.BEFORE : Spot.Side.AFTER;
    Optional<Call> call = Stream.of(pick(Call.values(), random)).findFirst();
    int number = call.get() == Call.WRITE ? 1 + random.nextInt(2) : 1;
    return List.of(new Change.InRound(new Spot(side, call, number), deed));
  }

  static <T> T pick(T[] values, Random random) {
    return values[random.nextInt(values.length)];
  }

  static <T> T pick(List<T> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }
}
