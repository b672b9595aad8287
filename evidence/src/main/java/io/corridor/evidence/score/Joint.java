package io.corridor.evidence.score;

import io.corridor.internal.numeric.SignificantDigits;
import io.corridor.internal.numeric.Sums;
import io.corridor.internal.random.NormalQuantile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.ranking.NaturalRanking;

/**
 * How one origin's forecasts did as a whole: each of its own paths is taken for what happened, and
 * the share that then does as badly is told. It needs no assumption on how figures depend on each
 * other, since the paths have that in them.
 *
 * @param values of all figures together; empty where no path has them all
 * @param questions of all questions together; empty without any
 */
public record Joint(Optional<Values> values, Optional<Questions> questions) {
  private static final double FAILS = 0.05;
  private static final double TOO_WIDE = 0.975;
  private static final double ENOUGH_POWER = 0.5;

  /** What the square of a distance becomes where a truth strays half as far again. */
  private static final double STRAYED = 2.25;

  /**
   * How figures did together.
   *
   * @param n how many there are
   * @param inside90 how many lay in their 90 % band
   * @param low90 5th percentile of how many of the paths' own do
   * @param high90 95th percentile
   * @param statistic D, the mean of z² = Φ⁻¹((rank − ½)/(m + 1))², of what happened among the m
   *     paths
   * @param share (1 + #{D_j ≥ D})/(m + 1): of the paths, each taken for the truth, so many do as
   *     badly
   * @param power share of the paths that would fail if they strayed half as far again
   */
  public record Values(
      int n, int inside90, int low90, int high90, double statistic, double share, double power) {

    String verdict() {
      String told =
          "%d of %d values in their 90 %% bands, where its own paths have %d to %d; %s of these do as badly"
              .formatted(inside90, n, low90, high90, percent(share));
      if (share <= FAILS) {
        return "The forecast fails as a whole: " + told;
      }
      if (share >= TOO_WIDE) {
        return "The forecast is too wide as a whole: " + told;
      }
      return (power < ENOUGH_POWER
              ? "Can't tell whether the forecast holds as a whole: "
              : "The forecast holds as a whole: ")
          + told
          + ", and %s would be found out if they strayed half as far again"
              .formatted(percent(power));
    }
  }

  /**
   * How questions did together.
   *
   * @param n how many there are
   * @param brier mean squared distance of their probabilities from 1 or 0
   * @param share of the paths, each taken for the truth, that have as large a one or larger
   */
  public record Questions(int n, double brier, double share) {

    String verdict() {
      String told =
          "Brier %s of %d; %s of its own paths do as badly"
              .formatted(SignificantDigits.plain(brier, 2), n, percent(share));
      return (share <= FAILS
              ? "Its questions fail as a whole: "
              : share >= TOO_WIDE
                  ? "Its questions are too unsure as a whole: "
                  : "Its questions did as they may: ")
          + told;
    }
  }

  /**
   * A figure.
   *
   * @param paths by path; NaN where one doesn't have it
   * @param scored what happened of it, and its band
   */
  public record Row(double[] paths, Scored scored) {}

  /**
   * A question.
   *
   * @param paths by path, 1 where it came true, 0 where not, NaN where it doesn't count
   * @param cameTrue what happened
   */
  public record Asked(double[] paths, boolean cameTrue) {}

  /**
   * Returns how the forecasts of one origin did; empty without any.
   *
   * @param rows figures, each of the same paths
   * @param asked questions, each of the same paths
   */
  public static Optional<Joint> of(List<Row> rows, List<Asked> asked) {
    return rows.isEmpty() && asked.isEmpty()
        ? Optional.empty()
        : Optional.of(new Joint(values(rows), questions(asked)));
  }

  /** Returns what it says, sentences without their full stop. */
  public List<String> verdicts() {
    return Stream.concat(
            values.map(Values::verdict).stream(), questions.map(Questions::verdict).stream())
        .toList();
  }

  private static Optional<Values> values(List<Row> rows) {
    int[] whole =
        IntStream.range(0, rows.isEmpty() ? 0 : rows.get(0).paths().length)
            .filter(path -> rows.stream().noneMatch(row -> Double.isNaN(row.paths()[path])))
            .toArray();
    int m = whole.length;
    if (m == 0) {
      return Optional.empty();
    }
    double[] distances = new double[m + 1];
    int[] inside = new int[m + 1];
    for (Row row : rows) {
      double[] values =
          Arrays.copyOf(Arrays.stream(whole).mapToDouble(i -> row.paths()[i]).toArray(), m + 1);
      values[m] = row.scored().actual();
      addRow(values, row.scored(), distances, inside);
    }
    double statistic = distances[m] / rows.size();
    double[] own = Arrays.copyOf(distances, m);
    Arrays.setAll(own, j -> own[j] / rows.size());
    double[] sorted = own.clone();
    Arrays.sort(sorted);
    double bound = Percentiles.ofSorted(sorted, 95);
    double[] counts = IntStream.range(0, m).mapToDouble(j -> inside[j]).sorted().toArray();
    return Optional.of(
        new Values(
            rows.size(),
            inside[m],
            (int) Percentiles.ofSorted(counts, 5),
            (int) Percentiles.ofSorted(counts, 95),
            statistic,
            share(m, j -> own[j], statistic),
            (double) Arrays.stream(own).filter(d -> STRAYED * d > bound).count() / m));
  }

  /** Adds to each path's sum of z², what happened being the last, and to its count of hits. */
  private static void addRow(double[] values, Scored scored, double[] distances, int[] inside) {
    double[] ranks = new NaturalRanking().rank(values); // of equal ones their mean
    for (int j = 0; j < values.length; j++) {
      double z = NormalQuantile.of((ranks[j] - 0.5) / values.length);
      distances[j] += z * z;
      inside[j] += scored.p5() <= values[j] && values[j] <= scored.p95() ? 1 : 0;
    }
  }

  private static Optional<Questions> questions(List<Asked> all) {
    List<Asked> asked =
        all.stream()
            .filter(one -> Arrays.stream(one.paths()).anyMatch(x -> !Double.isNaN(x)))
            .toList();
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    double[] said =
        asked.stream()
            .mapToDouble(
                one ->
                    Sums.mean(Arrays.stream(one.paths()).filter(x -> !Double.isNaN(x)).toArray()))
            .toArray();
    double brier = brier(said, q -> asked.get(q).cameTrue() ? 1 : 0);
    double[] own =
        IntStream.range(0, asked.get(0).paths().length)
            .mapToDouble(path -> brier(said, q -> asked.get(q).paths()[path]))
            .filter(b -> !Double.isNaN(b))
            .toArray();
    return Optional.of(new Questions(asked.size(), brier, share(own.length, j -> own[j], brier)));
  }

  /** Returns the mean squared distance, without what doesn't count; NaN if nothing does. */
  private static double brier(double[] said, IntToDoubleFunction outcome) {
    double sum = 0;
    int n = 0;
    for (int q = 0; q < said.length; q++) {
      double error = said[q] - outcome.applyAsDouble(q);
      if (!Double.isNaN(error)) {
        sum += error * error;
        n++;
      }
    }
    return sum / n;
  }

  private static double share(int m, IntToDoubleFunction own, double statistic) {
    long asBad = IntStream.range(0, m).filter(j -> own.applyAsDouble(j) >= statistic).count();
    return (1.0 + asBad) / (m + 1);
  }

  private static String percent(double share) {
    return SignificantDigits.plain(Math.rint(share * 1000) / 10, 3) + " %";
  }
}
