package io.corridor.evidence.fit;

import io.corridor.internal.random.Quantile;
import io.corridor.model.Distribution;

/**
 * What is thought of a number before data are seen: a distribution of the scenario file, or the one
 * that stands in for it.
 *
 * @param name of the number, as results call it: {@code level}, {@code season.1}
 * @param law the distribution
 * @param shift added to what it draws: −1 where 1 + the number is lognormal
 */
public record Prior(String name, Distribution law, double shift) {

  /**
   * Checks that data can update it.
   *
   * @throws IllegalArgumentException if it is a choice of a few values
   */
  public Prior {
    if (law instanceof Distribution.Choice) {
      throw new IllegalArgumentException(name + " is a choice, which data can't update");
    }
  }

  /** Makes a prior of a distribution as it stands. */
  public static Prior of(String name, Distribution law) {
    return new Prior(name, law, 0);
  }

  /** Returns N(mean, sd). */
  public static Prior normal(String name, double mean, double sd) {
    return of(name, new Distribution.Normal(mean, sd, java.util.Optional.empty()));
  }

  /** Returns LN(median, sigma): lognormal, of a logarithm with the deviation sigma. */
  public static Prior lognormal(String name, double median, double sigma) {
    return of(name, new Distribution.Lognormal(median, sigma, java.util.Optional.empty()));
  }

  /** Returns the prior of a growth g, of which ln(1 + g) is N(0, sd). */
  public static Prior growth(String name, double sd) {
    return new Prior(name, lognormal(name, 1, sd).law(), -1);
  }

  /** Returns its percentile, from 0 to 100, both excluded. */
  public double percentile(double percent) {
    return Quantile.of(law).at(percent / 100) + shift;
  }
}
