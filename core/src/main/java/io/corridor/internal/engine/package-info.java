/**
 * The loop over blocks and months, and the threads that share it. {@link
 * io.corridor.internal.engine.Engine} runs a plan and returns a {@link
 * io.corridor.internal.engine.RunSummary}, or several on the same random numbers and returns a
 * {@link io.corridor.internal.engine.PairedSummary}.
 */
package io.corridor.internal.engine;
