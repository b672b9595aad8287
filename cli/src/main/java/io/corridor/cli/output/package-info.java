/**
 * What a run leaves behind and says: {@code result.json}, {@code series.csv} and the summary on the
 * screen. Knows nothing of the command line, so that other front ends write the same files.
 *
 * <p>Start at {@link io.corridor.cli.output.ResultsFolder} for files, at {@link
 * io.corridor.cli.output.Summary} for words.
 */
package io.corridor.cli.output;
