package dev.tocsin.simulation.world;

import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Precondition.Verdict;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The nodes and what runs on them: what is true, whoever looks. */
final class Cluster {

  private static final Observation OK = new Observation.Passing("it answers");
  private static final Observation STARTING = new Observation.Failing("it is starting");
  private static final Observation SICK = new Observation.Failing("it answers badly");
  private static final Observation AWAY = new Observation.Failing("it does not answer");
  private static final Observation OFF =
      new Observation.Unknown(Observation.Cause.INTENDED, "0 replicas");
  private static final Observation UNSEEN =
      new Observation.Unknown(Observation.Cause.NO_ANSWER, "time-out");

  private final Setting setting;
  private final List<String> names;
  private final int[] place;
  private final NodeState[] nodes;
  private final Life[] lives;
  private final List<List<Precondition>> preconditions;
  private boolean nodesSeen = true;

  /** What is kept of one workload. */
  private record Life(
      boolean sick,
      boolean hopeless,
      boolean off,
      boolean seen,
      boolean pending,
      boolean configured,
      boolean held,
      RestartEffect restarting,
      Instant readyAt) {

    static final Life WELL =
        new Life(false, false, false, true, false, true, false, RestartEffect.HELPS, Instant.MIN);

    Life starts(Instant readyAt) {
      return new Life(sick, hopeless, off, seen, false, configured, held, restarting, readyAt);
    }

    Life sick(boolean sick, boolean hopeless) {
      return new Life(sick, hopeless, off, seen, pending, configured, held, restarting, readyAt);
    }

    Life off(boolean off) {
      return new Life(sick, hopeless, off, seen, false, configured, held, restarting, readyAt);
    }

    Life seen(boolean seen) {
      return new Life(sick, hopeless, off, seen, pending, configured, held, restarting, readyAt);
    }

    Life waits() {
      return new Life(sick, hopeless, off, seen, true, configured, held, restarting, readyAt);
    }

    Life with(RestartEffect restarting) {
      return new Life(sick, hopeless, off, seen, pending, configured, held, restarting, readyAt);
    }

    Life configured(boolean configured) {
      return new Life(sick, hopeless, off, seen, pending, configured, held, restarting, readyAt);
    }

    Life held(boolean held) {
      return new Life(sick, hopeless, off, seen, pending, configured, held, restarting, readyAt);
    }
  }

  Cluster(Setting setting) {
    this.setting = setting;
    this.names = setting.nodes();
    this.place =
        setting.workloads().stream().mapToInt(w -> names.indexOf(w.node())).toArray();
    this.nodes = new NodeState[names.size()];
    this.lives = new Life[place.length];
    this.preconditions = names.stream()
        .flatMap(name -> Arrays.stream(NodeState.values()).map(s -> ready(name, s)))
        .map(List::of)
        .toList();
    Arrays.fill(nodes, NodeState.UP);
    Arrays.fill(lives, Life.WELL);
  }

  private Cluster(Cluster other) {
    this.setting = other.setting;
    this.names = other.names;
    this.place = other.place;
    this.nodes = other.nodes.clone();
    this.lives = other.lives.clone();
    this.preconditions = other.preconditions;
    this.nodesSeen = other.nodesSeen;
  }

  Cluster copy() {
    return new Cluster(this);
  }

  private static Precondition ready(String node, NodeState state) {
    String subject = "node " + node;
    String detail = subject + " " + state.detail();
    return new Precondition("nodeReady", subject, state.verdict(), detail);
  }

  // What happens

  void node(String name, NodeState state, Instant now) {
    int node = names.indexOf(name);
    if (node < 0) {
      throw new IllegalArgumentException("no node " + name);
    }
    boolean ran = nodes[node].runs();
    nodes[node] = state;
    for (int i = 0; i < lives.length; i++) {
      boolean starts = !ran || lives[i].pending() && state == NodeState.UP;
      if (place[i] == node && state.runs() && starts) {
        lives[i] = lives[i].starts(now.plus(setting.workloads().get(i).startUp()));
      }
    }
  }

  void nodesSeen(boolean seen) {
    nodesSeen = seen;
  }

