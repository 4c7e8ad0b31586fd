/** A checker that knows nothing of Tocsin. */
@NullMarked
package dev.tocsin.examples.property;

import org.jspecify.annotations.NullMarked;
