package dev.tocsin.simulation.world;

import dev.tocsin.incident.Attempt;
import java.time.Instant;
import java.util.Optional;

/**
 * A restart that took effect.
 *
 * @param at when, truly
 * @param key of the attempt
 * @param target what was restarted
 * @param step of the ladder, as configured
 * @param truth what was true of it then
 * @param checked what was true of it when its preconditions were read last, or else then
 * @param attempt absent where another checker did it
 */
public record Restart(
    Instant at,
    String key,
    String target,
    String step,
    Truth truth,
    Truth checked,
    Optional<Attempt> attempt) {

  /** It could not help: there was nothing to repair, or it could run nowhere. */
  public boolean pointless() {
    return truth.up() || truth.off() || truth.node() != NodeState.UP;
  }
}
