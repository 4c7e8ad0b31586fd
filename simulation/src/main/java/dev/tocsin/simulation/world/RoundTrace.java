package dev.tocsin.simulation.world;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Sighting;
import dev.tocsin.round.RoundReport;
import dev.tocsin.round.StopSignal;
import dev.tocsin.round.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One round under way: its ports, what happens to it at their calls, and what is seen of it. */
final class RoundTrace {

  final Simulation world;
  private final List<Change.InRound> traps;
  private final Duration ahead;
  private final List<RoundTrace> all;
  private final Instant begun;
  private final int[] calls = new int[Call.values().length];
  private int anyCalls;
  private boolean stopped;
  private Duration frozen = Duration.ZERO;
  private final boolean fair;
  private Instant shown = Instant.MIN;
  private Instant clock;
  private boolean planned;
  private Optional<Instant> ended = Optional.empty();
  private List<Truth> truths = List.of();
  private Map<String, Sighting> seen = Map.of();
  private Optional<Ledger> loaded = Optional.empty();
  private boolean settled;
  private boolean acted;
  private Optional<String> killed = Optional.empty();
  private Optional<RoundReport> report = Optional.empty();
  private final List<Ledger> written = new ArrayList<>(2);
  private final List<Mail> mails = new ArrayList<>(0);
  private final List<Restart> restarts = new ArrayList<>(0);
  private final Map<Integer, Truth> checked = new HashMap<>(0);
  private final List<Call> late = new ArrayList<>(0);
  private final List<String> happened = new ArrayList<>(0);

  /** @param all where this round, and those that run within it, are kept */
  RoundTrace(Simulation world, List<Change.InRound> traps, Duration ahead, List<RoundTrace> all) {
    this.world = world;
    this.traps = traps;
    this.ahead = ahead;
    this.all = all;
    this.begun = world.now();
    this.clock = time().now();
    this.fair = world.isFair() && traps.isEmpty() && ahead.isZero();
    all.add(this);
  }

  Ports ports() {
    return new Ports(
        new VirtualStore(this),
        new VirtualEyes(this),
        new VirtualHands(this),
        time(),
        stop(),
        world.cluster.configured(),
        new VirtualOutside(this));
  }

  Time time() {
    return new Time() {
      @Override
      public Instant now() {
        shown = world.now().plus(world.clocks.skew()).plus(ahead);
        return shown;
      }

      @Override
      public long nanos() {
        return world.clocks.nanos();
      }
    };
  }

  private StopSignal stop() {
    return () -> stopped;
  }

  // What happens at a call

  <T> T call(Call call, Supplier<T> port) {
    int number = ++calls[call.ordinal()];
    int any = ++anyCalls;
    if (stopped && call.isDeed()) {
      late.add(call);
    }
    if (traps.isEmpty()) {
      return port.get();
    }
    happen(Spot.Side.BEFORE, call, number, any);
    T answer = port.get();
    happen(Spot.Side.AFTER, call, number, any);
    return answer;
  }

  private void happen(Spot.Side side, Call call, int number, int any) {
    for (Change.InRound trap : traps) {
      Spot spot = trap.spot();
      boolean here = spot.side() == side
          && spot.call()
              .map(c -> c == call && spot.number() == number)
              .orElse(spot.number() == any);
      if (here) {
        happened.add(trap.deed() + " " + spot);
        happen(trap.deed(), new Spot(side, Optional.of(call), number).toString());
      }
    }
  }

  private void happen(Deed deed, String where) {
    if (deed instanceof Deed.Kill) {
      throw new Killed(where);
    } else if (deed instanceof Deed.Freeze freeze) {
      world.clocks.pass(freeze.span());
      frozen = frozen.plus(freeze.span());
    } else if (deed instanceof Deed.Suspend suspend) {
      world.clocks.sleep(suspend.span());
      frozen = frozen.plus(suspend.span());
    } else if (deed instanceof Deed.Overlap) {
      world.round(new RoundTrace(world, List.of(), Duration.ZERO, all));
    } else if (deed instanceof Deed.Stop) {
      stopped = true;
    } else if (deed instanceof Deed.Flip flip) {
      Changes.apply(flip.node(), world);
    }
  }

  // What is seen of it

  void loaded(Ledger ledger) {
    if (loaded.isEmpty()) {
      loaded = Optional.of(ledger);
    }
  }

  void looked(List<Truth> truths, Map<String, Sighting> seen) {
    if (this.truths.isEmpty()) {
      this.truths = truths;
      this.seen = seen;
    }
  }

  void checked(int target, Truth truth) {
    checked.put(target, truth);
  }

  /** What was true of it when its preconditions were read last. */
  Optional<Truth> checked(int target) {
    return Optional.ofNullable(checked.get(target));
  }

  /** The clock was last asked for the plan that is to be written down now. */
  void writes() {
    if (!planned) {
      clock = shown;
    }
    planned = !written.isEmpty();
  }

  void wrote(Ledger ledger) {
    planned = true;
    written.add(ledger);
    settled = acted;
  }

  /** Something was tried: what is written down from now on tells what became of it. */
  void acted() {
    acted = true;
  }

  void arrived(Mail mail) {
    mails.add(mail);
  }

  void restarted(Restart restart) {
    restarts.add(restart);
  }

  void killed(String where) {
    killed = Optional.of(where);
    ended = Optional.of(world.now());
  }

  void reported(Optional<RoundReport> said) {
    report = said;
    ended = Optional.of(world.now());
  }

  RoundRecord record() {
    return new RoundRecord(
        begun,
        ended.orElseGet(world::now),
        clock,
        frozen,
        fair,
        truths.isEmpty() ? world.truths() : truths,
        seen,
        loaded,
        List.copyOf(written),
        settled,
        List.copyOf(mails),
        List.copyOf(restarts),
        List.copyOf(late),
        List.copyOf(happened),
        killed,
        report);
  }
}
