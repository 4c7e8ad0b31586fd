/**
 * Looking for a history that breaks something: completely to a depth, then at random, and the
 * shortest of what is found.
 */
@NullMarked
package dev.tocsin.simulation.search;

import org.jspecify.annotations.NullMarked;
