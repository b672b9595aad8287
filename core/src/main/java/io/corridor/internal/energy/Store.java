package io.corridor.internal.energy;

import io.corridor.internal.block.Column.Real;

/**
 * The store of a carrier.
 *
 * @param days length of each month
 * @param filling whether a month is one of filling
 * @param capacity most that it holds
 * @param injection most that goes in a day
 * @param withdrawal most that comes out a day
 * @param content S
 */
public record Store(
    int[] days, boolean[] filling, Real capacity, Real injection, Real withdrawal, Real content) {}
