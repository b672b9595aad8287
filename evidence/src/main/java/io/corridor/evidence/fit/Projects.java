package io.corridor.evidence.fit;

import io.corridor.internal.numeric.Exp;
import io.corridor.internal.numeric.Log;
import io.corridor.internal.numeric.Normal;
import io.corridor.internal.random.RandomStream;
import io.corridor.internal.random.Words;
import io.corridor.model.Distribution;
import io.corridor.model.Value;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fits how late a project will be, and whether it is built at all, to plants like it: the delay in
 * months is lognormal (median, sigma), seen rounded; of a plant that isn't done yet it is known that
 * it is longer than what has passed; those cancelled are binomial among all.
 *
 * <p>A number of which nothing is thought has the prior delay.median LN(12, 1), delay.sigma LN(0.7,
 * 0.5), cancel Beta(1, 1). The project's own delay is drawn by each row's median and sigma: the
 * column {@code delay}.
 */
public final class Projects {
  /** Name of the median of the delay, months. */
  public static final String MEDIAN = "delay.median";

  /** Name of the deviation of the delay's logarithm. */
  public static final String SIGMA = "delay.sigma";

  /** Name of the chance that a project is never built. */
  public static final String CANCEL = "cancel";

  /** Name of the delay, months. */
  public static final String DELAY = "delay";

  private Projects() {}

  /**
   * A plant of the past.
   *
   * @param planned month of completion as planned
   * @param done month of completion; empty: it isn't complete
   * @param cancelled whether it was given up
   * @param seen month in which this was known
   */
  public record Plant(
      YearMonth planned, Optional<YearMonth> done, boolean cancelled, YearMonth seen) {}

  /**
   * Fits a project.
   *
   * @param key where it stands: {@code energy.carriers.gas.projects.basra}; decides the random
   *     numbers
   * @param numbers what is known or thought of {@link #MEDIAN}, {@link #SIGMA} and {@link #CANCEL};
   *     absent: nothing
   * @param delays whether the delay is fitted
   * @param table the table's name
   * @param plants as they were known at the start
   * @return draws of the numbers that aren't known, and of the delay
   * @throws FitException if there is too little to fit
   */
  public static Fit fit(
      String key, Map<String, Value> numbers, boolean delays, String table, List<Plant> plants) {
    if (plants.size() < DriverFit.FEWEST) {
      throw new FitException(
          "%s has %d plants to fit to; at least %d are needed: state the numbers"
              .formatted(table, plants.size(), DriverFit.FEWEST));
    }
    List<String> names = delays ? List.of(MEDIAN, SIGMA, CANCEL) : List.of(CANCEL);
    Unknowns unknowns = new Unknowns(names, numbers, Projects::standard);
    Posterior posterior =
        Sampler.sample(
                key,
                List.copyOf(unknowns.priors().values()),
                free -> log(unknowns.completed(free), plants))
            .requireDetermined();
    Fit fit =
        Fit.ofTable(
            key,
            table,
            unknowns.priors(),
            posterior,
            plants.stream().map(Plant::planned).min(YearMonth::compareTo).orElseThrow(),
            plants.stream().map(Plant::seen).max(YearMonth::compareTo).orElseThrow(),
            plants.size());
    return delays ? fit.withDraws(DELAY, delays(key, unknowns.rows(posterior))) : fit;
  }

  private static Prior standard(String name) {
    return switch (name) {
      case MEDIAN -> Prior.lognormal(name, 12, 1);
      case SIGMA -> Prior.lognormal(name, 0.7, 0.5);
      default -> Prior.of(name, new Distribution.Beta(1, 1, Optional.empty()));
    };
  }

  /** Returns the logarithm of the plants' likelihood: of delays where these are fitted. */
  static double log(double[] numbers, List<Plant> plants) {
    double cancel = numbers[numbers.length - 1];
    double log = 0;
    double cancelled = 0;
    for (Plant plant : plants) {
      if (plant.cancelled()) {
        cancelled++;
      } else if (numbers.length > 1) {
        log += Log.log(chance(plant, Log.log(numbers[0]), numbers[1]));
      }
    }
    double built = plants.size() - cancelled;
    return log
        + Waivers.binomial(new double[] {cancel}, new double[] {cancelled}, new double[] {built});
  }

  private static double chance(Plant plant, double logMedian, double sigma) {
    if (plant.done().isEmpty()) {
      return above(months(plant.planned(), plant.seen()) + 0.5, logMedian, sigma);
    }
    double late = months(plant.planned(), plant.done().get());
    double from = late <= 0 ? 1 : above(late - 0.5, logMedian, sigma);
    return from - above(Math.max(late, 0) + 0.5, logMedian, sigma);
  }

  private static double months(YearMonth from, YearMonth to) {
    return ChronoUnit.MONTHS.between(from, to);
  }

  /** Returns the probability that a delay is longer. */
  private static double above(double months, double logMedian, double sigma) {
    return months <= 0 ? 1 : Normal.cdf((logMedian - Log.log(months)) / sigma);
  }

  private static double[] delays(String key, double[][] rows) {
    Words normals = RandomStream.of(1, "fit." + key + "." + DELAY).key(0, 0);
    double[] delays = new double[rows.length];
    for (int row = 0; row < rows.length; row++) {
      delays[row] = rows[row][0] * Exp.exp(rows[row][1] * normals.normal(row));
    }
    return delays;
  }
}
