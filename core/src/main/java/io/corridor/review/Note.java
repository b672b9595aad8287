package io.corridor.review;

import io.corridor.model.KeyPath;

/**
 * Something that is valid, but was probably not meant.
 *
 * @param kind what it is about
 * @param key path of the key, as the scenario file has it: {@code drivers.brent.volatility}; empty
 *     where the whole scenario is meant
 * @param text what is odd about it, and what was probably meant, in a sentence
 */
public record Note(Kind kind, KeyPath key, String text) {

  /** What a note is about. */
  public enum Kind {
    /**
     * A change of what stood before the start, which says anew what the start's figures stand for.
     */
    REBASED,
    /** A volatility above 300 % a year, or a noise that spreads by as much in the long run. */
    VOLATILITY,
    /** Growth of more than 100 % a year. */
    GROWTH,
    /** A cost of a measure that looks like a percentage. */
    COST,
    /** An annual value of less than a million dollars. */
    ANNUAL_VALUE,
    /** An annual value of energy far from what the carriers' first year is worth. */
    ENERGY_VALUE,
    /** A row of the regime whose probabilities exceed 1 on some paths. */
    ROW,
    /** An uncertain level or growth of what nothing makes differ from year to year. */
    YEARS,
    /** Seasonal factors that look like levels. */
    SEASON,
    /**
     * A threshold that is about a million times its metric's value at the start, or a millionth.
     */
    THRESHOLD,
    /** A question that is true in month 0 on every path. */
    TRUE_AT_START,
    /** A project or opening planned before the start, which may or may not be there then. */
    OVERDUE,
    /** Quantiles whose percents are all below 1. */
    PERCENTS,
    /** An elasticity of trade below 1 or above 15. */
    TRADE_ELASTICITY,
    /** A trade matrix that doesn't seem to be of the trade that the scenario has. */
    MATRIX,
    /** Data that look like a slip, or that show what the scenario leaves out. */
    DATA,
    /** A scenario whose paths are all the same. */
    CERTAIN
  }

  @Override
  public String toString() {
    return key.isRoot() ? text : key + ": " + text;
  }
}
