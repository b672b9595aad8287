package io.corridor.report.words;

import java.util.List;

/** Probabilities as one says them: {@code about one in six}. */
public final class Odds {
  /** A share, and how it is said. */
  private record Spoken(double share, String words) {}

  private static final List<Spoken> SHARES =
      List.of(
          new Spoken(0.01, "one in a hundred"),
          new Spoken(0.02, "one in fifty"),
          new Spoken(0.03, "one in thirty"),
          new Spoken(0.05, "one in twenty"),
          new Spoken(0.0667, "one in fifteen"),
          new Spoken(0.1, "one in ten"),
          new Spoken(0.125, "one in eight"),
          new Spoken(1 / 6.0, "one in six"),
          new Spoken(0.2, "one in five"),
          new Spoken(0.25, "one in four"),
          new Spoken(0.3, "three in ten"),
          new Spoken(1 / 3.0, "one in three"),
          new Spoken(0.4, "two in five"),
          new Spoken(0.5, "one in two"),
          new Spoken(0.6, "three in five"),
          new Spoken(2 / 3.0, "two in three"),
          new Spoken(0.7, "seven in ten"),
          new Spoken(0.75, "three in four"),
          new Spoken(0.8, "four in five"),
          new Spoken(5 / 6.0, "five in six"),
          new Spoken(0.9, "nine in ten"),
          new Spoken(0.95, "nineteen in twenty"),
          new Spoken(0.98, "49 in 50"),
          new Spoken(0.99, "99 in a hundred"));

  private Odds() {}

  /**
   * Returns a share of paths in words: the nearest of the usual fractions, by odds.
   *
   * @param hits on how many paths
   * @param paths of how many, {@code >= 1}
   */
  public static String words(long hits, long paths) {
    if (hits == 0) {
      return "on none of " + Amounts.whole(paths) + " paths";
    }
    if (hits == paths) {
      return "on every one of " + Amounts.whole(paths) + " paths";
    }
    double share = (double) hits / paths;
    if (share < 0.0085) {
      return "fewer than one in a hundred";
    }
    if (share > 0.9915) {
      return "more than 99 in a hundred";
    }
    Spoken nearest = SHARES.get(0);
    for (Spoken spoken : SHARES) {
      if (distance(share, spoken.share) < distance(share, nearest.share)) {
        nearest = spoken;
      }
    }
    return "about " + nearest.words;
  }

  private static double distance(double share, double other) {
    return Math.abs(logit(share) - logit(other));
  }

  private static double logit(double share) {
    return StrictMath.log(share / (1 - share));
  }
}
