/**
 * What must hold in every history, judged by what the outside saw alone:
 * {@link dev.tocsin.simulation.law.Invariants} for every policy,
 * {@link dev.tocsin.simulation.law.UserRules} for one's own.
 */
@NullMarked
package dev.tocsin.simulation.law;

import org.jspecify.annotations.NullMarked;
