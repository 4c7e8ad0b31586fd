/** What a cluster says of a target: whether it is well, why not, and whether it may be acted on. */
@NullMarked
package dev.tocsin.k8s.look;

import org.jspecify.annotations.NullMarked;
