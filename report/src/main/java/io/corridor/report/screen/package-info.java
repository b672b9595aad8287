/**
 * What is said on the screen: {@link io.corridor.report.screen.Summary} of a run, {@link
 * io.corridor.report.screen.ComparisonSummary}, {@link io.corridor.report.screen.SweepSummary}.
 */
package io.corridor.report.screen;
