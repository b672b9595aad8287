package io.corridor.evidence.fit;

import io.corridor.evidence.series.Plant;
import io.corridor.internal.numeric.Exp;
import io.corridor.internal.numeric.Log;
import io.corridor.internal.numeric.Normal;
import io.corridor.internal.random.RandomStream;
import io.corridor.internal.random.Words;
import io.corridor.model.Distribution;
import io.corridor.model.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Fits a project's delay and its chance to be cancelled to what became of plants like it.
 *
 * <p>With F the lognormal distribution of a delay, of median m and deviation d of its logarithm,
 * one that came k months late has the probability F(k + ½) − F(k − ½), one in time F(½), and one
 * that isn't done j months after its plan 1 − F(j + ½). Cancelled are a binomial number among all.
 * A number or a chance that is known stays. What isn't given has the prior m LN(12, 1), d LN(0.7,
 * 0.5), cancel Beta(1, 1); of a lognormal delay (a, b) it is m LN(a, 1), d LN(b, 0.5).
 *
 * <p>The project's own delay is drawn, row by row, by the m and d of its row: the column {@code
 * delay}.
 *
 * @param key where it stands: {@code energy.carriers.gas.projects.field}; decides the random
 *     numbers
 * @param numbers what is known or thought of {@code delay} and {@code cancel}; absent: nothing
 * @param series the table's name
 * @param plants what was seen of plants like it before the start
 */
public record ProjectFit(String key, Map<String, Value> numbers, String series, List<Plant> plants)
    implements Fit.Request {
  /** Name of the delay, in months. */
  public static final String DELAY = "delay";

  /** Name of the delay's median, in months. */
  public static final String MEDIAN = "delay.median";

  /** Name of the deviation of the delay's logarithm. */
  public static final String SIGMA = "delay.sigma";

  /** Name of the chance that it is never built. */
  public static final String CANCEL = "cancel";

  @Override
  public Supplier<Fit> prepare() {
    Unknowns.requireEnough(
        List.of(DELAY, CANCEL),
        numbers,
        plants.size(),
        series
            + " tells of %d plants to fit to; at least %d are needed: state the delay and the"
            + " chance");
    boolean late = !(numbers.get(DELAY) instanceof Value.Constant);
    Map<String, Value> given = new LinkedHashMap<>();
    Optional.ofNullable(numbers.get(CANCEL)).ifPresent(cancel -> given.put(CANCEL, cancel));
    List<String> names = late ? List.of(MEDIAN, SIGMA, CANCEL) : List.of(CANCEL);
    Prior.LogNormal thought = delay(Optional.ofNullable(numbers.get(DELAY)));
    Unknowns unknowns = new Unknowns(names, given, name -> standard(name, thought));
    return () -> fit(unknowns, late);
  }

  private Fit fit(Unknowns unknowns, boolean late) {
    Delays delays = Delays.of(plants);
    WaiverFit.Tally cancelled = new WaiverFit.Tally();
    plants.forEach(plant -> cancelled.add(plant.cancelled()));
    Posterior posterior =
        PosteriorSampler.slice(
                key,
                unknowns.priors().values(),
                unknowns.ofFree(
                    all -> {
                      double chance = cancelled.log(all[all.length - 1]);
                      return late ? delays.log(all[0], all[1]) + chance : chance;
                    }))
            .requireDetermined();
    Fit fit =
        Fit.ofTable(
            key,
            series,
            plants.stream().map(Plant::planned).min(Comparator.naturalOrder()).orElseThrow(),
            plants.stream().map(Plant::seen).max(Comparator.naturalOrder()).orElseThrow(),
            plants.size(),
            unknowns.priors(),
            posterior,
            List.of(counted()));
    return late ? fit.withDraws(DELAY, drawn(unknowns.rows(posterior))) : fit;
  }

  private static Prior.LogNormal delay(Optional<Value> delay) {
    if (delay.isEmpty() || delay.get() instanceof Value.Constant) {
      return new Prior.LogNormal(StrictMath.log(12), 0.7);
    }
    return Optional.of(delay.get())
        .filter(Distribution.class::isInstance)
        .flatMap(law -> Prior.of(DELAY, (Distribution) law).logNormal())
        .orElseThrow(
            () ->
                new FitException(
                    DELAY,
                    "can't be updated by data; must be a number, which stays, {lognormal: [median,"
                        + " sigma]}, which is the prior, or fit"));
  }

  private static Prior standard(String name, Prior.LogNormal delay) {
    return switch (name) {
      case MEDIAN -> Prior.lognormal(name, StrictMath.exp(delay.mean()), 1);
      case SIGMA -> Prior.lognormal(name, delay.sd(), 0.5);
      default -> Prior.of(name, new Distribution.Uniform(0, 1));
    };
  }

  private String counted() {
    long done = plants.stream().filter(plant -> plant.done().isPresent()).count();
    long cancelled = plants.stream().filter(Plant::cancelled).count();
    return "%d plants: %d done, %d not yet, %d cancelled"
        .formatted(plants.size(), done, plants.size() - done - cancelled, cancelled);
  }

  private double[] drawn(double[][] rows) {
    Words normals = RandomStream.of(1, "fit." + key + "." + DELAY).key(0, 0);
    double[] delays = new double[Posterior.ROWS];
    for (int row = 0; row < delays.length; row++) {
      delays[row] = rows[row][0] * Exp.exp(rows[row][1] * normals.normal(row));
    }
    return delays;
  }

  /**
   * Between which delays plants lie, in months: ln of the ends, infinite where there is none.
   *
   * @param low ends by plant
   * @param high ends by plant
   */
  private record Delays(double[] low, double[] high) {

    static Delays of(List<Plant> plants) {
      List<double[]> ends = new ArrayList<>();
      for (Plant plant : plants) {
        double late = Math.max(0, plant.late());
        if (plant.done().isPresent()) {
          ends.add(new double[] {ln(late - 0.5), ln(late + 0.5)});
        } else if (!plant.cancelled() && plant.late() >= 0) {
          ends.add(new double[] {ln(late + 0.5), Double.POSITIVE_INFINITY});
        }
      }
      return new Delays(
          ends.stream().mapToDouble(end -> end[0]).toArray(),
          ends.stream().mapToDouble(end -> end[1]).toArray());
    }

    private static double ln(double months) {
      return months > 0 ? Log.log(months) : Double.NEGATIVE_INFINITY;
    }

    double log(double median, double sigma) {
      double middle = Log.log(median);
      double log = 0;
      for (int i = 0; i < low.length; i++) {
        double from = (low[i] - middle) / sigma;
        double to = (high[i] - middle) / sigma;
        // In the tail where the probabilities are small, so that their difference keeps its digits.
        log +=
            Log.log(
                from > 0 ? Normal.cdf(-from) - Normal.cdf(-to) : Normal.cdf(to) - Normal.cdf(from));
      }
      return log;
    }
  }
}
