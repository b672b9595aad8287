/**
 * The files that commands leave behind, such as {@code result.json}, {@code series.csv} and {@code
 * report.html} of a run. Knows nothing of the command line, so that other front ends write the same
 * files.
 *
 * <p>Start at {@link io.corridor.report.files.Found} and {@link
 * io.corridor.report.files.OutFolder}.
 */
package io.corridor.report.files;
