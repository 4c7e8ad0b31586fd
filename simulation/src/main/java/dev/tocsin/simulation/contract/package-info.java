/**
 * What every store must hold, as tests to extend: by itself
 * ({@link dev.tocsin.simulation.contract.IncidentStoreContract}), under whole rounds
 * ({@link dev.tocsin.simulation.contract.RoundContract}), and under rounds that are killed anywhere
 * ({@link dev.tocsin.simulation.contract.KilledRoundContract}). And what all effects must
 * ({@link dev.tocsin.simulation.contract.EffectsContract}).
 */
@NullMarked
package dev.tocsin.simulation.contract;

import org.jspecify.annotations.NullMarked;
