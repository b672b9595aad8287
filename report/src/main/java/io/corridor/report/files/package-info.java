/**
 * The files that a run leaves behind: {@code result.json}, {@code series.csv} and {@code
 * report.html}; those of a comparison, {@code comparison.json} and {@code comparison.html}; those
 * of a sweep, {@code sweep.csv}, {@code sweep.json} and {@code sweep.html}. Knows nothing of the
 * command line, so that other front ends write the same files.
 *
 * <p>Start at {@link io.corridor.report.files.ResultsFolder}, {@link
 * io.corridor.report.files.ComparisonFolder} or {@link io.corridor.report.files.SweepFolder}.
 */
package io.corridor.report.files;
