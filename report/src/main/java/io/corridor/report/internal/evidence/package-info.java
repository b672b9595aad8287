/**
 * Pages about data: what they made of a scenario's numbers, and how good its forecasts have been.
 * Each stands for itself: words, tables and drawings in one file, no script. Not part of the public
 * interface.
 */
package io.corridor.report.internal.evidence;
