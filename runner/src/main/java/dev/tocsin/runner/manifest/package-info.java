/**
 * What a configuration needs to run in a cluster, as YAML. Pure: nothing is asked, and the same
 * configuration gives the same text.
 */
@NullMarked
package dev.tocsin.runner.manifest;

import org.jspecify.annotations.NullMarked;
