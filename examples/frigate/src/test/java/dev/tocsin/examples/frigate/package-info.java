/** The story's own service: its conditions, and its night. */
@NullMarked
package dev.tocsin.examples.frigate;

import org.jspecify.annotations.NullMarked;
