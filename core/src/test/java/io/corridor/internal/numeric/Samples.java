package io.corridor.internal.numeric;

import java.util.SplittableRandom;

/** Arguments for kernels: ordinary ones with every special one among them. */
final class Samples {
  private static final double[] SPECIAL = {
    0,
    -0.0,
    1,
    -1,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MIN_NORMAL,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN,
    354.9,
    -355.3,
    709.7,
    -745
  };

  private Samples() {}

  /** Returns numbers of which a quarter may have any bits, and 16 are special. */
  static double[] anyNumbers(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] =
          random.nextInt(4) == 0
              ? Double.longBitsToDouble(random.nextLong())
              : 20 * (random.nextDouble() - 0.5);
    }
    for (double special : SPECIAL) {
      numbers[random.nextInt(count)] = special;
    }
    return numbers;
  }
}
