/** Measures how many rounds of the virtual world a core plays and judges. */
@NullMarked
package dev.tocsin.rounds;

import org.jspecify.annotations.NullMarked;
