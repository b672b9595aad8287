package io.corridor.evidence.fit;

import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.Of;
import io.corridor.evidence.series.Period;
import io.corridor.internal.numeric.Exp;
import io.corridor.internal.numeric.Log;
import io.corridor.internal.numeric.Sums;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The likelihood of a volume's sums or means over months, quarters or years.
 *
 * <p>With μ_t the volume of month t without its noise, M_i the sum (mean) of μ over period i and
 * w_t month t's share in it, ln Y is normal about ln M_i − C_ii/2 with covariance C = w K wᵀ, K the
 * noise's own, v e^{−κ|s−t|Δ}, v = σ²/(2κ): exact for months; of longer periods a lognormal with
 * the right mean. A Kalman filter over the months carries the noise n and the sum of w n since the
 * period began, so that the time is in proportion to the months.
 */
final class SumsOfMonths implements SeriesLikelihood {
  private static final double MONTH = 1 / 12.0;
  private static final double HALF_LOG_TWO_PI = 0.9189385332046727;
  private static final double LOG_TWELVE = StrictMath.log(12);

  private final Volume volume;
  private final Period[] periods;
  private final double[] logs;
  private final int length;
  private final int[] begins;
  private final double[] years;
  private final int[] calendar;
  private final double[] weights;
  private final double[] known;
  private final double[][] drivers;

  /**
   * Takes what is known of each month.
   *
   * @param values each above 0, in which all drivers are known
   * @param of sum or mean
   * @param start month 0
   */
  SumsOfMonths(Volume volume, DataSeries.Values values, Of of, YearMonth start) {
    this.volume = volume;
    this.periods = values.byPeriod().keySet().toArray(Period[]::new);
    this.logs = values.byPeriod().values().stream().mapToDouble(Log::log).toArray();
    this.length = periods[0].every().months();
    YearMonth first = periods[0].first();
    this.begins =
        Arrays.stream(periods).mapToInt(period -> between(first, period.first())).toArray();
    int months = begins[begins.length - 1] + length;
    this.years = new double[months];
    this.calendar = new int[months];
    this.weights = new double[months];
    this.known = new double[months];
    this.drivers = new double[volume.drivers().size()][months];
    for (int t = 0; t < months; t++) {
      YearMonth month = first.plusMonths(t);
      years[t] = between(start, month) / 12.0;
      calendar[t] = month.getMonthValue() - 1;
      weights[t] = 1;
      known[t] = known(month);
    }
    for (int i = 0; i < periods.length && of == Of.MEAN; i++) {
      double days = periods[i].days();
      for (int t = begins[i]; t < begins[i] + length; t++) {
        weights[t] = first.plusMonths(t).lengthOfMonth() / days;
      }
    }
    List<Map<YearMonth, Double>> past = List.copyOf(volume.drivers().values());
    for (int k = 0; k < drivers.length; k++) {
      for (int t = 0; t < months; t++) {
        // Only gaps between the observations lack a value, and nothing looks at them.
        drivers[k][t] = past.get(k).getOrDefault(first.plusMonths(t), Double.NaN);
      }
    }
  }

  private static int between(YearMonth from, YearMonth to) {
    return Math.toIntExact(ChronoUnit.MONTHS.between(from, to));
  }

  private double known(YearMonth month) {
    double log = volume.yearly() ? -LOG_TWELVE : 0;
    if (volume.points().isPresent()) {
      log += Log.log(volume.points().get().at(month));
    }
    if (!volume.season().isEmpty()) {
      log += Log.log(volume.season().get(month.getMonthValue() - 1));
    }
    return log;
  }

  double[] logs() {
    return logs;
  }

  @Override
  public YearMonth lastMonth() {
    return periods[periods.length - 1].last();
  }

  @Override
  public double log(double[] numbers) {
    Filter filter = new Filter(numbers, logSize(numbers));
    return filter.run(null)
        ? -(filter.logDeterminant + filter.ee) / 2 - periods.length * HALF_LOG_TWO_PI
        : Double.NEGATIVE_INFINITY;
  }

