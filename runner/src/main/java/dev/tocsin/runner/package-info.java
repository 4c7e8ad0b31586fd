/** Reads the configuration, wires the parts and is the command line. */
@NullMarked
package dev.tocsin.runner;

import org.jspecify.annotations.NullMarked;
