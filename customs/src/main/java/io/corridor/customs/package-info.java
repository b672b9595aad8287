/**
 * From files of trade statistics, as people download them, to a scenario that rests on them: {@link
 * io.corridor.customs.TradeStatistics} reads the files, {@link io.corridor.customs.Sketch} writes
 * the scenario and its series.
 */
package io.corridor.customs;
