/**
 * The round: the loop and its ports. {@link dev.tocsin.round.Round} does the eight steps in the one
 * order that the types allow; {@link dev.tocsin.round.IncidentStore},
 * {@link dev.tocsin.round.Observer} and {@link dev.tocsin.round.Effects} are what a checker brings.
 */
@NullMarked
package dev.tocsin.round;

import org.jspecify.annotations.NullMarked;
