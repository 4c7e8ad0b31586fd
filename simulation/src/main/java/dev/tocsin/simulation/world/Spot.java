package dev.tocsin.simulation.world;

import java.util.Objects;
import java.util.Optional;

/**
 * A spot within a round: beside one of the calls that it makes.
 *
 * @param side before the call took effect, or after it
 * @param call which kind of call; absent: any
 * @param number the how-many-th of that kind, from 1
 */
public record Spot(Side side, Optional<Call> call, int number) {

  /** On which side of a call's effect. */
  public enum Side {
    BEFORE,
    AFTER
  }

  public Spot {
    Objects.requireNonNull(side);
    Objects.requireNonNull(call);
    if (number < 1) {
      throw new IllegalArgumentException("the first call is 1, not " + number);
    }
  }

  public static Spot before(Call call, int number) {
    return new Spot(Side.BEFORE, Optional.of(call), number);
  }

  public static Spot after(Call call, int number) {
    return new Spot(Side.AFTER, Optional.of(call), number);
  }

  /** As a story writes it: {@code after write 2}. */
  @Override
  public String toString() {
    String side = this.side == Side.BEFORE ? "before " : "after ";
    String what = call.map(Call::word).orElse("call");
    return side + what + (number == 1 && call.isPresent() ? "" : " " + number);
  }
}