  /**
   * Returns the logarithm of the likelihood with the size integrated out, whose logarithm is N(m,
   * d²) a priori: all else known, it is normal a posteriori, too.
   *
   * @param numbers of which the size isn't looked at
   */
  double logWithoutSize(double[] numbers, double m, double d) {
    Filter filter = new Filter(numbers, m);
    if (!filter.run(null)) {
      return Double.NEGATIVE_INFINITY;
    }
    double precision = filter.aa + 1 / (d * d);
    return -(filter.logDeterminant
                + filter.ee
                - filter.ae * filter.ae / precision
                + Log.log(precision * d * d))
            / 2
        - periods.length * HALF_LOG_TWO_PI;
  }

  /** Returns the law of the size's logarithm, all else known. */
  Process.Step size(double[] numbers, double m, double d) {
    Filter filter = new Filter(numbers, m);
    filter.run(null);
    double precision = filter.aa + 1 / (d * d);
    return new Process.Step(m + filter.ae / precision, 0, 1 / precision);
  }

  /** Returns ln M by observation. */
  double[] levels(double[] numbers) {
    Filter filter = new Filter(numbers, logSize(numbers));
    double[] levels = new double[periods.length];
    Arrays.setAll(levels, filter::level);
    return levels;
  }

  /** Returns each month's share in its observation, by observation. */
  double[][] shares(double[] numbers) {
    Filter filter = new Filter(numbers, logSize(numbers));
    double[][] shares = new double[periods.length][];
    Arrays.setAll(
        shares,
        i -> {
          filter.level(i);
          return filter.shares.clone();
        });
    return shares;
  }

  /**
   * Products a C⁻¹ bᵀ of columns with an entry for each observation, the lower half. To the last
   * column C_ii/2 is added: from ln Y less ln M it takes that to the noise.
   */
  interface Products {

    /** Returns the products, given the noise's numbers among all. */
    double[][] given(double[] numbers);
  }

  /**
   * Returns what makes the products of columns.
   *
   * @param shares of months, whatever the numbers say
   */
  Products products(double[][] shares, double[][] columns) {
    return length == 1
        ? new ProductsOfMonths(columns)
        : numbers -> productsOfPeriods(numbers, shares, columns);
  }

  private double[][] productsOfPeriods(double[] numbers, double[][] shares, double[][] columns) {
    Shocks shocks = new Shocks(numbers);
    int last = columns.length - 1;
    double[] means = new double[columns.length];
    double[] errors = new double[columns.length];
    double[][] products = new double[columns.length][columns.length];
    for (int i = 0; i < periods.length; i++) {
      shocks.pass(i == 0 ? 0 : begins[i] - begins[i - 1] - length + 1, shares[i]);
      double scale = 1 / Math.sqrt(shocks.sumVariance);
      double gain = shocks.learn();
      for (int k = 0; k <= last; k++) {
        double entry = k == last ? columns[k][i] + shocks.whole / 2 : columns[k][i];
        double error = entry - shocks.inSum * means[k];
        means[k] = shocks.left * means[k] + gain * error;
        errors[k] = scale * error;
        for (int l = 0; l <= k; l++) {
          products[k][l] += errors[k] * errors[l];
        }
      }
    }
    return products;
  }

  /**
   * Of single months a forecast error is the step of a column, and 1 − keep times where it began:
   * sums of their products over the steps of each length are made once, whatever the noise.
   */
  private final class ProductsOfMonths implements Products {
    private final double[][] columns; // and a column of ones
    private final Map<Integer, double[][][]> sums = new TreeMap<>();

    ProductsOfMonths(double[][] columns) {
      this.columns = Arrays.copyOf(columns, columns.length + 1);
      this.columns[columns.length] = new double[periods.length];
      Arrays.fill(this.columns[columns.length], 1);
      for (int i = 1; i < periods.length; i++) {
        add(i, sums.computeIfAbsent(begins[i] - begins[i - 1], gap -> triangles()));
      }
    }

    private double[][][] triangles() {
      return new double[3][columns.length][columns.length];
    }

    private void add(int i, double[][][] to) {
      for (int k = 0; k < columns.length; k++) {
        double began = columns[k][i - 1];
        double step = columns[k][i] - began;
        for (int l = 0; l <= k; l++) {
          double otherBegan = columns[l][i - 1];
          double otherStep = columns[l][i] - otherBegan;
          to[0][k][l] += step * otherStep;
          to[1][k][l] += step * otherBegan + began * otherStep;
          to[2][k][l] += began * otherBegan;
        }
      }
    }

