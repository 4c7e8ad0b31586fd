package dev.tocsin.simulation.kit;

import dev.tocsin.simulation.world.Call;
import dev.tocsin.simulation.world.Change;
import dev.tocsin.simulation.world.Deed;
import dev.tocsin.simulation.world.Event;
import dev.tocsin.simulation.world.Harm;
import dev.tocsin.simulation.world.Health;
import dev.tocsin.simulation.world.MailAnswer;
import dev.tocsin.simulation.world.NodeState;
import dev.tocsin.simulation.world.RepairAnswer;
import dev.tocsin.simulation.world.RestartEffect;
import dev.tocsin.simulation.world.Setting;
import dev.tocsin.simulation.world.Spot;
import dev.tocsin.simulation.world.StoreAnswer;
import dev.tocsin.simulation.world.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/**
 * Sequences of failures for jqwik. They shrink to fewer events, and to earlier ones; what stands
 * first in a list of possibilities is simpler than what stands later.
 */
public final class FailureSequences {

  /** Gaps between events are so many parts of an interval, which is easier to read. */
  private static final int PARTS = 5;

  private static final int LONGEST_GAP = 6 * PARTS;

  private FailureSequences() {}

  /**
   * Failures of the world alone, for any checker: nodes, workloads, restarts, sight, mail.
   *
   * @param most how many events at most
   */
  public static Arbitrary<List<Event>> ofTheWorld(Setting setting, int most) {
    return sequences(setting, world(setting), most);
  }

  /**
   * Beside these what happens to a round and to its ledger: for a checker that is made of Tocsin's
   * core.
   *
   * @param most how many events at most
   */
  public static Arbitrary<List<Event>> of(Setting setting, int most) {
    return sequences(
        setting,
        Arbitraries.frequencyOf(Tuple.of(3, world(setting)), Tuple.of(1, ofTheRound())),
        most);
  }

  /**
   * Until when a sequence has to be played so that its last event has consequences.
   *
   * @param events a sequence
   */
  public static Duration length(Setting setting, List<Event> events) {
    Duration last =
        events.isEmpty() ? Duration.ZERO : events.get(events.size() - 1).at();
    return last.plus(setting.interval().multipliedBy(PARTS));
  }

  private static Arbitrary<List<Event>> sequences(
      Setting setting, Arbitrary<Change> change, int most) {
    Arbitrary<Integer> gap = Arbitraries.integers().between(0, LONGEST_GAP);
    return Combinators.combine(gap, change)
        .as(Tuple::of)
        .list()
        .ofMaxSize(most)
        .map(list -> events(setting, list));
  }

  private static List<Event> events(Setting setting, List<Tuple2<Integer, Change>> changes) {
    Duration part = setting.interval().dividedBy(PARTS);
    List<Event> events = new ArrayList<>(changes.size());
    Duration at = Duration.ZERO;
    for (Tuple2<Integer, Change> change : changes) {
      at = at.plus(part.multipliedBy(change.get1()));
      events.add(new Event(at, change.get2()));
    }
    return events;
  }

  private static Arbitrary<Change> world(Setting setting) {
    Arbitrary<String> targets =
        Arbitraries.of(setting.workloads().stream().map(Workload::name).toList());
    Arbitrary<String> nodes = Arbitraries.of(setting.nodes());
    return Arbitraries.frequencyOf(
        Tuple.of(6, change(targets, Arbitraries.of(Health.SICK, Health.WELL), Change.Target::new)),
        Tuple.of(5, change(nodes, Arbitraries.of(NodeState.DOWN, NodeState.UP), Change.Node::new)),
        Tuple.of(1, change(nodes, Arbitraries.of(NodeState.values()), Change.Node::new)),
        Tuple.of(1, change(targets, Arbitraries.of(Health.values()), Change.Target::new)),
        Tuple.of(
            1, change(targets, Arbitraries.of(RestartEffect.values()), Change.Restarting::new)),
        Tuple.of(2, Arbitraries.of(MailAnswer.values()).map(Change.Mails::new)),
        Tuple.of(1, Arbitraries.of(true, false).map(Change.NodesSeen::new)));
  }

  private static <A, B> Arbitrary<Change> change(
      Arbitrary<A> of, Arbitrary<B> what, Combinators.F2<A, B, Change> made) {
    return Combinators.combine(of, what).as(made);
  }

  private static Arbitrary<Change> ofTheRound() {
    Arbitrary<Spot> spots = Combinators.combine(
            Arbitraries.of(Spot.Side.values()), Arbitraries.of(Call.values()))
        .as((side, call) -> side == Spot.Side.BEFORE ? Spot.before(call, 1) : Spot.after(call, 1));
    Arbitrary<Deed> deeds = Arbitraries.of(new Deed.Kill(), new Deed.Overlap(), new Deed.Stop());
    return Arbitraries.oneOf(
        Combinators.combine(spots, deeds).as(Change.InRound::new),
        Arbitraries.of(RepairAnswer.values()).map(Change.Repairs::new),
        Arbitraries.of(StoreAnswer.values()).map(Change.Store::new),
        Arbitraries.of(Harm.values()).map(Change.Ledger::new),
        Arbitraries.integers().between(1, 12).map(Change.Skip::new));
  }
}
