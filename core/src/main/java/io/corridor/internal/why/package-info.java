/**
 * The statistics of why an outcome is what it is: pure functions of the outcomes and numbers of
 * paths, which somebody else has simulated.
 */
package io.corridor.internal.why;