    private void add(int gap, double[][][] sum, Shocks shocks, double[][] to) {
      double keep = Exp.exp(-shocks.reversion * gap * MONTH);
      double precision = 1 / (shocks.longRun * (1 - keep * keep));
      double lost = 1 - keep;
      for (int k = 0; k < columns.length; k++) {
        for (int l = 0; l <= k; l++) {
          to[k][l] += precision * (sum[0][k][l] + lost * (sum[1][k][l] + lost * sum[2][k][l]));
        }
      }
    }

    @Override
    public double[][] given(double[] numbers) {
      Shocks shocks = new Shocks(numbers);
      double[][] products = new double[columns.length][columns.length];
      for (int k = 0; k < columns.length; k++) {
        for (int l = 0; l <= k; l++) {
          products[k][l] = columns[k][0] * columns[l][0] / shocks.longRun;
        }
      }
      sums.forEach((gap, sum) -> add(gap, sum, shocks, products));
      double half = shocks.longRun / 2;
      int ones = columns.length - 1;
      int last = ones - 1;
      products[last][last] += 2 * half * products[ones][last] + half * half * products[ones][ones];
      for (int l = 0; l < last; l++) {
        products[last][l] += half * products[ones][l];
      }
      return products;
    }
  }

  /** The variances of the noise, given the observations, which don't depend on what these are. */
  private static final class Shocks {
    private final double reversion;
    private final double keep;
    private final double longRun;
    private final double step;
    private double variance;
    private double sumVariance;
    private double covariance;
    private double whole; // C_ii
    private double withLast; // covariance of the sum with the last month's noise, a priori
    private double left; // of the noise before a period at its end
    private double inSum; // of it in the sum of w n

    Shocks(double[] numbers) {
      reversion = numbers[numbers.length - 2];
      double volatility = numbers[numbers.length - 1];
      keep = Exp.exp(-reversion * MONTH);
      longRun = volatility * volatility / (2 * reversion);
      step = longRun * (1 - keep * keep);
      variance = longRun;
    }

    /** Passes a period, whose first month is {@code ahead} months after the one before. */
    void pass(int ahead, double[] shares) {
      begin();
      left = 1;
      inSum = 0;
      for (int t = 0; t < shares.length; t++) {
        for (int months = t == 0 ? ahead : 1; months > 0; months--) {
          advance();
          left *= keep;
        }
        inSum += shares[t] * left;
        count(shares[t]);
      }
    }

    /** Begins the sum of a period. */
    void begin() {
      sumVariance = 0;
      covariance = 0;
      whole = 0;
      withLast = 0;
    }

    /** Takes the noise to the next month. */
    void advance() {
      variance = keep * keep * variance + step;
      covariance *= keep;
    }

    /** Adds the month to the sum, with its share. */
    void count(double w) {
      sumVariance += 2 * w * covariance + w * w * variance;
      covariance += w * variance;
      withLast *= keep;
      whole += 2 * w * withLast + w * w * longRun;
      withLast += w * longRun;
    }

    /** Learns from the sum, and returns how much of its error is the noise's. */
    double learn() {
      double gain = covariance / sumVariance;
      variance = Math.max(0, variance - gain * covariance);
      return gain;
    }
  }

  /** Forecasts the logarithm of each observation. */
  @Override
  public List<OneStep> forecasts(double[] numbers) {
    List<OneStep> forecasts = new ArrayList<>();
    new Filter(numbers, logSize(numbers)).run(forecasts::add);
    return forecasts;
  }

  private double logSize(double[] numbers) {
    return volume.points().isPresent() ? 0 : Log.log(numbers[0]);
  }

  @Override
  public Process.Step ahead(double[] numbers, int months) {
    Filter filter = new Filter(numbers, logSize(numbers));
    filter.run(null);
    for (int t = 0; t < months; t++) {
      filter.advance();
    }
    return new Process.Step(filter.mean, 0, filter.shocks.variance);
  }

  /** Returns the factors of the season, of the z that stand for them. */
  static double[] factors(double[] z) {
    double[] factors = Arrays.stream(z).map(Exp::exp).toArray();
    double mean = Sums.mean(factors);
    return Arrays.stream(factors).map(factor -> factor / mean).toArray();
  }

