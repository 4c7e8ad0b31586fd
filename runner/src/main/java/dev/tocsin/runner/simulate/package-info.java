/** Simulated histories, shown: on a page, in a terminal, and side by side with other checkers. */
@NullMarked
package dev.tocsin.runner.simulate;

import org.jspecify.annotations.NullMarked;
