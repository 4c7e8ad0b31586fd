package dev.tocsin.simulation.contract;

import java.util.function.Supplier;

/** Counts the calls that a round makes to its ports, and kills it at one of them. */
final class Trap {

  /** On which side of the call's effect the round is killed. */
  enum Side {
    BEFORE,
    AFTER
  }

  /** Which call is the last. */
  private interface Spot {
    boolean at(int call, String what);
  }

  private final Spot spot;
  private final Side side;
  private int calls;

  private Trap(Spot spot, Side side) {
    this.spot = spot;
    this.side = side;
  }

  static Trap none() {
    return new Trap((call, what) -> false, Side.BEFORE);
  }

  /** Kills at the call of this number, from 0. */
  static Trap at(int number, Side side) {
    return new Trap((call, what) -> call == number, side);
  }

  /** Kills at a call of this name. */
  static Trap on(String name, Side side) {
    return new Trap((call, what) -> what.equals(name), side);
  }

  <T> T call(String what, Supplier<T> port) {
    boolean here = spot.at(calls++, what);
    if (here && side == Side.BEFORE) {
      throw new Killed("before " + what);
    }
    T answer = port.get();
    if (here) {
      throw new Killed("after " + what);
    }
    return answer;
  }
}
