/** The ledger in a ConfigMap. */
@NullMarked
package dev.tocsin.k8s.store;

import org.jspecify.annotations.NullMarked;
