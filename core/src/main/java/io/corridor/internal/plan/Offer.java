package io.corridor.internal.plan;

import io.corridor.internal.block.Column.Real;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a source of a carrier.
 *
 * @param ours whether it is the corridor's
 * @param offered what it can deliver
 * @param kept k, the share of it that sanctions leave
 * @param imports what is bought
 * @param least what is paid for, bought or not, as far as it is offered; null: nothing
 * @param price of a priced unit; null: the carrier's
 * @param down share of the month's days on which it is interrupted; null: never
 */
record Offer(
    boolean ours,
    Real offered,
    Real kept,
    Real imports,
    @Nullable Real least,
    @Nullable Real price,
    @Nullable Real down) {}
