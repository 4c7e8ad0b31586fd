/** Rounds for nobody, from which the JVM learns what to have ready when it starts the next time. */
@NullMarked
package dev.tocsin.runner.training;

import org.jspecify.annotations.NullMarked;