  private final class Filter {
    private final double[] mu; // ln μ by month
    private final Shocks shocks;
    // Means of the noise, given the observations so far, and of the sum of w n since the period
    // began.
    private double mean;
    private double sumMean;
    // What one more of ln μ throughout adds to the two means.
    private double one;
    private double sumOne;
    // Sums of squares and products of forecast errors e and of what one more of ln μ takes off, a.
    private double ee;
    private double ae;
    private double aa;
    private double logDeterminant;
    private double lastVariance = Double.NaN;
    private double lastLog;
    private final double[] shares = new double[length];

    Filter(double[] numbers, double size) {
      shocks = new Shocks(numbers);
      mu = logVolumes(numbers, size);
    }

    private double[] logVolumes(double[] numbers, double size) {
      int at = volume.points().isPresent() ? 0 : 1;
      double growth = Log.log(1 + numbers[at++]);
      int elasticities = at;
      at += drivers.length;
      double[] season = null;
      if (volume.seasonal()) {
        season = Arrays.copyOfRange(numbers, at, at + 12);
        double[] factors = new double[12];
        for (int m = 0; m < 12; m++) {
          factors[m] = Exp.exp(season[m]);
        }
        double logMean = Log.log(Sums.mean(factors));
        for (int m = 0; m < 12; m++) {
          season[m] -= logMean;
        }
      }
      double[] mu = new double[years.length];
      for (int t = 0; t < mu.length; t++) {
        double log = known[t] + size + years[t] * growth;
        for (int k = 0; k < drivers.length; k++) {
          log += numbers[elasticities + k] * drivers[k][t];
        }
        mu[t] = season == null ? log : log + season[calendar[t]];
      }
      return mu;
    }

    /** Takes the noise to the next month. */
    void advance() {
      mean *= shocks.keep;
      one *= shocks.keep;
      shocks.advance();
    }

    /** Returns false where the data are impossible under the numbers. */
    boolean run(@Nullable Consumer<OneStep> to) {
      for (int i = 0; i < periods.length; i++) {
        int since = i == 0 ? begins[0] : begins[i - 1] + length;
        for (int t = since; t < begins[i]; t++) {
          advance();
        }
        if (!observe(i, to)) {
          return false;
        }
      }
      return true;
    }

    /** Returns ln M of an observation, and sets what each month has of it. */
    double level(int i) {
      int from = begins[i];
      if (length == 1) {
        shares[0] = 1;
        return mu[from];
      }
      double top = Double.NEGATIVE_INFINITY;
      for (int t = from; t < from + length; t++) {
        top = Math.max(top, mu[t]);
      }
      double total = 0;
      for (int t = 0; t < length; t++) {
        shares[t] = weights[from + t] * Exp.exp(mu[from + t] - top);
        total += shares[t];
      }
      for (int t = 0; t < length; t++) {
        shares[t] /= total;
      }
      return top + Log.log(total);
    }

    /** Learns from an observation, whose logarithm is its level and the sum of w n. */
    private boolean observe(int i, @Nullable Consumer<OneStep> to) {
      double level = level(i);
      sumMean = 0;
      sumOne = 0;
      shocks.begin();
      for (int t = 0; t < length; t++) {
        if (i > 0 || t > 0) {
          advance();
        }
        sumMean += shares[t] * mean;
        sumOne += shares[t] * one;
        shocks.count(shares[t]);
      }
      double sumVariance = shocks.sumVariance;
      if (!(sumVariance > 0 && sumVariance < Double.POSITIVE_INFINITY)) {
        return false;
      }
      double expected = level - shocks.whole / 2 + sumMean;
      double error = logs[i] - expected;
      if (to != null) {
        double sd = Math.sqrt(sumVariance);
        to.accept(new OneStep(periods[i], logs[i], expected, sd, error / sd));
      }
      if (sumVariance != lastVariance) { // of months without gaps it is the same throughout
        lastVariance = sumVariance;
        lastLog = Log.log(sumVariance);
      }
      double taken = 1 + sumOne;
      logDeterminant += lastLog;
      ee += error * error / sumVariance;
      ae += taken * error / sumVariance;
      aa += taken * taken / sumVariance;
      double gain = shocks.learn();
      mean += gain * error;
      one -= gain * taken;
      return true;
    }
  }
}
