/**
 * What decides an outcome, and what must hold for it: shares of its variance, directions, boxes and
 * levers. The results of {@link io.corridor.simulation.Causes}.
 */
package io.corridor.why;
