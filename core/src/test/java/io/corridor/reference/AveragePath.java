package io.corridor.reference;

import static io.corridor.reference.Processes.DELTA;

import io.corridor.internal.random.StreamName;
import io.corridor.model.Driver;
import io.corridor.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Section 2: a driver that is an average over each month, from the integrals of its process. With h
 * for the time left to the month's end, ε₁ = σ∫e^{−κh}dW and ε₂ = σ/Δ ∫(1 − e^{−κh})/κ dW.
 */
final class AveragePath implements DriverPath {
  private final DriverPath moments;
  private final boolean logs;
  private final boolean reverts;
  private final double reversion;
  private final Map<String, Double> pull;
  private final Map<String, Double> volatility;
  private final String id;
  private final List<String> ids = new ArrayList<>();
  private final double[][] l;
  private final Draws draws;
  private double w;

  /**
   * Makes the path.
   *
   * @param moments the same driver without an end, whose start counts
   * @param reversion of its process; 0 of `gbm`
   * @param pull level by regime, or drift
   */
  AveragePath(
      String id,
      Scenario scenario,
      Draws draws,
      DriverPath moments,
      double end,
      double reversion,
      Map<String, Double> pull,
      Map<String, Double> volatility) {
    Driver driver = scenario.drivers().get(id);
    this.id = id;
    this.draws = draws;
    this.moments = moments;
    this.logs = !(driver instanceof Driver.Ou);
    this.reverts = !(driver instanceof Driver.Gbm);
    this.reversion = reversion;
    this.pull = pull;
    this.volatility = volatility;
    this.w = logs ? StrictMath.log(end) : end;
    scenario
        .drivers()
        .forEach(
            (other, each) -> {
              if (each.end().isPresent()) {
                ids.add(other);
              }
            });
    l = Correlated.cholesky(ids, scenario.correlations());
  }

  @Override
  public double start() {
    return moments.start();
  }

  @Override
  public double step(double last, int t, String regime, double z) {
    double sigma = volatility.get(regime);
    DoubleUnaryOperator keep = h -> StrictMath.exp(-reversion * h);
    DoubleUnaryOperator time = h -> reversion == 0 ? h : (1 - keep.applyAsDouble(h)) / reversion;
    double var1 = integral(h -> keep.applyAsDouble(h) * keep.applyAsDouble(h));
    double cov = integral(h -> keep.applyAsDouble(h) * time.applyAsDouble(h)) / DELTA;
    double var2 = integral(h -> time.applyAsDouble(h) * time.applyAsDouble(h)) / (DELTA * DELTA);
    double e1 = sigma * Math.sqrt(var1) * z;
    double e2 = cov / var1 * e1 + sigma * Math.sqrt(var2 - cov * cov / var1) * within(t);
    double u = w;
    double mean;
    if (reverts) {
      double level = logs ? StrictMath.log(pull.get(regime)) : pull.get(regime);
      w = level + (u - level) * keep.applyAsDouble(DELTA) + e1;
      mean = level + (u - level) * integral(keep) / DELTA + e2;
    } else {
      double drift = pull.get(regime) - sigma * sigma / 2;
      w = u + drift * DELTA + e1;
      mean = u + drift * DELTA / 2 + e2;
    }
    return logs ? StrictMath.exp(mean) : mean;
  }

  private double within(int t) {
    double[] z =
        ids.stream()
            .mapToDouble(other -> draws.normal(StreamName.WITHIN.of(other), t, 0))
            .toArray();
    return Correlated.times(l, z)[ids.indexOf(id)];
  }

  private static double integral(DoubleUnaryOperator function) {
    return new GaussIntegratorFactory().legendre(12, 0, DELTA).integrate(function::applyAsDouble);
  }
}
