/**
 * Why an outcome is what it is: runs in which causes are exchanged ({@link
 * io.corridor.internal.why.WhyRuns}), their outcomes ({@link io.corridor.internal.why.WhyStore}),
 * and what statistics say of these ({@link io.corridor.internal.why.Findings}, {@link
 * io.corridor.internal.why.Choices}).
 */
package io.corridor.internal.why;
