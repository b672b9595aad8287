package io.corridor.internal.random;

import java.util.Arrays;

/**
 * The number of successes in independent trials, by inversion of its cumulative distribution.
 *
 * <p>Probabilities are summed relative to that of the mode, from which those of its neighbours
 * follow one by one; so nothing underflows, and no logarithm is needed. What is less likely than
 * the mode by 10⁻²⁰ counts as impossible. Where to begin looking comes from a table of what the
 * number is at the ends of {@value #CELLS} cells of equal probability (Chen and Asau, AIIE
 * Transactions 6, 1974, doi:10.1080/05695557408974949): in most of them there is but one number, so
 * that the search ends where it begins. Immutable.
 */
public final class Binomial {
  private static final double NEGLIGIBLE = 1e-20;

  /** Room for the probabilities of up to 10 000 trials, of which at most some 1 100 count. */
  private static final int ROOM = 2_048;

  private static final int CELLS = 1_024;

  private final int least;
  private final double total;

  /** Of the weights, relative to the mode's; the last is infinite, so that a search ends there. */
  private final double[] cumulative;

  /** By cell, the place of the number at the cell's lower end. */
  private final int[] guide = new int[CELLS];

  private Binomial(int least, double[] cumulative) {
    this.least = least;
    this.cumulative = cumulative;
    this.total = cumulative[cumulative.length - 1];
    cumulative[cumulative.length - 1] = Double.POSITIVE_INFINITY;
    for (int cell = 1; cell < CELLS; cell++) {
      guide[cell] = place(guide[cell - 1], (double) cell / CELLS);
    }
  }

  /** Returns the law of {@code trials}, up to 10 000, that succeed with {@code probability}. */
  public static Binomial of(int trials, double probability) {
    double[] room = new double[ROOM];
    int least = least(trials, probability);
    int count = weigh(least, trials, probability, room);
    for (int i = 1; i < count; i++) {
      room[i] += room[i - 1];
    }
    return new Binomial(least, Arrays.copyOf(room, count));
  }

  /** Returns the number at the uniform {@code u}, in (0, 1). */
  public int at(double u) {
    return least + place(guide[(int) (u * CELLS)], u);
  }

  private int place(int from, double u) {
    double target = u * total;
    int place = from;
    while (cumulative[place] <= target) {
      place++;
    }
    return place;
  }

  /**
   * Returns the number at the uniform {@code u} of a law without a table: a walk from the mode, of
   * less than a standard deviation on average. It knows probabilities to some 10⁻¹⁵.
   *
   * @param ofMode {@link #ofMode} of the same law
   * @param upToMode {@link #upToMode} of the same law
   */
  public static int at(double u, int trials, double probability, double ofMode, double upToMode) {
    int number = mode(trials, probability);
    double odds = probability / (1 - probability);
    double weight = ofMode;
    double sum = upToMode;
    if (u < sum) {
      while (weight >= NEGLIGIBLE && u < sum - weight) {
        sum -= weight;
        weight *= number / ((trials - number + 1.0) * odds);
        number--;
      }
      return Math.max(0, number);
    }
    while (weight >= NEGLIGIBLE && u >= sum) {
      weight *= (trials - number) / (number + 1.0) * odds;
      number++;
      sum += weight;
    }
    return Math.min(trials, number);
  }

  /** Returns the probability of the mode, the greatest of the likeliest numbers. */
  public static double ofMode(int trials, double probability) {
    return 1 / (below(trials, probability) + 1 + above(trials, probability));
  }

  /** Returns the probability of the mode and all numbers below. */
  public static double upToMode(int trials, double probability) {
    double upTo = below(trials, probability) + 1;
    return upTo / (upTo + above(trials, probability));
  }

  private static double below(int trials, double probability) {
    double odds = probability / (1 - probability);
    double weight = 1;
    double sum = 0;
    for (int number = mode(trials, probability); number > 0 && weight >= NEGLIGIBLE; number--) {
      weight *= number / ((trials - number + 1.0) * odds);
      sum += weight;
    }
    return sum;
  }

  private static double above(int trials, double probability) {
    double odds = probability / (1 - probability);
    double weight = 1;
    double sum = 0;
    for (int n = mode(trials, probability); n < trials && weight >= NEGLIGIBLE; n++) {
      weight *= (trials - n) / (n + 1.0) * odds;
      sum += weight;
    }
    return sum;
  }

  private static int mode(int trials, double probability) {
    return (int) Math.min(trials, Math.floor((trials + 1) * probability));
  }

  /** Returns the least number that counts. */
  private static int least(int trials, double probability) {
    int number = mode(trials, probability);
    double weight = 1;
    while (number > 0) {
      weight *= number / (trials - number + 1.0) * ((1 - probability) / probability);
      if (!(weight >= NEGLIGIBLE)) {
        return number;
      }
      number--;
    }
    return 0;
  }

  /** Sets {@code room} to the weights of the numbers that count, and returns how many do. */
  private static int weigh(int least, int trials, double probability, double[] room) {
    int mode = mode(trials, probability);
    double odds = probability / (1 - probability);
    double weight = 1;
    room[mode - least] = 1;
    for (int number = mode; number > least; number--) {
      weight *= number / (trials - number + 1.0) / odds;
      room[number - 1 - least] = weight;
    }
    weight = 1;
    int number = mode;
    while (number < trials) {
      weight *= (trials - number) / (number + 1.0) * odds;
      if (!(weight >= NEGLIGIBLE)) {
        break;
      }
      number++;
      room[number - least] = weight;
    }
    return number - least + 1;
  }
}
