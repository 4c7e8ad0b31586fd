/** For properties of one's own. Needs jqwik on the class path; nothing else in this module does. */
@NullMarked
package dev.tocsin.simulation.kit;

import org.jspecify.annotations.NullMarked;
