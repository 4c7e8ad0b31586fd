/** Repairs: programs. */
@NullMarked
package dev.tocsin.runner.remedy;

import org.jspecify.annotations.NullMarked;
