package io.corridor.internal.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Worlds far beyond any use: prices are found, or the month says that they are not. */
@Tag("campaign")
class EquilibriumCampaignTest {
  private static final int COUNT = Boolean.getBoolean("corridor.campaign") ? 100_000 : 2_000;

  /** What may be left of what a country sells too much or too little. */
  private static final double LEFT = 1e-9;

  @Test
  void pricesAreFoundFarBeyondAnyUse() {
    int unsettled = 0;
    double worst = 0;
    for (int number = 0; number < COUNT; number++) {
      SplittableRandom random = new SplittableRandom(20_261_202 + number);
      Traded traded = Traded.far(random, 2 + random.nextInt(random.nextInt(8) == 0 ? 43 : 11));
      double[] logs = traded.logs();
      if (logs.length == 0) {
        unsettled++;
      } else {
        double left = Traded.spread(traded.excess(logs));
        assertThat(left).as("world %d of %d countries", number, traded.n).isLessThan(LEFT);
        worst = Math.max(worst, left);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "campaign of %d worlds: %d unsettled, %.1e left at most%n",
        COUNT,
        unsettled,
        worst);
    assertThat(unsettled).isLessThanOrEqualTo(COUNT / 10_000);
  }
}
