package io.corridor.internal.trade;

import static io.corridor.internal.engine.Corridors.electricity;
import static io.corridor.internal.engine.Corridors.energy;
import static io.corridor.internal.engine.Corridors.from;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.internal.engine.Paths;
import io.corridor.internal.engine.Significance;
import io.corridor.model.Carrier;
import io.corridor.model.DatedPoints;
import io.corridor.model.Scenario;
import io.corridor.model.Unrest;
import io.corridor.model.Value;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often there is unrest, how long, and what it costs (section 9 of the model). */
class UnrestLawTest {
  private static final long SEED = 20_260_904;
  private static final int PATHS = 100_000;
  private static final double RATE = 0.12;
  private static final int DURATION = 3;

  /** There is unrest in t unless no episode started in the months t − 3 to t − 1. */
  @Test
  void frequencyAndDuration() {
    Scenario scenario =
        from("2020-01", 24)
            .unrest(new Unrest(Value.of(RATE), Value.ZERO, DURATION, Value.of(0.4)))
            .build();
    Paths paths = Paths.of(scenario, SEED, PATHS, "unrest", "flow.goods");
    for (int t = 0; t < 24; t++) {
      double expected = 1 - Math.exp(-RATE * Math.min(t, DURATION));
      Significance.share("month " + t, hits(paths.at("unrest", t)), PATHS, expected);
    }
    for (int p = 0; p < 1_000; p++) {
      for (int t = 0; t < 24; t++) {
        boolean unrest = paths.at("unrest", t)[p] == 1;
        assertThat(paths.at("flow.goods", t)[p]).isEqualTo(unrest ? 10 * (1 - 0.4) : 10);
      }
    }
    // A spell that begins in month 10 lasts 3 months with none of the starts in them.
    double[] before = paths.at("unrest", 9);
    double[] first = paths.at("unrest", 10);
    int[] spells = IntStream.range(0, PATHS).filter(p -> before[p] == 0 && first[p] == 1).toArray();
    for (int length = 1; length <= 6; length++) {
      double[] last = paths.at("unrest", 10 + length);
      long over = Arrays.stream(spells).filter(p -> last[p] == 0).count();
      if (length < DURATION) {
        assertThat(over).as("no spell ends after %d months", length).isZero();
      } else if (length == DURATION) {
        Significance.share("shortest spell", over, spells.length, Math.exp(-RATE * DURATION));
      }
    }
  }

  /** From month 2 on the shortage is 0.4 − 0.1 above that of the start. */
  @Test
  void theRateListensToTheShortageOfTheMonth() {
    Carrier.Imports failing =
        Carrier.Imports.of(
            DatedPoints.of(Map.of(YearMonth.of(2020, 2), 40.0, YearMonth.of(2020, 3), 10.0)));
    Scenario scenario =
        from("2020-01", 5)
            .energy(energy(electricity(100, 50, failing, Map.of())))
            .unrest(new Unrest(Value.of(RATE), Value.of(2.5), 1, Value.ZERO))
            .build();
    Paths paths = Paths.of(scenario, SEED, PATHS, "unrest");
    double[] rates = {0, RATE, RATE, RATE * Math.exp(2.5 * 0.3), RATE * Math.exp(2.5 * 0.3)};
    for (int t = 0; t < 5; t++) {
      double expected = 1 - Math.exp(-rates[t]);
      Significance.share("month " + t, hits(paths.at("unrest", t)), PATHS, expected);
    }
  }

  private static long hits(double[] unrest) {
    return (long) Arrays.stream(unrest).sum();
  }
}
