package io.corridor.evidence.fit;

import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.Of;
import io.corridor.evidence.series.Period;
import io.corridor.internal.random.RandomStream;
import io.corridor.internal.random.Words;
import io.corridor.model.Value;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Fits a driver's numbers to a series of it. A number that is known stays; a distribution is the
 * prior of its number; one that isn't given has a prior so wide that the data decide:
 *
 * <ul>
 *   <li>drift N(0, 0.3), volatility LN(0.2, 1.4), of `ou` LN(s, 1.4), reversion LN(0.5, 1.4), level
 *       in x N(x̄, 2s), with x̄ and s the mean and deviation of x over the observations;
 *   <li>jump-rate LN(1, 1), jump-mean N(0, 0.1), jump-sd LN(0.1, 0.7).
 * </ul>
 */
public final class DriverFit {
  /** Fewest observations that numbers are fitted to. */
  public static final int FEWEST = 8;

  private static final double Z95 = 1.6448536269514722;

  private final String key;
  private final Process process;
  private final String series;
  private final DataSeries.Values values;
  private final Of of;

  private final Observed observed;
  private final Unknowns unknowns;

  private DriverFit(
      String key,
      Process process,
      Map<String, Value> numbers,
      String series,
      DataSeries.Values values,
      Of of) {
    this.key = key;
    this.process = process;
    this.series = series;
    this.values = values;
    this.of = of;
    check();
    this.observed = Observed.of(process, values, of);
    this.unknowns = new Unknowns(process.numbers(), numbers, this::standard);
  }

  /**
   * Fits a driver.
   *
   * @param key where the driver stands: {@code drivers.brent}; decides the random numbers
   * @param process its law
   * @param numbers what is known or thought of its numbers, by name; absent: nothing
   * @param series the series' name
   * @param values what was known of the series at the start
   * @param of what its longer periods' values are of their months
   * @return draws of the numbers that aren't known; none are made if all are
   * @throws FitException if there is too little to fit, or it doesn't determine the numbers
   */
  public static Fit fit(
      String key,
      Process process,
      Map<String, Value> numbers,
      String series,
      DataSeries.Values values,
      Of of) {
    return new DriverFit(key, process, numbers, series, values, of).fit();
  }

  /**
   * Fits a driver, and draws its value in month 0 by its law given all observations, row by row:
   * the column {@code start}.
   *
   * @param start month 0, after the last observation
   */
  public static Fit fitWithStart(
      String key,
      Process process,
      Map<String, Value> numbers,
      String series,
      DataSeries.Values values,
      Of of,
      YearMonth start) {
    DriverFit fit = new DriverFit(key, process, numbers, series, values, of);
    Fit fitted = fit.fit();
    return fitted.withDraws("start", fit.starts(fitted.posterior(), start));
  }

  private void check() {
    if (values.count() < FEWEST) {
      throw new FitException(
          "%s has %d observations to fit to; at least %d are needed: begin earlier, or state the numbers"
              .formatted(series, values.count(), FEWEST));
    }
    Period first = values.first().orElseThrow();
    boolean months = first.every().months() == 1 || of == Of.END;
    if (!months && of == Of.SUM) {
      throw new FitException(
          series
              + " holds sums of longer periods, which a driver has none of; say of: mean or end");
    }
    if (!months && process == Process.JUMP) {
      throw new FitException(
          series + " holds means of longer periods, which hide jumps; use months, or of: end");
    }
    values
        .byPeriod()
        .forEach(
            (period, value) -> {
              if (process.isOfLogarithm() && !(value > 0)) {
                throw FitException.of(
                    period,
                    "%s is %s in %s; a %s driver is fitted to logarithms, and needs values above 0"
                        .formatted(series, value, period, process.word()));
              }
            });
  }

