/**
 * What happened on one path of a run, month by month, in plain sentences.
 *
 * <p>Start at {@link io.corridor.report.story.Story}; {@link
 * io.corridor.report.story.SimulatedPath} holds the path.
 */
package io.corridor.report.story;
