/**
 * What people and programs are shown: every answer is first a view, which is the JSON as it stands,
 * and the tables are made of the same view.
 */
@NullMarked
package dev.tocsin.runner.report;

import org.jspecify.annotations.NullMarked;
