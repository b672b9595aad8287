package io.corridor.evidence.fit;

import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Of;
import io.corridor.evidence.series.Period;
import io.corridor.internal.numeric.Exp;
import io.corridor.internal.numeric.Sums;
import io.corridor.internal.random.RandomStream;
import io.corridor.internal.random.Words;
import io.corridor.model.Value;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Fits the numbers of a volume to a series of it. A number that is known stays; a distribution is
 * the prior of its number; one that isn't given has a prior so wide that the data decide:
 *
 * <ul>
 *   <li>the size LN(sum or mean of the last 12 months seen, 1), ln(1 + growth) N(0, 0.15),
 *       elasticities N(0, 1);
 *   <li>season[m] = 12 e^z/Σ e^z, every z N(0, 0.3);
 *   <li>reversion of the noise LN(2, 1.4), volatility LN(0.3, 1.4).
 * </ul>
 *
 * <p>The noise of month 0 is drawn by its law given all observations, row by row: the column {@code
 * noise.start}.
 *
 * @param key where it stands: {@code flows.goods}; decides the random numbers
 * @param volume what it is
 * @param numbers what is known or thought of its numbers, by name; absent: nothing
 * @param series the series' name
 * @param values what was known of the series at the start
 * @param of what its longer periods' values are of their months
 * @param start month 0, after the last observation
 * @param widen what the noise's volatility is multiplied by where month 0 is drawn; of no matter to
 *     what the data say
 */
