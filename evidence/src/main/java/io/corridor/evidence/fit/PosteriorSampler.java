package io.corridor.evidence.fit;

import io.corridor.internal.numeric.Log;
import io.corridor.internal.random.RandomStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Draws from a posterior by Markov chains.
 *
 * <p>Every number is the quantile of its prior at Φ(z), so that the prior of all z is standard
 * normal whatever the numbers' ranges, and the chains live where nothing is forbidden. Four chains
 * start around the {@linkplain LaplaceApproximation mode} of z, learn a middle and a spread while
 * they warm up, which then stay, and are made longer until they have converged; then they are
 * thinned to 4 000 rows. They move in one of two ways:
 *
 * <ul>
 *   <li>by leaps that are accepted or refused: cheap, and good for up to five numbers;
 *   <li>by slices, where none is refused: good for twenty numbers, of which some have long tails.
 * </ul>
 *
 * <p>Random numbers are those of a stream of the fit's own name: the same data and file give the
 * same rows, whatever the seed of a run.
 */
final class PosteriorSampler {
  private static final int CHAINS = 4;
  private static final int KEPT = Posterior.ROWS / CHAINS;
  private static final int WARM_UP = 600;
  private static final int LONGEST_OF_LEAPS = 64;
  private static final int LONGEST_OF_SLICES = 128;

  /** Chains that agree and only have too few effective draws go on so long. */
  private static final int LONGEST_ONCE_MET = 1_024;

  private static final int DEGREES = 5;

  /** Of 4 000 draws so few effective ones tell that a chain sticks in a tail. */
  private static final double STICKY = 500;

  private static final int MOST_TRIES = 200;
  private static final double TWO_PI = 2 * Math.PI;

  /** First width of a slice along one coordinate, in deviations, and how many it may get. */
  private static final double WIDTH = 3;

  private static final int MOST_WIDTHS = 6;

  private final List<Prior> priors;
  private final UnaryOperator<double[]> numbers;
  private final Likelihood likelihood;
  private final Reparametrization coordinates;
  private final RandomStream random;
  private final int size;
  private final boolean leaps;
  private double[] middle;
  private RealMatrix spread;
  private boolean slices;

  private PosteriorSampler(
      String name,
      Collection<Prior> priors,
      Likelihood likelihood,
      boolean leaps,
      Reparametrization coordinates) {
    this.leaps = leaps;
    this.priors = List.copyOf(priors);
    this.numbers = Prior.atNormals(this.priors);
    this.coordinates = coordinates;
    this.likelihood = likelihood;
    this.random = RandomStream.of(1, "fit." + name);
    this.size = priors.size();
    LaplaceApproximation start = new LaplaceApproximation(this::logDensity, size);
    this.middle = start.mode;
    this.spread = start.spread;
  }

  /**
   * Draws by leaps from the posterior of the numbers of {@code priors}; whether the draws can be
   * relied on, it says itself.
   *
   * @param name of the fit, which decides the random numbers
   */
  static Posterior sample(String name, Collection<Prior> priors, Likelihood likelihood) {
    return sample(name, priors, likelihood, true, Reparametrization.NONE);
  }

  /** Does the same by slices. */
  static Posterior slice(String name, Collection<Prior> priors, Likelihood likelihood) {
    return slice(name, priors, likelihood, Reparametrization.NONE);
  }

  /** Does the same by slices in coordinates that suit the posterior. */
  static Posterior slice(
      String name, Collection<Prior> priors, Likelihood likelihood, Reparametrization coordinates) {
    return sample(name, priors, likelihood, false, coordinates);
  }

  private static Posterior sample(
      String name,
      Collection<Prior> priors,
      Likelihood likelihood,
      boolean leaps,
      Reparametrization coordinates) {
    return priors.isEmpty()
        ? Posterior.of(Map.of())
        : new PosteriorSampler(name, priors, likelihood, leaps, coordinates).sample();
  }

