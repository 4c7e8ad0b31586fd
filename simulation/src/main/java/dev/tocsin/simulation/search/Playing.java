package dev.tocsin.simulation.search;

import dev.tocsin.simulation.world.Call;
import dev.tocsin.simulation.world.Change;
import dev.tocsin.simulation.world.Deed;
import dev.tocsin.simulation.world.Harm;
import dev.tocsin.simulation.world.Health;
import dev.tocsin.simulation.world.NodeState;
import dev.tocsin.simulation.world.Pod;
import dev.tocsin.simulation.world.Simulation;
import dev.tocsin.simulation.world.Spot;
import dev.tocsin.simulation.world.Truth;
import dev.tocsin.simulation.world.Workload;
import java.time.Duration;
import java.util.List;

/** One turn being played: only what differs from what is changes. */
final class Playing {

  private static final Duration BACK = Duration.ofHours(-2);
  private static final Duration AHEAD = Duration.ofDays(2);
  private static final int GAP = 5;
  private static final int SOON = 10;
  private static final int PAUSE = 3;

  private final Turn turn;
  private final Simulation world;
  private final List<Workload> workloads;

  Playing(Turn turn, Simulation world) {
    this.turn = turn;
    this.world = world;
    this.workloads = world.setting().workloads();
  }

  void play() {
    begin();
    nodes();
    for (int i = 0; i < workloads.size(); i++) {
      health(turn.see(i), workloads.get(i).name());
    }
    answers();
    mishap();
    if (turn.mishap() == Mishap.SOON) {
      world.apply(new Change.RoundNow());
    } else {
      world.slot();
    }
  }

  /** When the round comes. */
  private void begin() {
    Duration interval = world.setting().interval();
    if (turn.mishap() == Mishap.SOON) {
      world.pass(interval.dividedBy(SOON));
      return;
    }
    if (turn.mishap() == Mishap.GAP) {
      world.apply(new Change.Skip(GAP - 1));
      for (int i = 1; i < GAP; i++) {
        world.slot();
      }
    }
    world.passToSlot();
  }

  /** A node is down when anything on it is to be seen so. */
  private void nodes() {
    boolean known = true;
    for (int i = 0; i < workloads.size(); i++) {
      known &= turn.see(i) != See.NODE_UNKNOWN;
      NodeState wanted = isDown(workloads.get(i).node()) ? NodeState.DOWN : NodeState.UP;
      if (truth(i).node() != wanted) {
        world.apply(new Change.Node(workloads.get(i).node(), wanted));
      }
    }
    if (truth(0).nodeSeen() != known) {
      world.apply(new Change.NodesSeen(known));
    }
  }

  private boolean isDown(String node) {
    for (int i = 0; i < workloads.size(); i++) {
      if (turn.see(i) == See.NODE_DOWN && workloads.get(i).node().equals(node)) {
        return true;
      }
    }
    return false;
  }

  private void health(See see, String target) {
    Truth truth = world.truth(target);
    if (truth.off() != (see == See.OFF)) {
      world.apply(new Change.Target(target, see == See.OFF ? Health.OFF : Health.ON));
    }
    if (truth.seen() != (see != See.UNKNOWN)) {
      world.apply(new Change.Target(target, see == See.UNKNOWN ? Health.UNSEEN : Health.SEEN));
    }
    boolean sick = truth.pod() == Pod.SICK;
    if (see == See.PASS && sick) {
      world.apply(new Change.Target(target, Health.WELL));
    } else if (see.fails() && !sick) {
      world.apply(new Change.Target(target, Health.SICK));
    }
  }

  private void answers() {
    if (world.mail() != turn.mail().mail()) {
      world.apply(new Change.Mails(turn.mail().mail()));
    }
    if (world.repairs() != turn.repair().repair()) {
      world.apply(new Change.Repairs(turn.repair().repair()));
    }
  }

  private void mishap() {
    switch (turn.mishap()) {
      case KILLED_BEFORE -> inRound(Spot.after(Call.WRITE, 1), new Deed.Kill());
      case KILLED_AFTER -> inRound(Spot.before(Call.WRITE, 2), new Deed.Kill());
      case OVERLAPPED -> inRound(Spot.before(Call.WRITE, 2), new Deed.Overlap());
      case CLOCK_BACK -> world.apply(new Change.ClockStep(BACK));
      case CLOCK_AHEAD -> world.apply(new Change.ClockOnce(AHEAD));
      case NODE_FLIPS -> flip();
      case PAUSED -> pause();
      case LEDGER_LOST -> world.apply(new Change.Ledger(Harm.DELETED));
      case LEDGER_DAMAGED -> world.apply(new Change.Ledger(Harm.DAMAGED));
      case NONE, SOON, GAP -> {}
    }
  }

  private void inRound(Spot spot, Deed deed) {
    world.apply(new Change.InRound(spot, deed));
  }

  private void flip() {
    for (String node : world.setting().nodes()) {
      inRound(Spot.before(Call.RECHECK, 1), new Deed.Flip(new Change.Node(node, NodeState.DOWN)));
    }
  }

  private void pause() {
    Duration span = world.setting().interval().multipliedBy(PAUSE);
    workloads.forEach(w -> world.apply(new Change.Pause(w.name(), span)));
  }

  private Truth truth(int target) {
    return world.truth(workloads.get(target).name());
  }
}
