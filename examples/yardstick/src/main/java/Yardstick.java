import io.corridor.internal.numeric.Exp;
import io.corridor.internal.random.RandomStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * The whole model of the shipped scenario {@code yardstick} in one file, a path after the other.
 *
 * <p>This is what Corridor computes; all else that it has is for other scenarios, for speed, files
 * and pages. The equations are those of docs/model.md, whose section numbers stand here beside
 * them. Nothing of the engine is used but its random words and its exponential, whose last bits are
 * the same on every machine. So the values are the engine's to the last bit: {@code SameBits}
 * compares them.
 *
 * <p>What there is to know first:
 *
 * <ul>
 *   <li>A <em>path</em> is one possible course of ten years, month by month. A run simulates many,
 *       and tells on how many of them something happens.
 *   <li>A country buys electricity from its neighbour. Six <em>drivers</em>, such as demand and the
 *       oil price, move at random.
 *   <li>The neighbour is under sanctions. How strictly they are enforced is the <em>regime</em>,
 *       which changes at random. A <em>waiver</em> allows the imports for half a year at a time,
 *       and may be renewed or not.
 *   <li>What sanctions prevent from being imported is <em>unserved</em>: the lights go out.
 * </ul>
 */
public final class Yardstick {

  // --- the numbers of the scenario ---

  static final YearMonth START = YearMonth.of(2019, 1);
  static final int MONTHS = 120;

  /** Δ, the length of a month in years. */
  private static final double DELTA = 1.0 / 12;

  // The drivers, in the file's order. Each starts at its long-run level.
  private static final int DEMAND = 0;
  private static final int SUPPLY = 1;
  private static final int AVAILABILITY = 2;
  private static final int PRICE = 3;
  private static final int FREIGHT = 4;
  private static final int FX = 5;
  private static final String[] DRIVERS = {
    "demand", "supply", "availability", "price", "freight", "fx"
  };

  /** κ, how fast a driver comes back to its level, per year. */
  private static final double[] REVERSION = {1.5, 1.2, 0.8, 1.0, 2.0, 0.5};

  /** σ, how far it strays, per square root of a year. */
  private static final double[] VOLATILITY = {0.08, 0.06, 0.20, 0.35, 0.45, 0.12};

  // The regimes.
  private static final int MILD = 0;
  private static final int STATES = 3;

  /** The probability of turning from one regime (row) to another (column) within a month. */
  private static final double[][] MONTHLY = {{0, 0.04, 0.01}, {0.10, 0, 0.05}, {0.05, 0.10, 0}};

  /** The share of a prohibition that is enforced, by regime. */
  private static final double[] ENFORCEMENT = {0, 0.4, 0.9};

  // The waiver: first until July 2019, then for 183 days at a time.
  private static final LocalDate EXPIRES = LocalDate.of(2019, 7, 1);
  private static final int TERM_DAYS = 183;

  /** The probability that the waiver is renewed when it expires, by regime. */
  private static final double[] RENEW = {0.9, 0.6, 0.25};

  /** The probability that it is granted again in a month in which it has lapsed, by regime. */
  private static final double[] REINSTATE = {0.30, 0.10, 0.02};

  // Electricity, in megawatts; a factor for each calendar month, January first.
  private static final double[] DEMAND_SEASON = {
    1.161834, 1.138719, 1.077884, 1.000000, 0.927743, 0.878180,
    0.860708, 0.878180, 0.927743, 1.000000, 1.077884, 1.138719
  };
  private static final double[] SUPPLY_SEASON = {
    0.951229, 0.957623, 0.975310, 1.000000, 1.025315, 1.044252,
    1.051271, 1.044252, 1.025315, 1.000000, 0.975310, 0.957623
  };
  private static final double[] IMPORT_SEASON = {
    1.051271, 1.044252, 1.025315, 1.000000, 0.975310, 0.957623,
    0.951229, 0.957623, 0.975310, 1.000000, 1.025315, 1.044252
  };

