/** The night of the incident, and those that are worse, on a whole control plane. */
@NullMarked
package dev.tocsin.k8s.night;

import org.jspecify.annotations.NullMarked;
