/** The rules inside somebody else's checker: its own check, its own way to tell. */
@NullMarked
package dev.tocsin.examples.embedded;

import org.jspecify.annotations.NullMarked;
