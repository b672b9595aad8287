package io.corridor.evidence.fit;

import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.Of;
import io.corridor.evidence.series.Period;
import io.corridor.internal.numeric.Exp;
import io.corridor.internal.numeric.Sums;
import io.corridor.internal.random.RandomStream;
import io.corridor.model.Value;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Fits a driver's numbers to a series of it. A number that is known stays; a distribution is the
 * prior of its number; one that isn't given has a prior so wide that the data decide:
 *
 * <ul>
 *   <li>drift N(0, 0.3), volatility LN(0.2, 1.4), of `ou` LN(s, 1.4), reversion LN(0.5, 1.4), level
 *       in x N(x̄, 2s), with x̄ and s the mean and deviation of x over the observations;
 *   <li>jump-rate LN(1, 1), jump-mean N(0, 0.1), jump-sd LN(0.1, 0.7).
 * </ul>
 *
 * @param key where the driver stands: {@code drivers.brent}; decides the random numbers
 * @param process its law
 * @param numbers what is known or thought of its numbers, by name; absent: nothing
 * @param series the series' name
 * @param values what was known of the series at the start
 * @param of what a period's value is: of its months, and of the time within a month
 * @param start month 0, after the last observation. The driver's value in it is drawn by its law
 *     given all observations, row by row: the column {@code start}; of averages its value at the
 *     month's end, too, {@code end}
 * @param stated the value in month 0, which isn't drawn then
 * @param widen what volatility and jumps are multiplied by where month 0 is drawn; of no matter to
 *     what the data say
 */
public record DriverFit(
    String key,
    Process process,
    Map<String, Value> numbers,
    String series,
    DataSeries.Values values,
    Of of,
    YearMonth start,
    Optional<Value> stated,
    double widen)
    implements Fit.Request {
  /** Fewest observations that numbers are fitted to. */
  public static final int FEWEST = 8;

  private static final String JUMPS =
      "averages over months are taken for the months' ends, which makes the volatility up to 18 %"
          + " too small: averages of a law with jumps aren't tractable; `widen` may mend it";

  @Override
  public Set<Period> periods() {
    return values.byPeriod().keySet();
  }

  @Override
  public Supplier<Fit> prepare() {
    check();
    Observed observed = Observed.of(process, values, of);
    Unknowns unknowns = new Unknowns(process.numbers(), numbers, name -> standard(name, observed));
    SeriesLikelihood likelihood = observed.likelihood(process);
    OptionalDouble x = likelihood instanceof MeansOfMonths ? statedX() : OptionalDouble.empty();
    return () -> fit(unknowns, likelihood, x);
  }

  private Fit fit(Unknowns unknowns, SeriesLikelihood likelihood, OptionalDouble x) {
    Posterior posterior =
        PosteriorSampler.sample(key, unknowns.priors().values(), unknowns.ofFree(likelihood))
            .requireDetermined();
    Fit fit =
        Fit.of(
            key,
            series,
            unknowns.priors(),
            posterior,
            values,
            likelihood.forecasts(unknowns.atMedians(posterior)),
            process::value);
    return withStart(
        process == Process.JUMP && of != Of.END ? fit.withWarning(JUMPS) : fit,
        likelihood,
        Unknowns.widened(process.numbers(), unknowns.rows(posterior), widen),
        x);
  }

  /** Returns the fit with draws of month 0; {@code x}: its average, if that is stated. */
  private Fit withStart(Fit fit, SeriesLikelihood likelihood, double[][] rows, OptionalDouble x) {
    RandomStream random = RandomStream.of(1, "fit." + key + ".start");
    if (likelihood instanceof MeansOfMonths means) {
      double[][] drawn = means.drawnAt(start, rows, random, x);
      Fit started =
          stated.isPresent()
              ? fit
              : fit.withDraws("start", Arrays.stream(drawn[0]).map(process::value).toArray());
      return started.withDraws("end", Arrays.stream(drawn[1]).map(process::value).toArray());
    }
    return stated.isPresent() ? fit : fit.withDraws("start", starts(likelihood, rows, random));
  }

  private OptionalDouble statedX() {
    if (stated.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (stated.get() instanceof Value.Constant constant
        && (constant.number() > 0 || !process.isOfLogarithm())) {
      return OptionalDouble.of(process.x(constant.number()));
    }
    throw new FitException(
        "start",
        "must be a number, since "
            + series
            + " holds averages, and the month's end is drawn given its average; leave it out to"
            + " have both drawn, or say of: end in `data`");
  }

  private void check() {
    Unknowns.requireEnough(
        process.numbers(),
        numbers,
        values.count(),
        series
            + " has %d observations to fit to; at least %d are needed: begin earlier, or state the"
            + " numbers");
    if (!Unknowns.areKnown(process.numbers(), numbers)) {
      Unknowns.requireAboveZero(numbers, "volatility");
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
    if (!(numbers.get("volatility") instanceof Value.Constant) && values.isConstant()) {
      throw new FitException(
          "volatility",
          series + " has the same value throughout, which doesn't tell how it moves: state it");
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

  private Prior standard(String name, Observed observed) {
    double mean = Sums.mean(observed.x());
    double squares = Sums.squares(observed.x(), mean);
    double sd = Math.sqrt(squares / (observed.count() - 1));
    if (!(sd > 0) && name.equals("level")) {
      throw new FitException(
          name,
          series
              + " has the same value throughout, which doesn't tell how it moves: state the"
              + " number");
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

  private double[] starts(SeriesLikelihood likelihood, double[][] rows, RandomStream random) {
    double[] starts = likelihood.drawnAt(start, rows, random);
    int months = Math.toIntExact(ChronoUnit.MONTHS.between(likelihood.lastMonth(), start));
    Arrays.setAll(
        starts, row -> process.value(starts[row] + jumps(rows[row], months, random, row)));
    return starts;
  }

  /** Returns what the jumps of so many months add: as many as Poisson's law has it. */
  private double jumps(double[] all, int months, RandomStream random, int row) {
    if (process != Process.JUMP) {
      return 0;
    }
    double expected = all[2] * months / 12;
    double u = random.key(1, 0).uniform(row);
    double weight = Exp.exp(-expected);
    int count = 0;
    for (double below = weight; u > below && count < 1000; below += weight) {
      count++;
      weight *= expected / count;
    }
    return count * all[3] + Math.sqrt(count) * all[4] * random.key(1, 1).normal(row);
  }
}
