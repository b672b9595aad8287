/**
 * How the random words of a run's paths are chosen: independently, in antithetic pairs, as a Latin
 * hypercube or as scrambled Sobol points.
 *
 * <p>A {@link io.corridor.internal.sampling.Sampler} gives the words of each draw of {@code
 * internal.random}'s streams; the steps that read them know nothing of it. Start at {@link
 * io.corridor.internal.sampling.Sampler}.
 */
package io.corridor.internal.sampling;
