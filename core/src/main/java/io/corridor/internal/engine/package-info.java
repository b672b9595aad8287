/**
 * The loop over blocks and months, and the threads that share it. {@link
 * io.corridor.internal.engine.Engine} runs a plan and returns a {@link
 * io.corridor.internal.engine.RunSummary}.
 */
package io.corridor.internal.engine;
