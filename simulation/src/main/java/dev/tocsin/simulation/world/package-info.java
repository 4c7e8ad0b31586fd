/**
 * The virtual world and the one engine: {@link dev.tocsin.simulation.world.Simulation} drives a
 * real round through virtual ports, and {@link dev.tocsin.simulation.world.History} keeps what the
 * outside saw of it. No rule is written here a second time.
 */
@NullMarked
package dev.tocsin.simulation.world;

import org.jspecify.annotations.NullMarked;
