package io.corridor.review;

import io.corridor.internal.random.Quantile;
import io.corridor.model.Distribution;

/**
 * Where the values of a distribution lie.
 *
 * @param low 1 % of the values lie below
 * @param middle half of the values lie below
 * @param high 1 % of the values lie above
 */
public record Extent(double low, double middle, double high) {
  private static final double TAIL = 0.01;

  /** Returns where the values of {@code distribution} lie, which is valid. */
  public static Extent of(Distribution distribution) {
    Quantile quantile = Quantile.of(distribution);
    return new Extent(quantile.at(TAIL), quantile.at(0.5), quantile.at(1 - TAIL));
  }
}
