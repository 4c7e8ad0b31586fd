/**
 * What we must be allowed to do, whether we are, and how to be.
 *
 * <p>{@link dev.tocsin.k8s.rights.Rights} says it for a ledger and for each target, and is the only
 * place that does: what is read there comes from {@link dev.tocsin.k8s.look.Needs}, by which the
 * observer reads. {@link dev.tocsin.k8s.rights.Grant} makes Roles of it;
 * {@link dev.tocsin.k8s.rights.Permissions} asks the API server.
 */
@NullMarked
package dev.tocsin.k8s.rights;

import org.jspecify.annotations.NullMarked;