  // Other goods, in dollars a year.
  private static final double GOODS_A_YEAR = 10e6;
  private static final double[] GOODS_SEASON = {
    1.102413, 1.087742, 1.048648, 0.997505, 0.948855, 0.914754,
    0.902579, 0.914754, 0.948855, 0.997505, 1.048648, 1.087742
  };

  /** What electricity is worth a year before the start. */
  private static final double ENERGY_A_YEAR = 3e6;

  // --- what a path results in ---

  /** The values of one path, month by month. */
  static final class Path {
    final double[] need = new double[MONTHS];
    final double[] imports = new double[MONTHS];
    final double[] unserved = new double[MONTHS];
    final double[] unservedShare = new double[MONTHS];
    final double[] dependency = new double[MONTHS];
    final double[] price = new double[MONTHS];
    final double[] value = new double[MONTHS];
    final double[] total = new double[MONTHS];
    final double[] total12 = new double[MONTHS];
  }

  // --- the state of a path ---

  private final long seed;
  private final long path;

  /** The random numbers of a path come from named streams, so that none depends on another. */
  private final RandomStream[] shocks = new RandomStream[DRIVERS.length];

  private final RandomStream regimes;
  private final RandomStream renewals;
  private final RandomStream reinstatements;

  /** ln(X(t)/X(0)) of each driver: the logarithm of how far it is from its start. */
  private final double[] x = new double[DRIVERS.length];

  /** R(t). */
  private int regime = MILD;

  /** E, the first day without the waiver; null while it has lapsed. */
  private LocalDate waivedUntil = EXPIRES;

  private Yardstick(long seed, long path) {
    this.seed = seed;
    this.path = path;
    for (int i = 0; i < DRIVERS.length; i++) {
      shocks[i] = stream("shock." + DRIVERS[i]);
    }
    regimes = stream("regime");
    renewals = stream("renew.energy-waiver");
    reinstatements = stream("reinstate.energy-waiver");
  }

  /**
   * Simulates a path.
   *
   * @param seed of the run: other seeds make other paths
   * @param path its number, from 0
   */
  static Path simulate(long seed, long path) {
    return new Yardstick(seed, path).run();
  }

  /** The order of a month: policy and drivers, the waiver, sanctions, energy, trade, totals. */
  private Path run() {
    Path result = new Path();
    for (int t = 0; t < MONTHS; t++) {
      if (t > 0) {
        turnRegime(t);
        moveDrivers(t);
      }
      double waived = waiver(t);
      double kept = kept(waived);
      energy(t, kept, result);
      double goods = goods(t);
      result.total[t] = goods + result.value[t];
    }
    addTwelveMonths(result);
    return result;
  }

  // --- 2. drivers ---

  /**
   * Each driver's logarithm follows an Ornstein–Uhlenbeck process about that of its level:
   *
   * <pre>x(t) = e^{−κΔ} x(t−1) + σ √((1 − e^{−2κΔ})/(2κ)) Z(t)</pre>
   *
   * where Z is standard normal, and correlated with those of the other drivers.
   */
  private void moveDrivers(int t) {
    double[] z = new double[DRIVERS.length];
    for (int i = 0; i < z.length; i++) {
      z[i] = shocks[i].key(t, 0).normal(path);
    }
    for (int i = 0; i < x.length; i++) {
      double moved = DECAY[i] * x[i];
      for (int j = 0; j <= i; j++) {
        moved += LOADINGS[i][j] * z[j];
      }
      x[i] = moved;
    }
  }

  /** e^{−κΔ}. */
  private static final double[] DECAY = new double[DRIVERS.length];

  /** The standard deviation of a month's step times the driver's row of the Cholesky factor. */
  private static final double[][] LOADINGS = factor(correlations());

  static {
    for (int i = 0; i < DRIVERS.length; i++) {
      double k = REVERSION[i];
      DECAY[i] = StrictMath.exp(-k * DELTA);
      double variance =
          VOLATILITY[i] * VOLATILITY[i] * (-StrictMath.expm1(-2 * k * DELTA) / (2 * k));
      for (int j = 0; j <= i; j++) {
        LOADINGS[i][j] *= Math.sqrt(variance);
      }
    }
  }

