package io.corridor.internal.summary;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Samples of many shapes, each a function of a seed. */
enum Samples {
  NORMAL(Random::nextGaussian),
  NORMAL_OFF_ZERO(r -> 1e6 + r.nextGaussian()),
  LOGNORMAL(r -> Math.exp(0.5 * r.nextGaussian())),
  NEGATIVE_LOGNORMAL(r -> -Math.exp(2 * r.nextGaussian())),
  UNIFORM(Random::nextDouble),
  HALF_ZERO(r -> Math.max(0, r.nextGaussian())),
  NEGATIVE_ZERO(r -> r.nextInt(3) == 0 ? -0.0 : r.nextInt(3)),
  BINDING_CAPACITY(r -> Math.min(1.3, Math.exp(r.nextGaussian()))),
  ATOMS_AT_BOTH_ENDS(r -> Math.max(-0.7, Math.min(0.9, r.nextGaussian()))),
  ATOM_WITHIN(r -> r.nextBoolean() ? 2.5 : Math.exp(r.nextGaussian())),
  NEGATIVE_ATOM(r -> r.nextBoolean() ? -0.25 : r.nextGaussian()),
  NEGATIVE_ATOM_AMONG_ZEROS(r -> r.nextInt(3) - 1 == 0 ? -7 : Math.min(0, r.nextGaussian())),
  YES_OR_NO(r -> r.nextInt(2)),
  RANKS(r -> 1 + Math.min(4, Math.floor(Math.abs(2 * r.nextGaussian())))),
  TWO_FAR_MODES(r -> r.nextInt(4) == 0 ? -1e9 * (1 + r.nextDouble()) : 1e-9 * (1 + r.nextDouble())),
  FORTY_ORDERS(r -> Math.pow(10, 40 * r.nextDouble() - 20)),
  FORTY_ORDERS_BOTH_SIGNS(r -> (r.nextBoolean() ? 1 : -1) * Math.pow(10, 40 * r.nextDouble() - 20)),
  SIX_HUNDRED_ORDERS(r -> Math.pow(10, 600 * r.nextDouble() - 300)),
  SUBNORMAL(r -> r.nextDouble() * 1e-310),
  NEGATIVE_SUBNORMAL(r -> r.nextInt(1000) * -Double.MIN_VALUE),
  AROUND_THE_SMALLEST_NORMAL(r -> (r.nextDouble() - 0.3) * 4 * Double.MIN_NORMAL),
  NORMAL_AND_RARELY_SUBNORMAL(r -> r.nextInt(2000) == 0 ? 3e-320 : 1 + r.nextDouble()),
  RARELY_NEGATIVE(r -> r.nextInt(3000) == 0 ? -5 : r.nextDouble()),
  LARGEST(r -> (r.nextDouble() * 2 - 1) * Double.MAX_VALUE),
  EVERY_FINITE_DOUBLE(
      r -> {
        double value = Double.longBitsToDouble(r.nextLong());
        return Double.isFinite(value) ? value : 0;
      }),
  CONSTANT(r -> 0.1),
  CONSTANT_ZERO(r -> 0),
  CONSTANT_NEGATIVE(r -> -1e-5);

  private final ToDoubleFunction<Random> draw;

  Samples(ToDoubleFunction<Random> draw) {
    this.draw = draw;
  }

  double[] draw(int n, long seed) {
    Random random = new Random(seed);
    double[] values = new double[n];
    Arrays.setAll(values, i -> draw.applyAsDouble(random));
    return values;
  }
}
