/**
 * What is said on the screen: {@link io.corridor.report.screen.RunSummary} of a run, {@link
 * io.corridor.report.screen.ComparisonSummary}, {@link io.corridor.report.screen.SweepSummary}.
 */
package io.corridor.report.screen;
