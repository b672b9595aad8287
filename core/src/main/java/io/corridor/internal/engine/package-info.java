/**
 * The loop over blocks and months, and the machines that share it. {@link
 * io.corridor.internal.engine.Work} is what is simulated, {@link
 * io.corridor.internal.engine.Machines} simulate it, and a {@link
 * io.corridor.internal.engine.Summary} is what comes of it: of a plan, or of several on the same
 * random numbers.
 */
package io.corridor.internal.engine;
