package io.corridor.evidence.fit;

import io.corridor.internal.numeric.Log;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Coordinates for the numbers of a volume. The slower its noise, the less the data say of size,
 * growth, responses and season: seen along them all, the posterior is a funnel, in whose narrow end
 * chains get lost. Given the noise's two numbers ln of an observation is about linear in the z of
 * the others, and their posterior about normal. So these coordinates are the others' deviations
 * from the mean of that normal, in its own standard deviations. For months and normal priors it is
 * exact; elsewhere the chains correct what it misses.
 */
final class Straightened implements Reparametrization {
  private static final double STEP = 1e-4;

  /** A line is drawn so often, each time where the one before it leads. */
  private static final int ROUNDS = 3;

  /** It is drawn nowhere further out than this, where no prior knows of numbers. */
  private static final double FURTHEST = 3;

  private final SumsOfMonths volume;
  private final UnaryOperator<double[]> numbers; // all of the volume, of z
  private final int[] places; // of the others in z
  private final int sizes; // 1 if there is a size that isn't in z
  private final double precisionOfSize;
  private SumsOfMonths.Products products;

  /**
   * Makes the coordinates.
   *
   * @param priors of what z stands for
   * @param completed makes all numbers of the volume of these
   * @param sdOfSize a priori, of the logarithm of a size that isn't one of them; infinite if there
   *     is none
   */
  Straightened(
      SumsOfMonths volume, List<Prior> priors, UnaryOperator<double[]> completed, double sdOfSize) {
    UnaryOperator<double[]> ofZ = Prior.atNormals(priors);
    this.volume = volume;
    this.numbers = z -> completed.apply(ofZ.apply(z));
    this.places =
        IntStream.range(0, priors.size())
            .filter(i -> !priors.get(i).name().startsWith(Volume.NOISE))
            .toArray();
    this.sizes = Double.isFinite(sdOfSize) ? 1 : 0;
    this.precisionOfSize = 1 / (sdOfSize * sdOfSize);
    double[] z = new double[priors.size()];
    this.products = linearised(z);
    for (int round = 1; round < ROUNDS; round++) {
      double[] next = new double[z.length];
      if (!Double.isNaN(toZ(next))) {
        z = Arrays.stream(next).map(v -> Math.max(-FURTHEST, Math.min(FURTHEST, v))).toArray();
        products = linearised(z);
      }
    }
  }

  /** Returns the products of what each z adds to ln of an observation, a size, and the rest. */
  private SumsOfMonths.Products linearised(double[] z) {
    double[] level = volume.levels(numbers.apply(z));
    double[][] columns = new double[places.length + sizes + 1][level.length];
    double[] rest = columns[columns.length - 1];
    Arrays.setAll(rest, i -> volume.logs()[i] - level[i]);
    for (int k = 0; k < places.length; k++) {
      double[] up = moved(z, places[k], STEP);
      double[] down = moved(z, places[k], -STEP);
      for (int i = 0; i < rest.length; i++) {
        columns[k][i] = (up[i] - down[i]) / (2 * STEP);
        rest[i] += columns[k][i] * z[places[k]];
      }
    }
    if (sizes > 0) {
      Arrays.fill(columns[places.length], 1);
    }
    return volume.products(volume.shares(numbers.apply(z)), columns);
  }

  private double[] moved(double[] z, int place, double by) {
    double[] moved = z.clone();
    moved[place] += by;
    return volume.levels(numbers.apply(moved));
  }

  @Override
  public double toZ(double[] u) {
    int n = places.length;
    int all = n + sizes;
    double[][] precision = products.given(numbers.apply(u));
    double[] right = precision[all];
    // The joint precision of the z and the size, then without the size; beside, what it is times
    // their mean.
    for (int k = 0; k < n; k++) {
      precision[k][k] += 1;
    }
    if (sizes > 0) {
      double[] size = precision[n];
      size[n] += precisionOfSize;
      for (int k = 0; k < n; k++) {
        double factor = size[k] / size[n];
        for (int l = 0; l <= k; l++) {
          precision[k][l] -= factor * size[l];
        }
        right[k] -= factor * right[n];
      }
    }
    return solve(precision, right, u, n);
  }

  /** Sets z to mean + L⁻ᵀ u, where L Lᵀ is the precision. */
  private double solve(double[][] precision, double[] right, double[] u, int n) {
    double logs = 0;
    double[] z = new double[n];
    for (int i = 0; i < n; i++) {
      double rest = right[i];
      for (int j = 0; j < i; j++) {
        double sum = precision[i][j];
        for (int k = 0; k < j; k++) {
          sum -= precision[i][k] * precision[j][k];
        }
        precision[i][j] = sum / precision[j][j];
        rest -= precision[i][j] * z[j];
      }
      double square = precision[i][i];
      for (int k = 0; k < i; k++) {
        square -= precision[i][k] * precision[i][k];
      }
      if (!(square > 0)) {
        return Double.NaN;
      }
      precision[i][i] = Math.sqrt(square);
      z[i] = rest / precision[i][i];
      logs -= Log.log(square) / 2;
    }
    for (int i = n - 1; i >= 0; i--) {
      double rest = z[i] + u[places[i]];
      for (int j = i + 1; j < n; j++) {
        rest -= precision[j][i] * u[places[j]];
      }
      u[places[i]] = rest / precision[i][i];
    }
    return logs;
  }
}
