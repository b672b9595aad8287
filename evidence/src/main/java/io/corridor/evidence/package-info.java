/**
 * From data to a scenario's numbers, and from its forecasts to scores. Knows the model, and nothing
 * of files.
 */
package io.corridor.evidence;
