package io.corridor.evidence.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.evidence.series.Grant;
import io.corridor.evidence.series.Plant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Simulation-based calibration, as in {@link CalibrationTest}, of what is fitted to tables. */
class TableCalibrationTest {
  private static final int DATA_SETS = 200;
  private static final int BINS = 10;

  /** χ² of nine degrees: above it with probability 0.001 for each number. */
  private static final double CRITICAL = 27.88;

  private final Map<String, int[]> counts = new LinkedHashMap<>();

  private void count(Fit fit, String number, double truth) {
    double[] draws = fit.posterior().draws(number);
    long below = Arrays.stream(draws).filter(draw -> draw < truth).count();
    int bin = (int) Math.min(BINS - 1, below * BINS / draws.length);
    counts.computeIfAbsent(number, name -> new int[BINS])[bin]++;
  }

  private void assertUniform(int sets) {
    double expected = (double) sets / BINS;
    counts.forEach(
        (number, bins) ->
            assertThat(
                    Arrays.stream(bins)
                        .mapToDouble(bin -> (bin - expected) * (bin - expected) / expected)
                        .sum())
                .as(number + " " + Arrays.toString(bins))
                .isLessThan(CRITICAL));
  }

  @Test
  void ofWaivers() {
    Random random = new Random(5);
    List<String> regimes = List.of("pressure", "detente");
    for (int set = 0; set < DATA_SETS; set++) {
      double[] renew = {random.nextDouble(), random.nextDouble()};
      List<Grant> renewals = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        int regime = i % 3 == 0 ? 0 : 1;
        renewals.add(
            new Grant(
                LocalDate.of(2010, 1, 1).plusDays(45 * i),
                random.nextDouble() < renew[regime],
                Optional.of(regimes.get(regime)),
                OptionalInt.empty()));
      }
      Fit fit =
          new WaiverFit("waivers.w" + set, regimes, Map.of(), "grants", renewals, List.of()).make();
      count(fit, "renew.pressure", renew[0]);
      count(fit, "renew.detente", renew[1]);
    }
    assertUniform(DATA_SETS);
  }

  @Tag("slow")
  @Test
  void ofProjects() {
    calibrateProjects(DATA_SETS);
  }

  /** The same in short: expected counts of four, whose χ² is near enough to its law. */
  @Test
  void ofAFewProjects() {
    calibrateProjects(40);
  }

  private void calibrateProjects(int sets) {
    Random random = new Random(6);
    YearMonth planned = YearMonth.of(2010, 1);
    for (int set = 0; set < sets; set++) {
      double median = 12 * Math.exp(random.nextGaussian());
      double sigma = 0.7 * Math.exp(0.5 * random.nextGaussian());
      double cancel = random.nextDouble();
      List<Plant> plants = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        YearMonth seen = planned.plusMonths(random.nextInt(40));
        boolean cancelled = random.nextDouble() < cancel;
        double delay = median * Math.exp(sigma * random.nextGaussian());
        YearMonth done = planned.plusMonths((long) Math.min(1e4, Math.floor(delay + 0.5)));
        boolean isDone = !cancelled && !done.isAfter(seen);
        plants.add(
            new Plant(planned, isDone ? Optional.of(done) : Optional.empty(), cancelled, seen));
      }
      Fit fit = new ProjectFit("projects.p" + set, Map.of(), "plants", plants).make();
      count(fit, "delay.median", median);
      count(fit, "delay.sigma", sigma);
      count(fit, "cancel", cancel);
    }
    assertUniform(sets);
  }

  @Test
  void ofRegimes() {
    Well19937c random = new Well19937c(7);
    List<String> states = List.of("a", "b", "c");
    Map<String, Map<String, Double>> rows =
        Map.of(
            "a",
            Map.of("b", 0.1, "c", 0.05),
            "b",
            Map.of("a", 0.2, "c", 0.1),
            "c",
            Map.of("a", 0.3));
    for (int set = 0; set < DATA_SETS; set++) {
      Map<String, Map<String, Double>> truth = new LinkedHashMap<>();
      states.forEach(from -> truth.put(from, dirichlet(from, rows.get(from), random)));
      NavigableMap<YearMonth, String> seen = new TreeMap<>();
      String state = "a";
      for (int t = 0; t < 120; t++) {
        seen.put(YearMonth.of(2010, 1).plusMonths(t), state);
        state = next(truth.get(state), random.nextDouble());
      }
      Fit fit = new RegimeFit("regime" + set, states, rows, "policy", seen).make();
      truth.forEach(
          (from, row) ->
              row.forEach(
                  (to, probability) -> {
                    if (!to.equals(from)) {
                      count(fit, "monthly." + from + "." + to, probability);
                    }
                  }));
    }
    assertThat(counts).hasSize(5);
    assertUniform(DATA_SETS);
  }

  private static Map<String, Double> dirichlet(
      String from, Map<String, Double> row, Well19937c random) {
    Map<String, Double> drawn = new LinkedHashMap<>(row);
    drawn.put(from, 1 - row.values().stream().mapToDouble(Double::doubleValue).sum());
    drawn.replaceAll((to, p) -> new GammaDistribution(random, 24 * p, 1).sample());
    double sum = drawn.values().stream().mapToDouble(Double::doubleValue).sum();
    drawn.replaceAll((to, gamma) -> gamma / sum);
    return drawn;
  }

  private static String next(Map<String, Double> row, double u) {
    String last = "";
    for (Map.Entry<String, Double> entry : row.entrySet()) {
      last = entry.getKey();
      u -= entry.getValue();
      if (u < 0) {
        break;
      }
    }
    return last;
  }
}
