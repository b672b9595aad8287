package io.corridor.internal.energy;

import io.corridor.internal.numeric.Sums;
import java.util.Arrays;

/**
 * The blocks of a month's hours.
 *
 * @param shares of the hours, which sum to 1
 * @param factors demand of each over the month's mean
 */
public record Hours(double[] shares, double[] factors) {

  /** All hours alike. */
  public static final Hours ALIKE = new Hours(new double[] {1}, new double[] {1});

  /** Returns blocks of these shares and factors, the shares scaled to 1, after them the factors. */
  public static Hours of(double[] shares, double[] factors) {
    double hours = Sums.of(shares);
    double[] scaled = Arrays.stream(shares).map(share -> share / hours).toArray();
    double mean = 0;
    for (int b = 0; b < scaled.length; b++) {
      mean += scaled[b] * factors[b];
    }
    double average = mean;
    return new Hours(scaled, Arrays.stream(factors).map(factor -> factor / average).toArray());
  }

  /** Returns how many blocks there are. */
  public int count() {
    return shares.length;
  }

  /** Returns the block of the highest factor, of equal ones the first. */
  public int peak() {
    int peak = 0;
    for (int b = 1; b < factors.length; b++) {
      peak = factors[b] > factors[peak] ? b : peak;
    }
    return peak;
  }
}
