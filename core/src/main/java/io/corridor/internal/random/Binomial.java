package io.corridor.internal.random;

import java.util.Arrays;

/**
 * The number of successes in independent trials, by inversion of its cumulative distribution.
 *
 * <p>Probabilities are summed relative to that of the mode, from which those of its neighbours
 * follow one by one; so nothing underflows, and no logarithm is needed. What is less likely than
 * the mode by 10⁻²⁰ counts as impossible. Immutable.
 */
public final class Binomial {
  private static final double NEGLIGIBLE = 1e-20;

  /** Room for the probabilities of up to 10 000 trials, of which at most some 1 100 count. */
  private static final int ROOM = 2_048;

  private final int least;
  private final double[] cumulative;

  private Binomial(int least, double[] cumulative) {
    this.least = least;
    this.cumulative = cumulative;
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
    double target = u * cumulative[cumulative.length - 1];
    int low = 0;
    int high = cumulative.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulative[middle] > target) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return least + low;
  }

  /**
   * Returns the number at the uniform {@code u} of a law that is needed once.
   *
   * @param room for {@code 2048} numbers, which are overwritten
   */
  public static int at(double u, int trials, double probability, double[] room) {
    int least = least(trials, probability);
    int count = weigh(least, trials, probability, room);
    double total = 0;
    for (int i = 0; i < count; i++) {
      total += room[i];
    }
    double target = u * total;
    double sum = 0;
    for (int i = 0; i < count - 1; i++) {
      sum += room[i];
      if (sum > target) {
        return least + i;
      }
    }
    return least + count - 1;
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
