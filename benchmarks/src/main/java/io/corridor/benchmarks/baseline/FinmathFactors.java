package io.corridor.benchmarks.baseline;

import java.util.Map;
import java.util.stream.IntStream;
import net.finmath.montecarlo.BrownianMotion;
import net.finmath.montecarlo.BrownianMotionFromMersenneRandomNumbers;
import net.finmath.montecarlo.RandomVariableFactory;
import net.finmath.montecarlo.RandomVariableFromArrayFactory;
import net.finmath.montecarlo.model.AbstractProcessModel;
import net.finmath.montecarlo.model.ProcessModel;
import net.finmath.montecarlo.process.EulerSchemeFromProcessModel;
import net.finmath.montecarlo.process.MonteCarloProcess;
import net.finmath.stochastic.RandomVariable;
import net.finmath.time.TimeDiscretizationFromArray;

/** Correlated Ornstein–Uhlenbeck factors in finmath-lib, by its Euler scheme. */
public final class FinmathFactors extends AbstractProcessModel {
  private static final RandomVariableFactory NUMBERS = new RandomVariableFromArrayFactory();

  private final double[] reversion;
  private final double[][] loadings;

  /**
   * Makes the model.
   *
   * @param reversion κ of each factor, a year
   * @param loadings of each factor on each Brownian motion, a year
   */
  public FinmathFactors(double[] reversion, double[][] loadings) {
    this.reversion = reversion.clone();
    this.loadings = loadings.clone();
  }

  /** Simulates paths by the month, and returns the first factor's mean in the last. */
  public double run(int months, int paths, int seed) throws Exception {
    BrownianMotion motion =
        new BrownianMotionFromMersenneRandomNumbers(
            new TimeDiscretizationFromArray(0.0, months, 1.0 / 12),
            loadings.length,
            paths,
            seed,
            NUMBERS);
    return new EulerSchemeFromProcessModel(this, motion).getProcessValue(months, 0).getAverage();
  }

  @Override
  public int getNumberOfComponents() {
    return reversion.length;
  }

  @Override
  public int getNumberOfFactors() {
    return loadings.length;
  }

  @Override
  public RandomVariable[] getInitialState(MonteCarloProcess process) {
    return IntStream.range(0, reversion.length)
        .mapToObj(i -> getRandomVariableForConstant(0))
        .toArray(RandomVariable[]::new);
  }

  @Override
  public RandomVariable[] getDrift(
      MonteCarloProcess process, int time, RandomVariable[] now, RandomVariable[] predictor) {
    return IntStream.range(0, reversion.length)
        .mapToObj(i -> now[i].mult(-reversion[i]))
        .toArray(RandomVariable[]::new);
  }

  @Override
  public RandomVariable[] getFactorLoading(
      MonteCarloProcess process, int time, int component, RandomVariable[] now) {
    return IntStream.range(0, loadings.length)
        .mapToObj(j -> getRandomVariableForConstant(loadings[component][j]))
        .toArray(RandomVariable[]::new);
  }

  @Override
  public RandomVariable applyStateSpaceTransform(
      MonteCarloProcess process, int time, int component, RandomVariable x) {
    return x;
  }

  @Override
  public RandomVariable getNumeraire(MonteCarloProcess process, double time) {
    return getRandomVariableForConstant(1);
  }

  @Override
  public RandomVariable getRandomVariableForConstant(double value) {
    return NUMBERS.createRandomVariable(value);
  }

  @Override
  public ProcessModel getCloneWithModifiedData(Map<String, Object> modified) {
    return this;
  }
}
