/**
 * Data beside a scenario, and what its file says of them: series, fits, backtests. Not part of the
 * public interface.
 */
package io.corridor.scenarios.internal.evidence;
