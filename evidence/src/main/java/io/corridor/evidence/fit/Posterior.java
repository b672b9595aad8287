package io.corridor.evidence.fit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What is thought of some numbers once data have been seen: 4 000 joint draws, and whether they can
 * be relied on.
 */
public final class Posterior {
  /** Number of joint draws. */
  public static final int ROWS = 4_000;

  /** Draws that are worth fewer independent ones than this don't determine a number. */
  public static final double FEWEST_EFFECTIVE = 2_000;

  /** Chains that differ more than this have not met. */
  public static final double MOST_RHAT = 1.01;

  private static final MathContext DIGITS = new MathContext(8);

  /** The least number of eight digits before the point. */
  private static final double LEAST = 1e7;

  /** Powers of ten up to this are doubles. */
  private static final int EXACT_POWERS = 22;

  private static final double[] POWERS =
      IntStream.rangeClosed(0, EXACT_POWERS)
          .mapToDouble(n -> Double.parseDouble("1e" + n))
          .toArray();

  private final Map<String, double[]> columns;
  private final Map<String, Convergence> convergence;

  Posterior(Map<String, double[]> columns, Map<String, Convergence> convergence) {
    this.columns = columns;
    this.convergence = convergence;
  }

  /** Makes the posterior of draws by name, as the chains made them, one after the other. */
  static Posterior of(Map<String, double[]> draws) {
    Map<String, double[]> columns = new LinkedHashMap<>();
    Map<String, Convergence> convergence = new LinkedHashMap<>();
    draws.forEach(
        (name, column) -> {
          columns.put(name, rounded(name, column));
          convergence.put(name, Convergence.of(PosteriorSampler.chains(column)));
        });
    return new Posterior(columns, convergence);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Posterior posterior
        && names().equals(posterior.names())
        && columns.keySet().stream()
            .allMatch(name -> Arrays.equals(columns.get(name), posterior.columns.get(name)));
  }

  @Override
  public int hashCode() {
    return columns.keySet().hashCode();
  }

  /** Returns the names of the numbers, in order. */
  public List<String> names() {
    return List.copyOf(columns.keySet());
  }

  /** Returns the draws of a number, by row; not sorted. */
  public double[] draws(String name) {
    double[] draws = columns.get(name);
    if (draws == null) {
      throw new IllegalArgumentException("no draws of '" + name + "'; there are " + names());
    }
    return draws.clone();
  }

  /** Returns how well the chains mixed, by number. */
  public Map<String, Convergence> convergence() {
    return Collections.unmodifiableMap(convergence);
  }

  /** Returns whether every number's draws can be relied on. */
  public boolean isDetermined() {
    return convergence.values().stream().allMatch(Convergence::isReached);
  }

  /** Returns whether the chains agree on every number, however few draws they are worth. */
  boolean hasMet() {
    return convergence.values().stream().allMatch(found -> found.rhat() < MOST_RHAT);
  }

  /**
   * Returns these draws.
   *
   * @throws FitException naming a number that the data don't determine
   */
  Posterior requireDetermined() {
    convergence.forEach(
        (name, found) -> {
          if (!found.isReached()) {
            String why =
                found.rhat() < MOST_RHAT
                    ? "so few draws are worth too little to tell it by"
                    : "the data don't determine it";
            throw new FitException(
                name,
                "%s (R̂ %.3f, %.0f and %.0f effective draws): state it, or give it a narrower prior"
                    .formatted(why, found.rhat(), found.bulk(), found.tail()));
          }
        });
    return this;
  }

  /** Returns a number's percentile, from 0 to 100: the smallest draw that so many don't exceed. */
  public double percentile(String name, double percent) {
    double[] sorted = draws(name);
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(percent * sorted.length / 100);
    return sorted[Math.min(sorted.length, Math.max(1, rank)) - 1];
  }

  /**
   * Returns draws of eight digits: none of the others means anything, and files get shorter.
   *
   * @throws FitException if one of them isn't finite
   */
  static double[] rounded(String name, double[] draws) {
    if (!Arrays.stream(draws).allMatch(Double::isFinite)) {
      throw new FitException(name, "the data lead to numbers that are too large for a number");
    }
    return Arrays.stream(draws).map(Posterior::rounded).toArray();
  }

  /**
   * Rounds as {@link BigDecimal} does, which is slow: it is asked only where the ninth digit is too
   * near to 5 to tell by doubles, or the number so large or small that powers of ten aren't exact.
   */
  static double rounded(double draw) {
    int scale = DIGITS.getPrecision() - 1 - (int) Math.floor(Math.log10(Math.abs(draw)));
    if (Math.abs(scale) <= EXACT_POWERS) {
      double power = POWERS[Math.abs(scale)];
      double shifted = scale < 0 ? draw / power : draw * power;
      double whole = Math.rint(shifted);
      boolean hasDigits = Math.abs(whole) >= LEAST && Math.abs(whole) <= 10 * LEAST;
      if (hasDigits && Math.abs(shifted - whole) < 0.499999) {
        return scale < 0 ? whole * power : whole / power;
      }
    }
    return new BigDecimal(draw).round(DIGITS).doubleValue();
  }

  /** Returns these draws and then {@code other}, which replace draws of the same names. */
  Posterior and(Posterior other) {
    Map<String, double[]> all = new LinkedHashMap<>(columns);
    all.putAll(other.columns);
    Map<String, Convergence> found = new LinkedHashMap<>(convergence);
    found.putAll(other.convergence);
    return new Posterior(all, found);
  }

  /** Returns these draws with another column, row by row. */
  Posterior with(String name, double[] draws) {
    Map<String, double[]> more = new LinkedHashMap<>(columns);
    more.put(name, rounded(name, draws));
    return new Posterior(more, convergence);
  }
}
