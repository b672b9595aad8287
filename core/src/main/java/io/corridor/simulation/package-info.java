/**
 * How a scenario is run: {@link io.corridor.simulation.Simulator} takes a scenario and {@link
 * io.corridor.simulation.Settings}, and gives a projection.
 */
package io.corridor.simulation;