  /** Drivers that are neighbours in the list have a correlation of ½, the next of ¼, and so on. */
  private static double[][] correlations() {
    double[][] rho = new double[DRIVERS.length][DRIVERS.length];
    for (int i = 0; i < rho.length; i++) {
      for (int j = 0; j < rho.length; j++) {
        rho[i][j] = 1.0 / (1 << Math.abs(i - j));
      }
    }
    return rho;
  }

  /**
   * Cholesky's factor: the lower triangular L with L Lᵀ = rho. If z are independent normals, L z
   * are normals with these correlations.
   */
  private static double[][] factor(double[][] rho) {
    double[][] l = new double[rho.length][rho.length];
    for (int j = 0; j < l.length; j++) {
      l[j][j] = Math.sqrt(rho[j][j] - dot(l[j], l[j], j));
      for (int i = j + 1; i < l.length; i++) {
        l[i][j] = (rho[i][j] - dot(l[i], l[j], j)) / l[j][j];
      }
    }
    return l;
  }

  private static double dot(double[] a, double[] b, int n) {
    double sum = 0;
    for (int k = 0; k < n; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  // --- 3. policy regime ---

  /** A Markov chain: the next regime depends on the present one and on chance alone. */
  private void turnRegime(int t) {
    double u = regimes.key(t, 0).uniform(path);
    double sum = 0;
    for (int next = 0; next < STATES; next++) {
      if (next != regime) {
        sum += MONTHLY[regime][next];
        if (u < sum) {
          regime = next;
          return;
        }
      }
    }
  }

  // --- 4. waivers ---

  /**
   * Takes the waiver through a month, to the day.
   *
   * <ol>
   *   <li>If it has lapsed, it may be granted again on the month's first day.
   *   <li>As often as it expires within the month, it is renewed or lapses.
   * </ol>
   *
   * @return w(t), the share of the month's days on which it was in force
   */
  private double waiver(int t) {
    LocalDate first = START.plusMonths(t).atDay(1);
    LocalDate next = first.plusMonths(1);
    if (waivedUntil == null) {
      if (t == 0 || reinstatements.key(t, 0).uniform(path) >= REINSTATE[regime]) {
        return 0;
      }
      waivedUntil = first.plusDays(TERM_DAYS);
    }
    for (int decision = 0; waivedUntil.isBefore(next); decision++) {
      if (renewals.key(t, decision).uniform(path) >= RENEW[regime]) {
        double days = ChronoUnit.DAYS.between(first, waivedUntil);
        waivedUntil = null;
        return days / first.lengthOfMonth();
      }
      waivedUntil = waivedUntil.plusDays(TERM_DAYS);
    }
    return 1;
  }

  // --- 5. sanctions ---

  /**
   * Returns k(t) = 1 − κ b C, the share of the imports that is left. The sanction prohibits all (κ
   * = 1), the importer complies in full (C = 1), and b, how much of it bites, is what is enforced
   * and not waived.
   */
  private double kept(double waived) {
    return 1 - ENFORCEMENT[regime] * (1 - waived);
  }

  // --- 6. energy ---

  /**
   * Strikes the balance of electricity, in megawatts on average over the month.
   *
   * <pre>
   * need       = max(0, demand − domestic)
   * imports    = min(need, offered) · k
   * unserved   = need − imports
   * dependency = imports / (domestic + imports)
   * value      = imports · 24 · days · price
   * </pre>
   */
  private void energy(int t, double kept, Path result) {
    double demand = 100 * growth(0.02, t) * season(DEMAND_SEASON, t) * Exp.exp(x[DEMAND]);
    double domestic = 60 * growth(0.005, t) * season(SUPPLY_SEASON, t) * Exp.exp(x[SUPPLY]);
    double offered = 55 * season(IMPORT_SEASON, t) * Exp.exp(x[AVAILABILITY]);
    double price = 80 * Exp.exp(x[PRICE] + x[FX]);

    double need = Math.max(0, demand - domestic);
    double imports = Math.min(need, offered) * kept;
    double unserved = need - imports;

    result.need[t] = need;
    result.imports[t] = imports;
    result.unserved[t] = unserved;
    result.unservedShare[t] = unserved / demand;
    result.dependency[t] = imports / (domestic + imports);
    result.price[t] = price;
    result.value[t] = imports * price * (24.0 * START.plusMonths(t).lengthOfMonth());
  }

  /** Returns (1 + g)^y, where y = t/12 are the years since the start. */
  private static double growth(double g, int t) {
    return StrictMath.pow(1 + g, t / 12.0);
  }

  /** Returns season[m(t)]; months before the start have negative numbers. */
  private static double season(double[] season, int t) {
    return season[START.plusMonths(t).getMonthValue() - 1];
  }

  // --- 7. trade ---

  /** Other goods: no sanction is on them, so they follow the season and freight alone. */
  private double goods(int t) {
    return GOODS_A_YEAR / 12 * season(GOODS_SEASON, t) * Exp.exp(x[FREIGHT]);
  }

  // --- 10. totals ---

  /**
   * Trade of the twelve months to t. Before the start each month counts what the scenario states.
   *
   * <p>A window is the end of one year, counted from the start, and the beginning of the next. The
   * ends are summed from December back, the beginnings from January on: the order of the additions
   * decides the last bits, and this one needs no more than two additions a month.
   */
  private static void addTwelveMonths(Path result) {
    double[] ends = new double[12];
    for (int i = 0; i < 12; i++) {
      ends[i] = season(GOODS_SEASON, i - 12) / 12 * GOODS_A_YEAR + 1.0 / 12 * ENERGY_A_YEAR;
    }
    sumBackwards(ends);
    double beginning = 0;
    for (int t = 0; t < MONTHS; t++) {
      int place = t % 12;
      beginning = place == 0 ? result.total[t] : beginning + result.total[t];
      ends[place] = result.total[t];
      result.total12[t] = place < 11 ? beginning + ends[place + 1] : beginning;
      if (place == 11) {
        sumBackwards(ends);
      }
    }
  }

  /** Replaces each month's value by the sum from that month to the year's last. */
  private static void sumBackwards(double[] months) {
    for (int i = months.length - 2; i >= 0; i--) {
      months[i] += months[i + 1];
    }
  }

  // --- random numbers ---

  /**
   * A stream gives a number for each month, draw and path, whatever was drawn before: a function of
   * the seed and these alone. So a path is the same on any number of threads and machines, and two
   * scenarios that draw from streams of the same names see the same chance.
   */
  private RandomStream stream(String name) {
    return RandomStream.of(seed, name);
  }

  // ---------------------------------------------------------------------------------------
  // questions

  /** Simulates some paths and answers the scenario's two questions from them. */
  public static void main(String[] args) {
    int paths = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
    double[] darkMonths = new double[paths];
    double[] trade = new double[paths];
    int dark = 0;
    for (int i = 0; i < paths; i++) {
      Path path = simulate(1, i);
      darkMonths[i] = Arrays.stream(path.unservedShare).filter(share -> share >= 0.10).count();
      dark += Arrays.stream(path.unservedShare).anyMatch(share -> share >= 0.20) ? 1 : 0;
      trade[i] = path.total12[MONTHS - 1];
    }
    double p = (double) dark / paths;
    System.out.printf("Of %d paths:%n", paths);
    System.out.printf(
        "a tenth of the electricity or more is unserved in %.1f of the 120 months, ± %.1f%n",
        mean(darkMonths), 1.96 * standardError(darkMonths));
    System.out.printf(
        "a fifth is unserved in some month on %.1f %% of the paths, ± %.1f%n",
        100 * p, 100 * 1.96 * Math.sqrt(p * (1 - p) / paths));
    System.out.printf(
        "trade of the last year is %.2f mn USD on average, ± %.2f%n",
        mean(trade) / 1e6, 1.96 * standardError(trade) / 1e6);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  /** How far the mean of so many random paths is from the true one, typically. */
  private static double standardError(double[] values) {
    double mean = mean(values);
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return Math.sqrt(squares / (values.length - 1) / values.length);
  }
}
