/** The checkers that Tocsin is compared with: what one writes in an afternoon. */
@NullMarked
package dev.tocsin.runner.demo.arms;

import org.jspecify.annotations.NullMarked;