  private Prior standard(String name) {
    double mean = Arrays.stream(observed.x()).sum() / observed.count();
    double squares = Arrays.stream(observed.x()).map(x -> (x - mean) * (x - mean)).sum();
    double sd = Math.sqrt(squares / (observed.count() - 1));
    if (!(sd > 0)) {
      throw new FitException(series + " has the same value throughout; there is nothing to fit");
    }
    return switch (name) {
      case "drift" -> Prior.normal(name, 0, 0.3);
      case "volatility" -> Prior.lognormal(name, process == Process.OU ? sd : 0.2, 1.4);
      case "reversion" -> Prior.lognormal(name, 0.5, 1.4);
      case "level" ->
          process == Process.OU
              ? Prior.normal(name, mean, 2 * sd)
              : Prior.lognormal(name, process.value(mean), 2 * sd);
      case "jump-rate" -> Prior.lognormal(name, 1, 1);
      case "jump-mean" -> Prior.normal(name, 0, 0.1);
      case "jump-sd" -> Prior.lognormal(name, 0.1, 0.7);
      default -> throw new IllegalArgumentException("no prior of '" + name + "'");
    };
  }

  private Fit fit() {
    Likelihood likelihood =
        observed.means()
            ? new MeansOfMonths(process, observed)
            : new SingleMonths(process, observed);
    Posterior posterior =
        PosteriorSampler.sample(
                key,
                List.copyOf(unknowns.priors().values()),
                free -> likelihood.log(unknowns.completed(free)))
            .requireDetermined();
    return Fit.of(
        key,
        series,
        unknowns.priors(),
        posterior,
        fitted(posterior),
        observed.periods()[0],
        observed.count());
  }

  private List<Fit.Fitted> fitted(Posterior posterior) {
    double[] medians = unknowns.atMedians(posterior);
    List<Fit.Fitted> fitted = new ArrayList<>();
    Consumer<SingleMonths.OneStep> collect =
        step ->
            fitted.add(
                new Fit.Fitted(
                    observed.periods()[step.i()],
                    process.value(observed.x()[step.i()]),
                    process.value(step.mean() - Z95 * step.sd()),
                    process.value(step.mean()),
                    process.value(step.mean() + Z95 * step.sd()),
                    step.residual()));
    if (observed.means()) {
      new MeansOfMonths(process, observed).forecasts(medians, collect);
    } else {
      new SingleMonths(process, observed).forecasts(medians, collect);
    }
    return fitted;
  }

  private double[] starts(Posterior posterior, YearMonth start) {
    Period last = observed.periods()[observed.count() - 1];
    int ahead = Math.toIntExact(ChronoUnit.MONTHS.between(last.last(), start));
    if (ahead < 1) {
      throw new IllegalArgumentException(start + " isn't after " + last);
    }
    RandomStream random = RandomStream.of(1, "fit." + key + ".start");
    Words normals = random.key(0, 0);
    double[][] rows = unknowns.rows(posterior);
    double[] starts = new double[Posterior.ROWS];
    for (int row = 0; row < starts.length; row++) {
      double[] all = rows[row];
      Process.Step law =
          observed.means()
              ? new MeansOfMonths(process, observed).last(all)
              : new Process.Step(observed.x()[observed.count() - 1], 0, 0);
      Process.Step month = process.month(all);
      for (int t = 0; t < ahead; t++) {
        law = law.then(month);
      }
      double x = law.shift() + Math.sqrt(law.variance()) * normals.normal(row);
      starts[row] = process.value(x + jumps(all, ahead, random, row));
    }
    return starts;
  }

  /** Returns what the jumps of so many months add: as many as Poisson's law has it. */
  private double jumps(double[] all, int months, RandomStream random, int row) {
    if (process != Process.JUMP) {
      return 0;
    }
    double expected = all[2] * months / 12;
    double u = random.key(1, 0).uniform(row);
    double weight = io.corridor.internal.numeric.Exp.exp(-expected);
    int count = 0;
    for (double below = weight; u > below && count < 1000; below += weight) {
      count++;
      weight *= expected / count;
    }
    return count * all[3] + Math.sqrt(count) * all[4] * random.key(1, 1).normal(row);
  }
}
