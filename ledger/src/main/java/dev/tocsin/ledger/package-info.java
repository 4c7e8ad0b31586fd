/** The ledger's written form, JSON, and the store that keeps it in a file. */
@NullMarked
package dev.tocsin.ledger;

import org.jspecify.annotations.NullMarked;
