/**
 * What the cluster remembers of our deeds: Events about a target, and marks on what was restarted.
 * They outlive a ledger that is lost.
 */
@NullMarked
package dev.tocsin.k8s.witness;

import org.jspecify.annotations.NullMarked;
