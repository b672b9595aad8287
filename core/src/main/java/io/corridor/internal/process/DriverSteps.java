package io.corridor.internal.process;

import static io.corridor.internal.block.Loop.in;
import static io.corridor.internal.block.Loop.inOut;

import io.corridor.internal.block.Chance;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Whole;
import io.corridor.internal.block.Loop;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.Vectors;
import io.corridor.internal.block.WholePort;
import io.corridor.internal.numeric.Exp;
import io.corridor.internal.random.MonthlyWords;
import io.corridor.internal.random.NormalQuantile;
import io.corridor.internal.random.PoissonQuantile;
import io.corridor.internal.random.Words;
import java.util.List;

/**
 * The equations of section 2 of the model: the exact step of each kind of driver, in logs where X
 * is positive. A driver starts with its state; so nothing moves in month 0.
 */
public final class DriverSteps {

  private DriverSteps() {}

  /**
   * Z(t): independent standard normals of one driver or noise.
   *
   * @param draws of the stream
   * @param normals Z
   */
  public static Step shock(Chance<MonthlyWords> draws, Real normals) {
    return Step.of(
            "Shock",
            ports -> {
              MonthlyWords words = ports.draw(draws);
              RealPort z = ports.write(normals);
              return (block, month) -> {
                words.of(month).fill(block.firstPath(), block.paths(), block.words());
                NormalQuantile.fill(block.words(), block.of(z), block.paths());
              };
            })
        .made();
  }

  /**
   * x(t) = a · x(t−1) + c + Σ_j l_j Z_j(t), with the same coefficients on every path: the step of
   * every diffusion. The l_j are the driver's row of the Cholesky factor times the standard
   * deviation of its step.
   *
   * @param decay a
   * @param constant c
   * @param loadings l_j
   * @param shocks Z_j
   * @param state x
   */
  public static Step affine(
      double decay, double constant, double[] loadings, List<Real> shocks, Real state) {
    return Step.of(
            "Affine",
            ports -> {
              RealPort[] z = ports.read(shocks);
              RealPort x = ports.update(state);
              return (block, month) -> {
                if (month > 0) {
                  Mix.addShocks(block, decay, constant, loadings, z, block.of(x), block.paths());
                }
              };
            })
        .made(decay, constant, loadings);
  }

  /**
   * x(t) = a · x(t−1) + c + s · Σ_j l_j Z_j(t), where a, c and s differ by path or by regime.
   *
   * @param decay a
   * @param constant c
   * @param scale s
   * @param loadings l_j, the driver's row of the Cholesky factor
   * @param shocks Z_j
   * @param state x
   */
  public static Step varyingAffine(
      Real decay, Real constant, Real scale, double[] loadings, List<Real> shocks, Real state) {
    return Step.of(
            "VaryingAffine",
            ports -> {
              RealPort[] z = ports.read(shocks);
              RealPort a = ports.read(decay);
              RealPort c = ports.read(constant);
              RealPort s = ports.read(scale);
              RealPort x = ports.update(state);
              return (block, month) -> {
                if (month > 0) {
                  int n = block.paths();
                  double[] e = block.scratch();
                  Vectors.fill(e, 0, n); // what was left there may be infinite
                  Mix.addShocks(block, 0, 0, loadings, z, e, n);
                  advance(block.of(a), block.of(c), block.of(s), e, block.of(x), n);
                }
              };
            })
        .made(loadings);
  }

  /**
   * x̄(t) = a · w(t−1) + c + s · Σ_j l_j Z_j(t) + s′ · Σ_j l′_j Z′_j(t), the average over month t
   * of what was w(t−1) at the end of the month before.
   *
   * @param weight a
   * @param constant c
   * @param scale s, what the average shares with the shock of the month's end
   * @param loadings l_j, the driver's row of the Cholesky factor
   * @param shocks Z_j
   * @param own s′, what it has of its own
   * @param ownLoadings l′_j, its row of the factor of averages alone
   * @param ownShocks Z′_j
   * @param end w(t−1): to be advanced after this step
   * @param average x̄
   */
  public static Step average(
      Real weight,
      Real constant,
      Real scale,
      double[] loadings,
      List<Real> shocks,
      Real own,
      double[] ownLoadings,
      List<Real> ownShocks,
      Real end,
      Real average) {
    return Step.of(
            "Average",
            ports -> {
              RealPort[] z = ports.read(shocks);
              RealPort[] within = ports.read(ownShocks);
              RealPort a = ports.read(weight);
              RealPort c = ports.read(constant);
              RealPort s = ports.read(scale);
              RealPort t = ports.read(own);
              RealPort w = ports.read(end);
              RealPort x = ports.update(average);
              return (block, month) -> {
                if (month > 0) {
                  int n = block.paths();
                  double[] mean = block.of(x);
                  double[] e = block.scratch();
                  System.arraycopy(block.of(w), 0, mean, 0, n);
                  Vectors.fill(e, 0, n); // what was left there may be infinite
                  Mix.addShocks(block, 0, 0, loadings, z, e, n);
                  advance(block.of(a), block.of(c), block.of(s), e, mean, n);
                  Mix.addShocks(block, 0, 0, ownLoadings, within, e, n);
                  Vectors.addProduct(mean, block.of(t), e, n);
                }
              };
            })
        .made(loadings, ownLoadings);
  }

