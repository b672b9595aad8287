package io.corridor.report.internal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ValueAxisTest {
  @Test
  void ticksHoldTheRangeAndHaveNamesOfTheirOwn() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      double size = StrictMath.pow(10, random.nextDouble(-12, 12));
      double low = random.nextDouble(-1, 1) * size;
      double high = low + StrictMath.pow(10, random.nextDouble(-6, 1)) * size;
      int count = random.nextInt(2, 8);
      check(low, high, ValueAxis.of(low, high, count), count);
      check(low, high, ValueAxis.about(low, high, count), count);
      // As a colour scale has it: its ends and their middle.
      check(low, high, new ValueAxis(low, high, (high - low) / 2), 2);
    }
  }

  private static void check(double low, double high, ValueAxis axis, int count) {
    String what = low + " to " + high + ": " + axis;
    List<Double> ticks = axis.ticks();
    List<String> names = ticks.stream().map(axis::text).toList();
    assertThat(names).as(what).doesNotHaveDuplicates().hasSizeBetween(2, count + 2);
    double slack = 1e-6 * axis.step();
    assertThat(ticks.get(0)).as(what).isLessThanOrEqualTo(low + slack);
    assertThat(ticks.get(ticks.size() - 1)).as(what).isGreaterThanOrEqualTo(high - slack);
  }
}
