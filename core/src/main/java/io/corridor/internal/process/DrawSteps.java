package io.corridor.internal.process;

import io.corridor.internal.block.Chance;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.numeric.Normal;
import io.corridor.internal.numeric.SignificantDigits;
import io.corridor.internal.random.Quantile;
import io.corridor.internal.random.Words;
import io.corridor.run.SimulationException;
import java.util.ArrayList;
import java.util.List;

/** What is drawn once a path: parameters, and whether a project is cancelled. */
public final class DrawSteps {

  /** The ends of the uniforms that a stream can give are this and 1 less it. */
  public static final double LEAST = 0x1p-53;

  private DrawSteps() {}

  /**
   * Inverts a distribution at a uniform.
   *
   * @param key of the scenario file, for the message
   * @param uniforms of the paths
   * @param quantile of the distribution
   * @param out what is drawn
   */
  public static Step draw(String key, Chance<Words> uniforms, Quantile quantile, Real out) {
    return Step.of(
        "Draw",
        ports -> {
          Words words = ports.draw(uniforms);
          RealPort to = ports.write(out);
          return (block, month) -> {
            double[] result = block.of(to);
            for (int p = 0; p < block.paths(); p++) {
              long path = block.firstPath() + p;
              result[p] = finite(key, quantile.at(words.uniform(path)), path);
            }
          };
        });
  }

  /**
   * Inverts a distribution at the probability of a correlated normal: a Gaussian copula.
   *
   * @param key of the scenario file, for the message
   * @param normals independent ones
   * @param row their loadings: a row of the Cholesky factor
   * @param quantile of the distribution
   * @param out what is drawn
   */
  public static Step correlatedDraw(
      String key, List<Chance<Words>> normals, double[] row, Quantile quantile, Real out) {
    return Step.of(
        "CorrelatedDraw",
        ports -> {
          List<Words> words = new ArrayList<>();
          double[] loadings = new double[row.length];
          for (int j = 0; j < row.length; j++) {
            if (row[j] != 0) {
              loadings[words.size()] = row[j];
              words.add(ports.draw(normals.get(j)));
            }
          }
          RealPort to = ports.write(out);
          return (block, month) -> {
            double[] result = block.of(to);
            for (int p = 0; p < block.paths(); p++) {
              long path = block.firstPath() + p;
              double z = 0;
              for (int j = 0; j < words.size(); j++) {
                z += loadings[j] * words.get(j).normal(path);
              }
              double u = Math.max(LEAST, Math.min(1 - LEAST, Normal.cdf(z)));
              result[p] = finite(key, quantile.at(u), path);
            }
          };
        });
  }

  /** Rejects infinite and NaN draws here, so that the message names the distribution. */
  private static double finite(String key, double value, long path) {
    if (!(Math.abs(value) <= Double.MAX_VALUE)) {
      throw new SimulationException(
          key
              + ": on path "
              + path
              + " it is "
              + SignificantDigits.plain(value, 4)
              + "; its distribution is out of proportion");
    }
    return value;
  }

  /**
   * 1 where something happens, else 0.
   *
   * @param draw of the uniform
   * @param probability that it happens
   * @param happens whether it does
   */
  public static Step event(Chance<Words> draw, Real probability, Real happens) {
    return Step.of(
            "Event",
            ports -> {
              Words words = ports.draw(draw);
              RealPort chance = ports.read(probability);
              RealPort out = ports.write(happens);
              return (block, month) -> {
                double[] q = block.of(chance);
                double[] result = block.of(out);
                for (int p = 0; p < block.paths(); p++) {
                  result[p] = words.uniform(block.firstPath() + p) < q[p] ? 1 : 0;
                }
              };
            })
        .made();
  }

  /**
   * The month of completion of a project that may be cancelled: with some probability, never.
   *
   * @param draw of the uniform
   * @param probability that it is cancelled
   * @param built month of completion if it isn't
   * @param completion that month; infinite if it is
   */
  public static Step cancellation(
      Chance<Words> draw, Real probability, Real built, Real completion) {
    return Step.of(
            "Cancellation",
            ports -> {
              Words words = ports.draw(draw);
              RealPort chance = ports.read(probability);
              RealPort planned = ports.read(built);
              RealPort out = ports.write(completion);
              return (block, month) -> {
                double[] q = block.of(chance);
                double[] c = block.of(planned);
                double[] result = block.of(out);
                for (int p = 0; p < block.paths(); p++) {
                  boolean never = words.uniform(block.firstPath() + p) < q[p];
                  result[p] = never ? Double.POSITIVE_INFINITY : c[p];
                }
              };
            })
        .made();
  }
}