  /** Returns draws of a posterior's rows by chain. */
  static double[][] chains(double[] draws) {
    double[][] chains = new double[CHAINS][];
    Arrays.setAll(chains, i -> Arrays.copyOfRange(draws, i * KEPT, (i + 1) * KEPT));
    return chains;
  }

  private Posterior sample() {
    warmUp();
    int longest = leaps ? LONGEST_OF_LEAPS : LONGEST_OF_SLICES;
    Posterior posterior = posterior(1);
    for (int stride = 1; !posterior.isDetermined() && stride < longest; ) {
      stride = Math.min(longest, stride * (leaps ? 2 : longer(posterior)));
      posterior = posterior(stride);
      if (stride == longest && posterior.hasMet()) {
        longest = Math.min(2 * longest, LONGEST_ONCE_MET);
      }
    }
    return posterior;
  }

  /** Returns how many times as long chains of slices must be, as far as one can tell. */
  private int longer(Posterior posterior) {
    double effective = leastEffective(posterior);
    slices |= effective < STICKY;
    double missing = Math.ceil(1.3 * Posterior.FEWEST_EFFECTIVE / effective);
    return (int) Math.max(2, Math.min(8, missing));
  }

  private static double leastEffective(Posterior posterior) {
    return posterior.convergence().values().stream()
        .mapToDouble(found -> Math.min(found.bulk(), found.tail()))
        .min()
        .orElseThrow();
  }

  /** Returns the logarithm of the posterior density of the coordinates u, up to a constant. */
  private double logDensity(double[] u) {
    double[] z = u.clone();
    double prior = coordinates.toZ(z);
    for (double v : z) {
      prior -= v * v / 2;
    }
    double log = likelihood.log(numbers.apply(z));
    return Double.isNaN(log) ? Double.NEGATIVE_INFINITY : prior + log;
  }

  /** Learns the middle and the spread from chains that are thrown away. */
  private void warmUp() {
    for (int round = 0; round < 2; round++) {
      double[][] seen = new double[CHAINS * WARM_UP / 2][];
      for (int chain = 0; chain < CHAINS; chain++) {
        Chain warm = chain("warm" + round, chain);
        for (int i = 0; i < WARM_UP; i++) {
          warm.step();
          if (i >= WARM_UP / 2) {
            seen[chain * WARM_UP / 2 + i - WARM_UP / 2] = warm.z.clone();
          }
        }
      }
      learn(seen);
    }
  }