  private static void advance(
      double[] a, double[] c, double[] s, double[] shock, double[] x, int n) {
    for (int p = 0; p < n; p++) {
      x[p] = a[p] * x[p] + c[p] + s[p] * shock[p];
    }
  }

  /**
   * v(t) = σ²(1 − e^{−2κy})/(2κ), the variance of a noise whose κ or σ differ by path, by its
   * recursion v(t) = e^{−2κΔ} v(t−1) + (variance of one step), v(0) = 0.
   *
   * @param decay e^{−2κΔ}
   * @param step variance of one step
   * @param variance v
   */
  public static Step noiseVariance(Real decay, Real step, Real variance) {
    return Loop.of(
        "NoiseVariance",
        in(decay),
        in(step),
        inOut(variance),
        (b, q, v, n, month) -> {
          if (month > 0) {
            for (int p = 0; p < n; p++) {
              v[p] = b[p] * v[p] + q[p];
            }
          }
        });
  }

  /**
   * The jumps of a month: x ← x + ΣJ, a Poisson(λΔ) number of jumps J ~ N(a, b²). The sum of n of
   * them is n·a + b·√n·Z.
   *
   * @param counts stream of the uniform that the number is found from, by inversion
   * @param sizes stream of the normal; read only where there is a jump
   * @param expected λΔ
   * @param mean a
   * @param sd b
   * @param state x, the logarithm of the driver
   */
  public static Step jump(
      Chance<MonthlyWords> counts,
      Chance<MonthlyWords> sizes,
      Real expected,
      Real mean,
      Real sd,
      Real state) {
    return Step.of(
            "Jump",
            ports -> {
              MonthlyWords uniforms = ports.draw(counts);
              MonthlyWords normals = ports.draw(sizes);
              RealPort rates = ports.read(expected);
              RealPort means = ports.read(mean);
              RealPort sds = ports.read(sd);
              RealPort logs = ports.update(state);
              return (block, month) -> {
                if (month == 0) {
                  return;
                }
                int n = block.paths();
                double[] rate = block.of(rates);
                double[] none = block.scratch();
                Vectors.scale(-1, rate, none, n);
                Exp.exp(none, none, n);
                double[] a = block.of(means);
                double[] b = block.of(sds);
                double[] x = block.of(logs);
                Words count = uniforms.of(month);
                Words size = normals.of(month);
                for (int p = 0; p < n; p++) {
                  double u = count.uniform(block.firstPath() + p);
                  if (u >= none[p]) {
                    double jumps = PoissonQuantile.at(u, rate[p], none[p]);
                    double z = size.normal(block.firstPath() + p);
                    x[p] += jumps * a[p] + b[p] * Math.sqrt(jumps) * z;
                  }
                }
              };
            })
        .made();
  }

  /**
   * One month of the stationary bootstrap (Politis and Romano, JASA 89, 1994,
   * doi:10.1080/01621459.1994.10476870): with probability 1/block a new block starts at a random
   * place, otherwise the next return follows, the first after the last.
   *
   * @param starts stream that says whether a new block starts
   * @param places stream that says where
   * @param returns log-returns of the history
   * @param restart probability of a new block, 1/block
   * @param place index of the last return used
   * @param state ln(X(t)/X(0))
   */
  public static Step bootstrap(
      Chance<MonthlyWords> starts,
      Chance<MonthlyWords> places,
      double[] returns,
      double restart,
      Whole place,
      Real state) {
    return Step.of(
            "Bootstrap",
            ports -> {
              MonthlyWords ofStart = ports.draw(starts);
              MonthlyWords ofPlace = ports.draw(places);
              WholePort last = ports.update(place);
              RealPort logs = ports.update(state);
              return (block, month) -> {
                if (month == 0) {
                  return;
                }
                int[] at = block.of(last);
                double[] x = block.of(logs);
                Words start = ofStart.of(month);
                Words where = ofPlace.of(month);
                int count = returns.length;
                for (int p = 0; p < block.paths(); p++) {
                  long path = block.firstPath() + p;
                  int next;
                  if (month == 1 || start.uniform(path) < restart) {
                    next = Math.min(count - 1, (int) (where.uniform(path) * count));
                  } else {
                    next = at[p] + 1 == count ? 0 : at[p] + 1;
                  }
                  at[p] = next;
                  x[p] += returns[next];
                }
              };
            })
        .made(returns, restart);
  }
}
