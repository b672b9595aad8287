/**
 * Forecasts that a scenario makes, held against what happened: which of a path's months a figure is
 * of, and what the scores of many such figures say.
 */
package io.corridor.evidence.forecast;