  private void learn(double[][] seen) {
    double[] mean = new double[size];
    for (double[] z : seen) {
      for (int i = 0; i < size; i++) {
        mean[i] += z[i] / seen.length;
      }
    }
    RealMatrix covariance = new Array2DRowRealMatrix(size, size);
    for (double[] z : seen) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j <= i; j++) {
          covariance.addToEntry(i, j, (z[i] - mean[i]) * (z[j] - mean[j]) / (seen.length - 1));
        }
      }
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        covariance.setEntry(j, i, covariance.getEntry(i, j));
      }
    }
    if (LaplaceApproximation.solver(covariance) != null) {
      middle = mean;
      spread = covariance;
    }
  }

  /**
   * Returns the draws of chains.
   *
   * @throws FitException if no chain ever leaves where it begins: nothing that was tried is
   *     possible
   */
  private Posterior posterior(int stride) {
    double[][] draws = new double[size][Posterior.ROWS];
    boolean moved = false;
    for (int chain = 0; chain < CHAINS; chain++) {
      Chain running = chain("stride" + stride, chain);
      double[] start = running.z.clone();
      for (int i = 0; i < KEPT / 5; i++) {
        running.step(); // forgets its start
      }
      for (int row = 0; row < KEPT; row++) {
        for (int i = 0; i < stride; i++) {
          running.step();
        }
        double[] z = running.z.clone();
        moved |= !Arrays.equals(start, z);
        coordinates.toZ(z);
        double[] drawn = numbers.apply(z);
        for (int i = 0; i < size; i++) {
          draws[i][chain * KEPT + row] = drawn[i];
        }
      }
    }
    if (!moved) {
      throw new FitException(
          "", "no numbers were found that make the data possible: look at the data and the priors");
    }
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      columns.put(priors.get(i).name(), draws[i]);
    }
    return Posterior.of(columns);
  }

  /** One chain. */
  private abstract class Chain {
    final double[][] factor = new CholeskyDecomposition(spread).getL().getData();
    private final RandomStream.Key normals;
    private final RandomStream.Key uniforms;
    private long normalsUsed;
    private long uniformsUsed;
    double[] z = new double[0];
    double value;

    Chain(String round, int chain) {
      RandomStream stream = random.sibling(random.name() + "." + round);
      normals = stream.key(chain, 0);
      uniforms = stream.key(chain, 1);
    }

    /** Moves on. */
    abstract void step();

    /** Begins at a draw about the middle, or in it, where that is possible. */
    final void begin(Runnable atDraw, Runnable atMiddle) {
      atDraw.run();
      for (int tries = 0; value == Double.NEGATIVE_INFINITY && tries < 100; tries++) {
        (tries < 99 ? atDraw : atMiddle).run();
      }
    }

    final double uniform() {
      return uniforms.uniform(uniformsUsed++);
    }

    final double[] normals(double scale) {
      double[] drawn = new double[size];
      for (int i = 0; i < size; i++) {
        drawn[i] = scale * normals.normal(normalsUsed++);
      }
      return drawn;
    }

    final double chiSquare(int degrees) {
      double sum = 0;
      for (int i = 0; i < degrees; i++) {
        double normal = normals.normal(normalsUsed++);
        sum += normal * normal;
      }
      return sum;
    }

    /** Returns the factor of a draw of a Student t. */
    final double ofT() {
      return 1 / Math.sqrt(chiSquare(DEGREES) / DEGREES);
    }

    /** Returns the logarithm of the density of a Student t at {@code y}, up to a constant. */
    final double tLog(double[] y) {
      return -(DEGREES + size) / 2.0 * Log.log(1 + square(y) / DEGREES);
    }

    static double square(double[] y) {
      double square = 0;
      for (double v : y) {
        square += v * v;
      }
      return square;
    }
  }

  private Chain chain(String round, int number) {
    return leaps ? new Leaping(round, number) : new Slicing(round, number);
  }

  /**
   * A chain that alternates two proposals, which are accepted or refused (Metropolis–Hastings): a
   * Student t about the middle, which leaps, and a random walk of the best scale (Roberts, Gelman
   * and Gilks 1997), which finds its way where the t doesn't fit.
   */
  private final class Leaping extends Chain {
    private final double walk = 2.38 / Math.sqrt(size);

    Leaping(String round, int chain) {
      super(round, chain);
      begin(() -> move(leap()), () -> move(middle.clone()));
    }

    /** One proposal of each kind. */
    @Override
    void step() {
      double[] far = leap();
      consider(far, tLog(y(z)) - tLog(y(far)));
      double[] near = z.clone();
      add(near, walk);
      consider(near, 0);
    }

    private void consider(double[] proposal, double logRatio) {
      double proposed = logDensity(proposal);
      if (Log.log(uniform()) < proposed - value + logRatio) {
        z = proposal;
        value = proposed;
      }
    }

    private void move(double[] to) {
      z = to;
      value = logDensity(z);
    }

    private double[] leap() {
      double[] leap = middle.clone();
      add(leap, ofT());
      return leap;
    }

    private void add(double[] to, double scale) {
      double[] normal = normals(1);
      for (int i = 0; i < size; i++) {
        for (int j = 0; j <= i; j++) {
          to[i] += scale * factor[i][j] * normal[j];
        }
      }
    }

    /** Returns y, where {@code at} is the middle + factor · y. */
    private double[] y(double[] at) {
      double[] y = new double[size];
      for (int i = 0; i < size; i++) {
        double rest = at[i] - middle[i];
        for (int j = 0; j < i; j++) {
          rest -= factor[i][j] * y[j];
        }
        y[i] = rest / factor[i][i];
      }
      return y;
    }
  }

  /**
   * A chain of moves that are never refused, in y: z = middle + factor · y, so that y is about
   * standard normal. It moves along an ellipse through y and a draw of a Student t with that middle
   * and spread (elliptical slice sampling: Murray, Adams and MacKay 2010, arXiv:1001.0175; with a
   * t: Nishihara, Murray and Adams, Journal of Machine Learning Research 15, 2014): where the
   * posterior is near to normal it forgets almost all. If that sticks, it moves along one
   * coordinate after the other in between (slice sampling with stepping out: Neal, Annals of
   * Statistics 31, 2003, doi:10.1214/aos/1056562461), and comes back from tails that are longer
   * than the t's.
   */
  private final class Slicing extends Chain {
    private int turn;
    private double[] y = new double[0];

    Slicing(String round, int chain) {
      super(round, chain);
      begin(() -> move(normals(ofT())), () -> move(normals(0)));
    }

    @Override
    void step() {
      moveOnEllipse();
      if (slices) {
        moveAlong(turn);
        turn = (turn + 1) % size;
      }
    }

    /** Moves along an ellipse through y to where the density is above a level drawn below y's. */
    private void moveOnEllipse() {
      double scale = Math.sqrt((DEGREES + square(y)) / chiSquare(DEGREES + size));
      double[] other = normals(scale);
      double[] from = y;
      double level = value - tLog(y) + Log.log(uniform());
      double angle = TWO_PI * uniform();
      double low = angle - TWO_PI;
      double high = angle;
      for (int tries = 0; tries < MOST_TRIES; tries++) {
        move(between(from, other, angle));
        if (value - tLog(y) > level) {
          return;
        }
        if (angle < 0) {
          low = angle;
        } else {
          high = angle;
        }
        angle = low + (high - low) * uniform();
      }
      move(from);
    }

    /** Moves along one coordinate, to where the density is above a level drawn below y's. */
    private void moveAlong(int coordinate) {
      double[] from = y;
      double level = value + Log.log(uniform());
      double low = -WIDTH * uniform();
      double high = low + WIDTH;
      int below = (int) (MOST_WIDTHS * uniform());
      int above = MOST_WIDTHS - 1 - below;
      for (; below > 0 && isAbove(level, from, coordinate, low); below--) {
        low -= WIDTH;
      }
      for (; above > 0 && isAbove(level, from, coordinate, high); above--) {
        high += WIDTH;
      }
      for (int tries = 0; tries < MOST_TRIES; tries++) {
        double by = low + (high - low) * uniform();
        if (isAbove(level, from, coordinate, by)) {
          return;
        }
        if (by < 0) {
          low = by;
        } else {
          high = by;
        }
      }
      move(from);
    }

    private boolean isAbove(double level, double[] from, int coordinate, double by) {
      double[] to = from.clone();
      to[coordinate] += by;
      move(to);
      return value > level;
    }

    private void move(double[] to) {
      y = to;
      z = middle.clone();
      for (int i = 0; i < size; i++) {
        for (int j = 0; j <= i; j++) {
          z[i] += factor[i][j] * y[j];
        }
      }
      value = logDensity(z);
    }

    private double[] between(double[] one, double[] other, double angle) {
      double cos = StrictMath.cos(angle);
      double sin = StrictMath.sin(angle);
      double[] between = new double[size];
      for (int i = 0; i < size; i++) {
        between[i] = one[i] * cos + other[i] * sin;
      }
      return between;
    }
  }
}
