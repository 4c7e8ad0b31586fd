package dev.tocsin.simulation.law;

import dev.tocsin.incident.Incident;
import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Memory;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.State;
import dev.tocsin.incident.Target;
import dev.tocsin.incident.Telling;
import dev.tocsin.simulation.world.Change;
import dev.tocsin.simulation.world.Event;
import dev.tocsin.simulation.world.Harm;
import dev.tocsin.simulation.world.Health;
import dev.tocsin.simulation.world.History;
import dev.tocsin.simulation.world.Mail;
import dev.tocsin.simulation.world.MailAnswer;
import dev.tocsin.simulation.world.NodeState;
import dev.tocsin.simulation.world.RestartEffect;
import dev.tocsin.simulation.world.Setting;
import dev.tocsin.simulation.world.Simulation;
import dev.tocsin.simulation.world.Step;
import dev.tocsin.simulation.world.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * After the storm: all faults are mended, and within a bound all must be well. L numbers are those
 * of the catalogue of faults.
 */
public enum Calm {
  /** A persistent outage is told, even where nothing can be repaired. */
  L1_TOLD("L1 a persistent outage is told", 1) {
    @Override
    List<Change> then(Simulation world) {
      return nodesDown(world);
    }

    @Override
    boolean well(Simulation world, String target) {
      return isTold(world, target);
    }
  },

  /** A recovery closes the incident and is told. */
  L2_CLOSED("L2 a recovery closes its incident, and is told", 2) {
    @Override
    List<Change> then(Simulation world) {
      return List.of();
    }

    @Override
    boolean well(Simulation world, String target) {
      Memory memory = world.ledger().of(target);
      return memory.state() == State.HEALTHY
          && memory.recovery().isEmpty()
          && endIsTold(world.history(), target);
    }
  },

  /**
   * Where a repair can work and the budget allows it, it is tried, or a human is asked. Who waits
   * for another target waits for one that is sick here, and so is not asked for.
   */
  L3_REPAIRED("L3 what can be repaired is, or a human is asked", 1) {
    @Override
    List<Change> then(Simulation world) {
      List<Change> all = new ArrayList<>();
      for (Workload workload : world.setting().workloads()) {
        all.add(new Change.Restarting(workload.name(), RestartEffect.DOES_NOTHING));
        all.add(new Change.Target(workload.name(), Health.SICK));
      }
      return all;
    }

    @Override
    boolean well(Simulation world, String target) {
      Memory memory = world.ledger().of(target);
      boolean asked =
          memory.incident().filter(i -> i.gaveUp() != Telling.NOT_DUE).isPresent();
      Target configured = world.setting().target(target);
      boolean repairs =
          configured.policy().remediation().isPresent() && configured.after().isEmpty();
      return asked || !repairs || isRestarted(world, target);
    }
  },

  /** What was left over is settled. */
  L4_LEFTOVERS("L4 what was left over is settled", 1) {
    @Override
    List<Change> then(Simulation world) {
      return nodesDown(world);
    }

    @Override
    boolean well(Simulation world, String target) {
      return world.ledger().notices().isEmpty()
          && world.ledger().of(target).attempts().unsettled().isEmpty();
    }
  },

  /** After the ledger was damaged, it is watched and told as before. */
  L5_RESUMED("L5 a damaged ledger does not end the watch", 1) {
    @Override
    List<Change> then(Simulation world) {
      List<Change> all = new ArrayList<>(nodesDown(world));
      all.add(new Change.Ledger(Harm.DAMAGED));
      return all;
    }

    @Override
    boolean well(Simulation world, String target) {
      return isTold(world, target);
    }
  };

  private final String says;
  private final int days;

  Calm(String says, int days) {
    this.says = says;
    this.days = days;
  }

  /** Reads one: its number, as {@code L1}, or its whole sentence; nothing if there is none. */
  public static Optional<Calm> read(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return Stream.of(values())
        .filter(c -> c.says.equals(line) || c.says.startsWith(line + " "))
        .filter(c -> line.startsWith("L"))
        .findFirst();
  }

  /** By its name, for where it is listed; it judges no single step. */
  public Invariant invariant() {
    return new Invariant(says, (history, step) -> Optional.empty());
  }

  /** What is said of the calm world that {@link #broken} gave. */
  public Violation violation(Simulation calmed) {
    String names = calmed.setting().workloads().stream()
        .map(Workload::name)
        .filter(name -> !well(calmed, name))
        .collect(Collectors.joining(", "));
    String what = names + ", " + (24 * days + 1) + " hours after all was mended";
    return new Violation(invariant(), what, calmed.now());
  }

  /** What happens when all is mended. */
  abstract List<Change> then(Simulation world);

  abstract boolean well(Simulation world, String target);

  /**
   * Lets a world become calm.
   *
   * @param storm where it is; not touched
   * @return the calm world, if something is not well in it
   */
  public Optional<Simulation> broken(Simulation storm) {
    Simulation world = storm.fork();
    world.apply(new Change.Mended());
    then(world).forEach(world::apply);
    long rounds = rounds(world.setting());
    for (long i = 0; i < rounds; i++) {
      world.slot();
    }
    boolean well = world.setting().workloads().stream().allMatch(w -> well(world, w.name()));
    return well ? Optional.empty() : Optional.of(world);
  }

  /** How many rounds it takes to see. */
  public long rounds(Setting setting) {
    return Duration.ofHours(24L * days).plusHours(1).toMillis()
        / setting.interval().toMillis();
  }

  private static List<Change> nodesDown(Simulation world) {
    List<Change> all = new ArrayList<>();
    for (String node : world.setting().nodes()) {
      all.add(new Change.Node(node, NodeState.DOWN));
    }
    return all;
  }

  private static boolean isTold(Simulation world, String target) {
    Optional<Incident> incident = world.ledger().of(target).incident();
    return incident
        .filter(i -> i.alert() == Telling.LOST
            || i.alert() == Telling.SILENCED
            || Past.isMailed(world.history(), Notice.Kind.ALERT, i.id()))
        .isPresent();
  }

  /** By a mail of its own, or by the next incident's, which tells of the end before it. */
  private static boolean isEndMailed(History history, IncidentId id) {
    return Past.isMailed(history, Notice.Kind.RECOVERY, id)
        || history
            .mails()
            .flatMap(mail -> Past.members(mail).stream())
            .anyMatch(m -> m.earlier().filter(e -> e.id().equals(id)).isPresent());
  }

  /** As far as nothing was forgotten, edited by hand, or refused for good. */
  private static boolean endIsTold(History history, String target) {
    for (Step step : history.eventful()) {
      for (Mail mail : step.mails()) {
        if (mail.kind() == Notice.Kind.ALERT && mail.about().contains(target)) {
          return Past.about(mail).stream()
              .filter(id -> id.target().equals(target))
              .allMatch(id -> isEndMailed(history, id));
        }
      }
      if (step.forgot() || Past.editedByHand(step) || Past.leftOut(step) || refusedForGood(step)) {
        return true;
      }
    }
    return true;
  }

  private static boolean refusedForGood(Step step) {
    for (Event event : step.events()) {
      if (event.change() instanceof Change.Mails mails && mails.answer() == MailAnswer.REJECTS) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRestarted(Simulation world, String target) {
    long rounds = 24 * 3600 * 1000L / world.setting().interval().toMillis();
    return world
        .history()
        .steps()
        .limit(rounds)
        .flatMap(step -> step.restarts().stream())
        .anyMatch(restart -> restart.target().equals(target));
  }

  /** As a sentence. */
  @Override
  public String toString() {
    return says;
  }
}
