/**
 * What a cluster says of a target: whether it is well, why not, and whether it may be acted on.
 *
 * <p>From the request to the verdict: {@code Look} asks for lists (or {@code CloseLook}, for one
 * target, right before acting), {@code Snapshot} holds their answers, {@code Situation} is what
 * they say of one workload, {@code Preconditions} and {@code WorkloadHealth} judge it, and
 * {@code Judgement} puts that together with what somebody else saw. The classes named {@code …Seen}
 * stand between us and objects in which everything may be missing: behind them nothing is null.
 */
@NullMarked
package dev.tocsin.k8s.look;

import org.jspecify.annotations.NullMarked;
