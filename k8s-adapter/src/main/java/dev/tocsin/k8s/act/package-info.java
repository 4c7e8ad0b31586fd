/** What the cluster is asked to do, and what it is told of. */
@NullMarked
package dev.tocsin.k8s.act;

import org.jspecify.annotations.NullMarked;
