/**
 * Talking to an API server: one request, one {@link dev.tocsin.k8s.api.Answer}. Nothing is repeated
 * that might change something, no wait outlasts its deadline, and no answer is no exception.
 */
@NullMarked
package dev.tocsin.k8s.api;

import org.jspecify.annotations.NullMarked;
