/**
 * The files that a run leaves behind: {@code result.json}, {@code series.csv} and {@code
 * report.html}. Knows nothing of the command line, so that other front ends write the same files.
 *
 * <p>Start at {@link io.corridor.report.files.ResultsFolder}.
 */
package io.corridor.report.files;
