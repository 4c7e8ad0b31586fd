/**
 * Stories: text files on a time axis that an operator reads and writes.
 * {@link dev.tocsin.simulation.story.StoryReader} reads one,
 * {@link dev.tocsin.simulation.story.Story#tell()} plays it, and
 * {@link dev.tocsin.simulation.story.StoryWriter} writes it down again.
 */
@NullMarked
package dev.tocsin.simulation.story;

import org.jspecify.annotations.NullMarked;