  void health(String target, Health health, Instant now) {
    int i = setting.index(target);
    lives[i] = switch (health) {
      case SICK -> lives[i].sick(true, lives[i].hopeless());
      case WELL -> mended(i, now);
      case OFF -> lives[i].off(true);
      case ON -> lives[i].off() ? starting(i, lives[i].off(false), now) : lives[i];
      case UNSEEN -> lives[i].seen(false);
      case SEEN -> lives[i].seen(true);
      case LEFT_OUT -> lives[i].configured(false);
      case CONFIGURED -> lives[i].configured(true);
      case HELD -> lives[i].held(true);
      case FREE -> lives[i].held(false);
    };
  }

  private Life mended(int i, Instant now) {
    Life well = lives[i].sick(false, false);
    return lives[i].hopeless() ? starting(i, well, now) : well;
  }

  private Life starting(int i, Life life, Instant now) {
    Duration startUp = setting.workloads().get(i).startUp();
    return nodes[place[i]] == NodeState.UP ? life.starts(now.plus(startUp)) : life.waits();
  }

  void restarting(String target, RestartEffect effect) {
    int i = setting.index(target);
    lives[i] = lives[i].with(effect);
  }

  /** Where it cannot run it waits, and is started when it can. */
  void restart(String target, Instant now) {
    int i = setting.index(target);
    Life life = lives[i];
    if (!life.off()) {
      lives[i] = starting(i, after(life), now);
    }
  }

  private static Life after(Life life) {
    return switch (life.restarting()) {
      case HELPS -> life.sick(life.hopeless(), life.hopeless());
      case DOES_NOTHING -> life;
      case MAKES_IT_WORSE -> life.sick(true, true);
    };
  }

  void mend(Instant now) {
    nodesSeen = true;
    names.forEach(name -> node(name, NodeState.UP, now));
    for (Workload workload : setting.workloads()) {
      health(workload.name(), Health.WELL, now);
      health(workload.name(), Health.ON, now);
      health(workload.name(), Health.SEEN, now);
      health(workload.name(), Health.CONFIGURED, now);
      health(workload.name(), Health.FREE, now);
    }
  }

  // What is seen

  Truth truth(int target, Instant now) {
    Life life = lives[target];
    NodeState node = nodes[place[target]];
    boolean seen = life.seen() && life.configured();
    return new Truth(pod(life, node, now), node, life.off(), seen, nodesSeen, life.held());
  }

  /** Those that are in the configuration; who waits for one that is not waits for nobody. */
  List<Target> configured() {
    List<Target> all = setting.targets();
    if (Arrays.stream(lives).allMatch(Life::configured)) {
      return all;
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < lives.length; i++) {
      if (lives[i].configured()) {
        names.add(all.get(i).name());
      }
    }
    return all.stream()
        .filter(target -> names.contains(target.name()))
        .map(target -> new Target(
            target.name(),
            target.policy(),
            target.after().stream().filter(names::contains).collect(Collectors.toSet())))
        .toList();
  }

  private static Pod pod(Life life, NodeState node, Instant now) {
    if (life.pending()) {
      return Pod.PENDING;
    }
    if (!node.runs()) {
      return Pod.LOST;
    }
    if (now.isBefore(life.readyAt())) {
      return Pod.STARTING;
    }
    return life.sick() ? Pod.SICK : Pod.RUNNING;
  }

  Sighting sighting(int target, Truth truth, Sighting.Witness witness) {
    return new Sighting(observation(truth), preconditions(target, truth), witness);
  }

  Observation observation(Truth truth) {
    if (truth.off()) {
      return OFF;
    }
    if (!truth.seen()) {
      return UNSEEN;
    }
    return switch (truth.pod()) {
      case RUNNING -> OK;
      case STARTING -> STARTING;
      case SICK -> SICK;
      case LOST, PENDING -> AWAY;
    };
  }

  List<Precondition> preconditions(int target, Truth truth) {
    List<Precondition> node = ofNode(target, truth);
    if (!truth.held()) {
      return node;
    }
    List<Precondition> all = new ArrayList<>(node);
    String workload = "workload " + setting.workloads().get(target).name();
    all.add(new Precondition("free", workload, Verdict.NOT_MET, workload + " is held"));
    return all;
  }

  private List<Precondition> ofNode(int target, Truth truth) {
    if (truth.seen() && truth.nodeSeen()) {
      return preconditions.get(
          place[target] * NodeState.values().length + truth.node().ordinal());
    }
    String node = "node " + names.get(place[target]);
    return List.of(new Precondition(
        "nodeReady", node, Verdict.UNKNOWN, "nobody says whether " + node + " is Ready"));
  }
}
