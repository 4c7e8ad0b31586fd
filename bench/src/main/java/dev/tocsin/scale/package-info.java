/**
 * What a whole round costs: the built runner against a real API server, with many targets. Run by
 * {@code bench/scale}.
 */
@NullMarked
package dev.tocsin.scale;

import org.jspecify.annotations.NullMarked;
