package io.corridor.internal.energy;

import static io.corridor.internal.engine.Corridors.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.internal.engine.Paths;
import io.corridor.internal.engine.Significance;
import io.corridor.model.Carrier;
import io.corridor.model.Distribution;
import io.corridor.model.Energy;
import io.corridor.model.Quantity;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Interruptions of a source, against the enumeration of all days on which they may begin. */
class InterruptionLawTest {
  private static final long SEED = 20_260_912;
  private static final int PATHS = 40_000;
  private static final int MONTHS = 8;
  private static final String OFFERED = "energy.power.offered";

  private static Scenario scenario(Carrier.Interruptions interruptions) {
    Carrier power =
        Carrier.of(
            Carrier.Kind.ELECTRICITY,
            Quantity.of(100),
            Quantity.of(0),
            Carrier.Imports.of(1).withInterruptions(interruptions),
            Carrier.Price.of(1));
    return from("2020-01", MONTHS)
        .energy(Energy.of(0).withCarrier("power", power))
        .buildUnchecked();
  }

  /**
   * Returns the law of the days up of each month: over the number of days, from a month's first on,
   * for which the source is still down.
   */
  private static double[][] enumerated(double rate, int[] lengths, double[] weights) {
    double begins = 1 - Math.exp(-rate);
    double total = Arrays.stream(weights).sum();
    double[] left = new double[1000];
    left[0] = 1;
    double[][] up = new double[MONTHS][32];
    for (int t = 0; t < MONTHS; t++) {
      int d = YearMonth.of(2020, 1).plusMonths(t).lengthOfMonth();
      double[] next = new double[left.length];
      for (int down = 1; down < left.length; down++) {
        up[t][Math.max(0, d - down)] += left[down];
        next[Math.max(0, down - d)] += left[down];
      }
      up[t][d] += left[0] * (1 - begins);
      next[0] += left[0] * (1 - begins);
      for (int day = 0; day < d; day++) {
        for (int i = 0; i < lengths.length; i++) {
          double p = left[0] * begins / d * weights[i] / total;
          int length = Math.max(1, lengths[i]);
          up[t][d - Math.min(d - day, length)] += p;
          next[Math.max(0, day + length - d)] += p;
        }
      }
      left = next;
    }
    return up;
  }

  /** Every number of days up, in every month, has the share of paths that enumeration gives. */
  @ParameterizedTest
  @CsvSource({"0.3, 1", "0.8, 20", "2, 45", "0.1, 100"})
  void daysUpAreThoseOfTheEnumeration(double rate, int days) {
    int[] lengths = {days, days / 2, 3};
    double[] weights = {2, 1, 1};
    Distribution law =
        new Distribution.Choice(
            Arrays.stream(lengths).mapToObj(length -> (double) length).toList(),
            Arrays.stream(weights).boxed().toList());
    Paths paths =
        Paths.of(scenario(new Carrier.Interruptions(Value.of(rate), law)), SEED, PATHS, OFFERED);
    double[][] expected = enumerated(rate, lengths, weights);
    for (int t = 0; t < MONTHS; t++) {
      int d = YearMonth.of(2020, 1).plusMonths(t).lengthOfMonth();
      double[] up = paths.at(OFFERED, t);
      double mean = 0;
      for (int k = 0; k <= d; k++) {
        double share = (double) k / d;
        long hits = Arrays.stream(up).filter(x -> Math.abs(x - share) < 1e-9).count();
        Significance.share(k + " days up in month " + t, hits, PATHS, expected[t][k]);
        mean += share * expected[t][k];
      }
      Significance.mean("up in month " + t, up, mean);
    }
  }

  /** A number of days that isn't a distribution where it stands is one a path, as everywhere. */
  @Test
  void aNamedLengthIsOneNumberAPath() {
    Scenario scenario =
        scenario(new Carrier.Interruptions(Value.of(50), Value.parameter("days"))).toBuilder()
            .parameter("days", new Distribution.Choice(List.of(3.4, 40.5), List.of(1.0, 1.0)))
            .build();
    Paths paths = Paths.of(scenario, SEED, 2_000, OFFERED);
    int longer = 0;
    for (int p = 0; p < 2_000; p++) {
      // Of 3 days each there are at most 24 in 8 months; of 41, over a month's end, 100 at least.
      double down = 0;
      for (int t = 0; t < MONTHS; t++) {
        int d = YearMonth.of(2020, 1).plusMonths(t).lengthOfMonth();
        down += d * (1 - paths.of(OFFERED, p)[t]);
      }
      assertThat(down < 24.5 || down > 99.5).as("%s days", down).isTrue();
      longer += down > 99.5 ? 1 : 0;
    }
    Significance.share("long ones", longer, 2_000, 0.5);
  }

  /** The first month may have an interruption, but on the day before there is none. */
  @Test
  void theDayBeforeIsNotInterrupted() {
    Carrier.Interruptions always = Carrier.Interruptions.of(1_000, 10_000);
    Scenario scenario =
        scenario(always).toBuilder()
            .unrest(io.corridor.model.Unrest.of(0.001, 1, 0).withOnUnserved(1e6))
            .build();
    Paths paths = Paths.of(scenario, SEED, 500, OFFERED, "unrest");
    double mean = Arrays.stream(paths.at(OFFERED, 0)).average().orElseThrow();
    assertThat(mean).isCloseTo(15.0 / 31, within(0.08));
    // Less is served than on the day before, so that unrest breaks out at once.
    assertThat(paths.at("unrest", 1)).containsOnly(1);
    assertThat(paths.at(OFFERED, 2)).containsOnly(0);
  }
}
