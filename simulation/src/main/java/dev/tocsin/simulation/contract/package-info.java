/**
 * What every store must hold, as tests to extend:
 * {@link dev.tocsin.simulation.contract.IncidentStoreContract} by itself, and
 * {@link dev.tocsin.simulation.contract.RoundContract} under rounds that are killed anywhere.
 */
@NullMarked
package dev.tocsin.simulation.contract;

import org.jspecify.annotations.NullMarked;