public record VolumeFit(
    String key,
    Volume volume,
    Map<String, Value> numbers,
    String series,
    DataSeries.Values values,
    Of of,
    YearMonth start,
    double widen)
    implements Fit.Request {
  /** Fewest months that a season is fitted to. */
  public static final int FEWEST_OF_SEASON = 24;

  @Override
  public Set<Period> periods() {
    return withDrivers().byPeriod().keySet();
  }

  @Override
  public Supplier<Fit> prepare() {
    DataSeries.Values used = withDrivers();
    check(used);
    SumsOfMonths likelihood = new SumsOfMonths(volume, used, of, start);
    Unknowns unknowns = new Unknowns(volume.numbers(), numbers, name -> standard(name, used));
    return () -> fit(used, likelihood, unknowns);
  }

  private Fit fit(DataSeries.Values used, SumsOfMonths likelihood, Unknowns unknowns) {
    Posterior posterior = posterior(likelihood, unknowns).requireDetermined();
    Posterior shown = posterior;
    Map<String, Prior> thought = new LinkedHashMap<>(unknowns.priors());
    if (volume.seasonal()) {
      shown = withFactors(posterior);
      thought.replaceAll((name, prior) -> Volume.isSeason(name) ? Prior.season(name) : prior);
    }
    Fit fit =
        Fit.of(
            key,
            series,
            thought,
            shown,
            used,
            likelihood.forecasts(unknowns.atMedians(posterior)),
            Exp::exp);
    if (used.count() < values.count()) {
      fit =
          fit.withWarning(
              "%d of %d observations aren't used, since a driver has no value there"
                  .formatted(values.count() - used.count(), values.count()));
    }
    return numbers.containsKey(Volume.NOISE_START)
        ? fit
        : fit.withDraws(
            Volume.NOISE_START,
            likelihood.drawnAt(
                start,
                Unknowns.widened(volume.numbers(), unknowns.rows(posterior), widen),
                RandomStream.of(1, "fit." + key + ".start")));
  }

  /** Returns the values of those periods in which every driver is known. */
  private DataSeries.Values withDrivers() {
    NavigableMap<Period, Double> kept = new TreeMap<>();
    values
        .byPeriod()
        .forEach(
            (period, value) -> {
              boolean known = true;
              for (int t = 0; t < period.every().months(); t++) {
                YearMonth month = period.first().plusMonths(t);
                known &= volume.drivers().values().stream().allMatch(x -> x.containsKey(month));
              }
              if (known) {
                kept.put(period, value);
              }
            });
    return new DataSeries.Values(kept);
  }

  private void check(DataSeries.Values used) {
    int unused = values.count() - used.count();
    String where =
        unused == 0 ? "" : " where the drivers are known, too (%d others aren't)".formatted(unused);
    Unknowns.requireEnough(
        volume.numbers(),
        numbers,
        used.count(),
        series
            + " has %d observations"
            + where
            + " to fit to; at least %d are needed: begin earlier, or state the numbers");
    Unknowns.requireAboveZero(numbers, Volume.REVERSION);
    if (!Unknowns.areKnown(volume.numbers(), numbers)) {
      Unknowns.requireAboveZero(numbers, Volume.VOLATILITY);
    }
    Every every = used.first().orElseThrow().every();
    if (every != Every.MONTH && of == Of.END) {
      throw new FitException(
          series + " holds the last month of longer periods; say of: sum or mean");
    }
    int months = used.count() * every.months();
    if (volume.seasonal() && (every == Every.YEAR || months < FEWEST_OF_SEASON)) {
      throw new FitException(
          "season",
          every == Every.YEAR
              ? series + " holds years, which show no season; leave it out, or state it"
              : "%s has %d months to fit a season to; at least %d are needed: leave it out, or state it"
                  .formatted(series, months, FEWEST_OF_SEASON));
    }
    if (volume.season().stream().anyMatch(factor -> !(factor > 0))) {
      throw new FitException(
          "season", "must be above 0 in every month: a fit is of logarithms, and 0 has none");
    }
    used.byPeriod()
        .forEach(
            (period, value) -> {
              if (!(value > 0)) {
                throw FitException.of(
                    period,
                    "%s is %s in %s; a fit is of logarithms, and needs values above 0"
                        .formatted(series, value, period));
              }
            });
    if (!(numbers.get(Volume.VOLATILITY) instanceof Value.Constant) && used.isConstant()) {
      throw new FitException(
          Volume.VOLATILITY,
          series
              + " has the same value throughout, which doesn't tell how it strays: state `noise`,"
              + " such as {reversion: 1, volatility: 0.1}");
    }
  }

  private Prior standard(String name, DataSeries.Values used) {
    if (name.equals(volume.size())) {
      return Prior.lognormal(name, lastYear(used), 1);
    }
    if (Volume.isElasticity(name)) {
      return Prior.normal(name, 0, 1);
    }
    if (Volume.isSeason(name)) {
      return Prior.normal(name, 0, Prior.SEASON);
    }
    return switch (name) {
      case Volume.GROWTH -> Prior.growth(name, 0.15);
      case Volume.REVERSION -> Prior.lognormal(name, 2, 1.4);
      case Volume.VOLATILITY -> Prior.lognormal(name, 0.3, 1.4);
      default -> throw new IllegalArgumentException("no prior of '" + name + "'");
    };
  }

  /** Returns the sum of the last twelve months seen, or their mean where the size is no year's. */
  private double lastYear(DataSeries.Values used) {
    int perYear = used.first().orElseThrow().every().perYear();
    double mean =
        Sums.mean(
            used.byPeriod().descendingMap().values().stream()
                .limit(perYear)
                .mapToDouble(Double::doubleValue)
                .toArray());
    return volume.yearly() ? mean * perYear : mean;
  }

  private Posterior posterior(SumsOfMonths likelihood, Unknowns unknowns) {
    Map<String, Prior> priors = unknowns.priors();
    Optional<Prior.LogNormal> size =
        Optional.ofNullable(priors.get(volume.size())).flatMap(Prior::logNormal);
    return size.isPresent()
        ? withoutSize(size.get(), likelihood, unknowns)
        : PosteriorSampler.slice(
            key,
            priors.values(),
            unknowns.ofFree(likelihood),
            new Straightened(
                likelihood,
                List.copyOf(priors.values()),
                unknowns::completed,
                Double.POSITIVE_INFINITY));
  }

  /**
   * Samples all but the size, of which the noise's reversion and variance hold the mean and the
   * width, so that chains that look for all three together get lost; then draws it by its law given
   * the others.
   */
  private Posterior withoutSize(Prior.LogNormal size, SumsOfMonths likelihood, Unknowns unknowns) {
    List<Prior> others =
        unknowns.priors().values().stream()
            .filter(prior -> !prior.name().equals(volume.size()))
            .toList();
    Posterior sampled =
        PosteriorSampler.slice(
            key,
            others,
            free ->
                likelihood.logWithoutSize(
                    unknowns.completed(withSize(1, free)), size.mean(), size.sd()),
            new Straightened(
                likelihood,
                others,
                free -> unknowns.completed(withSize(Exp.exp(size.mean()), free)),
                size.sd()));
    Words normals = RandomStream.of(1, "fit." + key + "." + volume.size()).key(0, 0);
    double[][] columns =
        others.stream().map(prior -> sampled.draws(prior.name())).toArray(double[][]::new);
    double[] sizes = new double[Posterior.ROWS];
    for (int row = 0; row < sizes.length; row++) {
      int at = row;
      double[] free = Arrays.stream(columns).mapToDouble(column -> column[at]).toArray();
      Process.Step law =
          likelihood.size(unknowns.completed(withSize(1, free)), size.mean(), size.sd());
      sizes[row] = Exp.exp(law.shift() + Math.sqrt(law.variance()) * normals.normal(row));
    }
    return Posterior.of(Map.of(volume.size(), sizes)).and(sampled);
  }

  /** The size is the first of all numbers. */
  private static double[] withSize(double size, double[] others) {
    double[] all = new double[others.length + 1];
    all[0] = size;
    System.arraycopy(others, 0, all, 1, others.length);
    return all;
  }

  /** Returns draws of the season's factors in place of the z that stand for them. */
  private static Posterior withFactors(Posterior posterior) {
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (int month = 1; month <= 12; month++) {
      columns.put(Volume.season(month), posterior.draws(Volume.season(month)));
    }
    for (int row = 0; row < Posterior.ROWS; row++) {
      int at = row;
      double[] z = columns.values().stream().mapToDouble(column -> column[at]).toArray();
      Iterator<double[]> column = columns.values().iterator();
      for (double factor : SumsOfMonths.factors(z)) {
        column.next()[at] = factor;
      }
    }
    return posterior.and(Posterior.of(columns));
  }
}
