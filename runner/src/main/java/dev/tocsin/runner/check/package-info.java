/** Looks at targets: HTTP, TCP and programs. */
@NullMarked
package dev.tocsin.runner.check;

import org.jspecify.annotations.NullMarked;
