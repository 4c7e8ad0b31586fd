/** The configuration: one YAML file, all its problems at once. */
@NullMarked
package dev.tocsin.runner.config;

import org.jspecify.annotations.NullMarked;
