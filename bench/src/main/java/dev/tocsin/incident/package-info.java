/** Benchmarks beside the rules, in their package, to reach what is not public. */
@NullMarked
package dev.tocsin.incident;

import org.jspecify.annotations.NullMarked;
