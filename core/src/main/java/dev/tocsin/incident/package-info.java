/**
 * The rules: what happened, what may be done about it, and why. Pure: no clock, randomness, I/O,
 * logging or thread; equal input, equal decision.
 *
 * <p>A caller's duties, in order: load the {@link dev.tocsin.incident.Ledger}, look at every
 * {@link dev.tocsin.incident.Target}, {@linkplain dev.tocsin.incident.Planner#plan plan}, write the
 * plan's next ledger down, only then do what it says, and
 * {@linkplain dev.tocsin.incident.Ledger#settle settle} what became of it. {@code dev.tocsin.round}
 * does all that.
 */
@NullMarked
package dev.tocsin.incident;

import org.jspecify.annotations.NullMarked;
