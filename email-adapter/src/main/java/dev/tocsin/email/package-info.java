/** Turns notices into mail. */
@NullMarked
package dev.tocsin.email;

import org.jspecify.annotations.NullMarked;
