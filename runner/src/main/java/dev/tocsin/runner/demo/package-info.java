/**
 * {@code tocsin demo}: the incident that Tocsin exists for, re-enacted in one JVM.
 * {@link dev.tocsin.runner.demo.Demo} tells it, {@link dev.tocsin.runner.demo.Night} is its world.
 */
@NullMarked
package dev.tocsin.runner.demo;

import org.jspecify.annotations.NullMarked;
