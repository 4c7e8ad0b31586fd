/** A virtual world with faults, to try the rules in before the real one does. */
@NullMarked
package dev.tocsin.simulation;

import org.jspecify.annotations.NullMarked;
