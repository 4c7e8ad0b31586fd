/** Real API servers for tests: one alone, and a whole control plane. */
@NullMarked
package dev.tocsin.k8s.testing;

import org.jspecify.annotations.NullMarked;
