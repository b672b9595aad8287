package io.corridor.internal.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Chance;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Source;
import io.corridor.internal.block.Ports;
import io.corridor.internal.numeric.Bridge;
import io.corridor.internal.numeric.Normal;
import io.corridor.internal.random.MonthlyWords;
import io.corridor.internal.random.RandomStream;
import io.corridor.internal.random.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bridge against reference numbers, computed from QuantLib's published order and weights. */
class BridgedShockTest {

  /** Words of chosen normals, the same on every path. */
  private record Chosen(double normal) implements Words {
    @Override
    public long word(long path) {
      return (long) ((2 * Normal.cdf(normal) - 1) * 0x1p63);
    }

    @Override
    public void fill(long firstPath, int count, long[] words) {
      Arrays.fill(words, 0, count, word(0));
    }
  }

  /** Returns the normals of months 1, …, n made of {@code z}, by the month that they decide. */
  private static double[] normals(double[] z) {
    int months = z.length;
    List<Real> pending = new ArrayList<>();
    for (int i = 0; i < BridgedShock.levels(months); i++) {
      pending.add(new Real(1 + i));
    }
    MonthlyWords words = MonthlyWords.of((month, draw) -> new Chosen(z[month]), months, 1);
    BridgedShock step =
        new BridgedShock(Chance.of(new Source("x"), "x", words), months, pending, new Real(0));
    Block block = new Block(1 + pending.size(), 0, Map.of());
    block.start(0, 3);
    double[] normals = new double[months];
    for (int month = 0; month < months; month++) {
      step.advance(block, month);
      normals[month] = block.of(new Ports().read(new Real(0)))[2];
    }
    return normals;
  }

  @Test
  void orderIsThatOfTheReference() {
    assertThat(Bridge.order(8)).containsExactly(8, 4, 2, 6, 1, 3, 5, 7);
    assertThat(Bridge.order(12)).containsExactly(12, 6, 3, 9, 1, 4, 7, 10, 2, 5, 8, 11);
    assertThat(Bridge.order(1)).containsExactly(1);
    assertThat(Bridge.order(0)).isEmpty();
  }

  @Test
  void walkIsThatOfTheReference() {
    double[] inOrder = {0.25, -0.35, 0.45, -0.55, 0.65, -0.75, 0.85, -0.95};
    double[] walk = {
      0.6492640687119285,
      0.37928932188134523,
      -0.41139610306789287,
      -0.1414213562373095,
      0.39675144212722024,
      -0.26715728752538104,
      -0.451776695296637,
      0.7071067811865476
    };
    double[] z = new double[9];
    List<Integer> order = Bridge.order(8);
    for (int i = 0; i < 8; i++) {
      z[order.get(i)] = inOrder[i];
    }
    double[] normals = normals(z);
    double sum = 0;
    for (int month = 1; month <= 8; month++) {
      sum += normals[month];
      assertThat(sum).isCloseTo(walk[month - 1], within(1e-8));
    }
  }

  /** Rows of the map from the numbers drawn to the normals are orthonormal. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 6, 13, 70, 120})
  void normalsAreIndependentAndOfVarianceOne(int months) {
    double[][] columns = new double[months][];
    for (int drawn = 1; drawn < months; drawn++) {
      double[] z = new double[months];
      z[drawn] = 1;
      columns[drawn] = normals(z);
    }
    for (int s = 1; s < months; s++) {
      for (int t = 1; t <= s; t++) {
        double product = 0;
        for (int drawn = 1; drawn < months; drawn++) {
          product += columns[drawn][s] * columns[drawn][t];
        }
        assertThat(product).isCloseTo(s == t ? 1 : 0, within(1e-7));
      }
    }
  }

  @Test
  void pathsAreThoseOfTheirWords() {
    RandomStream stream = RandomStream.of(3, "shock.x");
    MonthlyWords words = MonthlyWords.of(stream::key, 3, 1);
    BridgedShock step =
        new BridgedShock(
            Chance.of(new Source("x"), "x", words),
            3,
            List.of(new Real(1), new Real(2)),
            new Real(0));
    Block block = new Block(3, 0, Map.of());
    block.start(10, 2);
    step.advance(block, 1);
    double first = block.of(new Ports().read(new Real(0)))[1];
    step.advance(block, 2);
    double second = block.of(new Ports().read(new Real(0)))[1];
    assertThat((first + second) / Math.sqrt(2))
        .isCloseTo(stream.key(2, 0).normal(11), within(1e-12));
    assertThat((first - second) / Math.sqrt(2))
        .isCloseTo(stream.key(1, 0).normal(11), within(1e-12));
  }
}
