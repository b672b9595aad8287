package io.corridor.model;

/** Bounds of whole numbers and dates, beyond which a scenario is taken for a mistake. */
public final class Limits {

  /** Most months that a scenario may run: a hundred years. */
  public static final int MONTHS = 1_200;

  /** Largest number of days or months that a term, ramp, duration, run or block may last. */
  public static final int DURATION = 1_000_000;

  /**
   * Most paths of a run: so far the streams of random numbers are known not to overlap, and counts
   * and sums of whole numbers fit into 64 bits.
   */
  public static final long PATHS = 1_000_000_000_000L;

  /** First year that a date may lie in. */
  public static final int FIRST_YEAR = 1800;

  /** Last year that a date may lie in. */
  public static final int LAST_YEAR = 9999;

  /**
   * Most ids that the correlations of one sort (monthly shocks, or parameters) may name together:
   * their matrix is held in full.
   */
  public static final int CORRELATED = 500;

  /** Most units of one sort: their number that runs is drawn by summing its law. */
  public static final int UNITS = 10_000;

  /** Most countries of a world: each month solves for the prices of all of them. */
  public static final int COUNTRIES = 64;

  /** Most levers that a scenario may name: so many stand beside a chart. */
  public static final int LEVERS = 5;

  private Limits() {}
}
