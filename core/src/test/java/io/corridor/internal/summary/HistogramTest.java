package io.corridor.internal.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.corridor.internal.numeric.Rank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {
  private static final double ERROR = 1 / 256.0;
  private static final int BLOCK = 1000;
  private static final List<Double> PERCENTILES =
      List.of(0.001, 0.1, 1.0, 5.0, 12.5, 25.0, 33.3, 50.0, 66.7, 75.0, 95.0, 99.0, 99.9, 99.999);

  private static Histogram of(double[] values) {
    return of(values, BLOCK, false);
  }

  private static Histogram of(double[] values, int block, boolean whole) {
    Histogram histogram = new Histogram(whole);
    for (int from = 0; from < values.length; from += block) {
      double[] part = Arrays.copyOfRange(values, from, Math.min(from + block, values.length));
      histogram.record(part, part.length);
    }
    return histogram;
  }

  private static Histogram read(Histogram histogram) {
    return PackedInput.read(bytes(histogram), in -> Histogram.read(in, false));
  }

  private static byte[] bytes(Histogram histogram) {
    PackedOutput out = new PackedOutput();
    histogram.write(out);
    return out.toBytes();
  }

  private static double[] exact(double[] values, List<Double> percentiles) {
    double[] sorted = values.clone();
    Arrays.setAll(sorted, i -> seen(values[i]));
    Arrays.sort(sorted);
    return percentiles.stream()
        .mapToDouble(p -> sorted[(int) Rank.of(p, sorted.length) - 1])
        .toArray();
  }

  /** Returns what a histogram sees of a value: it knows no negative zero and nothing subnormal. */
  private static double seen(double value) {
    return Math.abs(value) < Double.MIN_NORMAL ? 0 : value;
  }

  private static void assertClose(double[] actual, double[] expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(Math.abs(actual[i] - expected[i]))
          .as("percentile %s: %s for %s", PERCENTILES.get(i), actual[i], expected[i])
          .isLessThanOrEqualTo(Math.abs(expected[i]) * ERROR);
    }
  }

  /** More than a cell counts by itself, of a number that comes on every path or on most. */
  @Test
  void aNumberMayComeAnyNumberOfTimes() {
    for (double atom : new double[] {1, -3.5}) {
      double[] values = new double[200_000];
      Arrays.setAll(values, i -> i % 1_000 == 0 ? 7 : atom);
      Histogram histogram = of(values);
      assertThat(histogram.percentiles(List.of(10.0, 99.0, 99.95))).containsExactly(atom, atom, 7);
      Histogram read = read(histogram);
      assertThat(read.total()).isEqualTo(values.length);
    }
  }

  @ParameterizedTest
  @EnumSource
  void percentilesAreWithinTheStatedErrorOfSortedValues(Samples samples) {
    for (int n : new int[] {1, 2, 3, 999, 1001, 50_000}) {
      double[] values = samples.draw(n, n);
      Histogram histogram = of(values);
      assertThat(histogram.total()).isEqualTo(n);
      assertClose(histogram.percentiles(PERCENTILES), exact(values, PERCENTILES));
    }
  }

  @ParameterizedTest
  @EnumSource
  void leastAndGreatestAreExact(Samples samples) {
    double[] values = samples.draw(20_000, 3);
    Histogram histogram = of(values);
    assertThat(histogram.min()).isEqualTo(seen(Arrays.stream(values).min().orElseThrow()));
    assertThat(histogram.max()).isEqualTo(seen(Arrays.stream(values).max().orElseThrow()));
  }

  @ParameterizedTest
  @EnumSource
  void isTheSameInWhateverOrderAndBlocksValuesCome(Samples samples) {
    double[] values = samples.draw(10_000, 4);
    byte[] expected = bytes(of(values));
    List<Double> shuffled = new ArrayList<>();
    Arrays.stream(values).forEach(shuffled::add);
    for (int block : new int[] {1, 7, 1024, 10_000}) {
      Collections.shuffle(shuffled, new Random(block));
      double[] other = shuffled.stream().mapToDouble(Double::doubleValue).toArray();
      assertThat(bytes(of(other, block, false))).isEqualTo(expected);
    }
    Arrays.sort(values);
    assertThat(bytes(of(values))).isEqualTo(expected);
    for (int i = 0; i < values.length / 2; i++) {
      double value = values[i];
      values[i] = values[values.length - 1 - i];
      values[values.length - 1 - i] = value;
    }
    assertThat(bytes(of(values))).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void mergingInAnyGroupingIsExact(Samples samples) {
    double[] values = samples.draw(9_999, 5);
    byte[] expected = bytes(of(values));
    for (int parts : new int[] {2, 3, 11}) {
      Histogram forth = new Histogram(false);
      Histogram back = new Histogram(false);
      for (int part = 0; part < parts; part++) {
        forth.merge(of(part(values, part, parts)));
        back.merge(of(part(values, parts - 1 - part, parts)));
      }
      assertThat(bytes(forth)).isEqualTo(expected);
      assertThat(bytes(back)).isEqualTo(expected);
      assertThat(forth.percentiles(PERCENTILES)).isEqualTo(back.percentiles(PERCENTILES));
    }
  }

  private static double[] part(double[] values, int part, int parts) {
    return Arrays.copyOfRange(
        values, values.length * part / parts, values.length * (part + 1) / parts);
  }

  @Test
  void histogramsOfUnlikeValuesMerge() {
    for (Samples one : Samples.values()) {
      for (Samples two : Samples.values()) {
        double[] a = one.draw(700, 6);
        double[] b = two.draw(900, 7);
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        Histogram merged = of(a);
        merged.merge(of(b));
        assertThat(bytes(merged)).as("%s with %s", one, two).isEqualTo(bytes(of(both)));
        // A histogram goes on counting after a merge.
        merged.record(a, a.length);
        Histogram again = of(both);
        again.merge(of(a));
        assertThat(bytes(merged)).as("%s with %s", one, two).isEqualTo(bytes(again));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsWhatItWrote(Samples samples) {
    Histogram histogram = of(samples.draw(5_000, 8));
    Histogram read = read(histogram);
    assertThat(bytes(read)).isEqualTo(bytes(histogram));
    assertThat(read.percentiles(PERCENTILES)).isEqualTo(histogram.percentiles(PERCENTILES));
    double[] more = samples.draw(5_000, 9);
    read.merge(of(more));
    histogram.merge(of(more));
    assertThat(bytes(read)).isEqualTo(bytes(histogram));
  }

  @Test
  void takesThreeBytesOrLessForACellInUse() {
    Histogram histogram = of(Samples.LOGNORMAL.draw(100_000, 10));
    assertThat(bytes(histogram).length).isLessThan(4_000);
  }

  @Test
  void wholeNumbersAreExact() {
    Random random = new Random(11);
    for (int range : new int[] {2, 10, 512}) {
      double[] values = random.doubles(5_000).map(u -> Math.rint((2 * u - 1) * range)).toArray();
      assertThat(of(values, BLOCK, true).percentiles(PERCENTILES))
          .isEqualTo(exact(values, PERCENTILES));
      double[] places = Arrays.stream(values).map(Math::abs).toArray();
      assertThat(of(places, BLOCK, true).percentiles(PERCENTILES))
          .isEqualTo(exact(places, PERCENTILES));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, -0.1, 1e300, -3e-307, Double.MIN_NORMAL, Double.MAX_VALUE})
  void aConstantIsExact(double constant) {
    double[] values = new double[3 * BLOCK];
    Arrays.fill(values, constant);
    assertThat(of(values).percentiles(PERCENTILES)).containsOnly(constant);
  }

  @Test
  void atomsAtTheEndsAreExact() {
    Histogram histogram = of(Samples.ATOMS_AT_BOTH_ENDS.draw(20_000, 12));
    assertThat(histogram.percentiles(List.of(5.0, 20.0, 85.0, 95.0)))
        .containsExactly(-0.7, -0.7, 0.9, 0.9);
  }

  @Test
  void uniformValuesAreInterpolatedWellBelowTheWidthOfACell() {
    double[] values = new double[100_000];
    Arrays.setAll(values, i -> 1 + (i * 37L % 100_000) / 1e5);
    double[] found = of(values).percentiles(PERCENTILES);
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i]).isCloseTo(1 + PERCENTILES.get(i) / 100, within(2e-5));
    }
  }

  @Test
  void countsGoBeyondThirtyTwoBits() {
    Histogram histogram = of(new double[] {0, 1, 2, -3});
    long total = 4;
    while (total < 1L << 42) {
      Histogram copy = read(histogram);
      histogram.merge(copy);
      total *= 2;
    }
    histogram.record(new double[] {0, 1, 2, -3}, 4);
    assertThat(histogram.total()).isEqualTo(total + 4);
    assertThat(histogram.percentiles(List.of(25.0, 25.0000001, 50.0000001, 75.0000001)))
        .satisfies(
            found -> {
              assertThat(found[0]).isEqualTo(-3);
              assertThat(found[1]).isZero();
              assertThat(found[2]).isCloseTo(1, within(ERROR));
              assertThat(found[3]).isEqualTo(2);
            });
    assertThat(bytes(read(histogram))).isEqualTo(bytes(histogram));
  }

  @Test
  void countsGoBeyondSixteenBits() {
    double[] values = new double[BLOCK];
    Arrays.fill(values, 1.5);
    values[0] = 1;
    Histogram histogram = new Histogram(false);
    int blocks = 200;
    for (int i = 0; i < blocks; i++) {
      histogram.record(values, BLOCK);
    }
    assertThat(histogram.total()).isEqualTo(200_000).isGreaterThan(Character.MAX_VALUE);
    assertThat(histogram.percentiles(List.of(0.1, 0.1001))).containsExactly(1, 1.5);
    PackedInput.read(
        bytes(histogram),
        in -> {
          assertThat(in.readLong()).isZero();
          assertThat(in.readDouble()).isEqualTo(1);
          assertThat(in.readDouble()).isEqualTo(1.5);
          assertThat(in.readLong()).isEqualTo(blocks);
          assertThat(in.readLong()).isEqualTo(200_000 - blocks);
          assertThat(in.readLong()).as("negative cells").isZero();
          assertThat(in.readLong()).as("positive cells").isEqualTo(2);
          in.readLong();
          assertThat(in.readLong()).isEqualTo(blocks);
          assertThat(in.readLong()).as("cells between").isEqualTo(127);
          assertThat(in.readLong()).isEqualTo(200_000 - blocks);
          return in;
        });
  }

  @Test
  void valuesComeAfterMoreZerosThanSixteenBitsCount() {
    double[] zeros = new double[BLOCK];
    double[] values = new double[BLOCK];
    Arrays.fill(values, 7);
    Histogram histogram = new Histogram(false);
    for (int i = 0; i < 150; i++) {
      histogram.record(i < 100 ? zeros : values, BLOCK);
    }
    assertThat(histogram.percentiles(List.of(66.6, 66.7))).containsExactly(0, 7);
  }

  @Test
  void ranksAreThoseOfTheDecimalPercentile() {
    assertThat(Rank.of(0.1, 1000)).isEqualTo(1);
    assertThat(Rank.of(0.1, 1001)).isEqualTo(2);
    assertThat(Rank.of(5, 100)).isEqualTo(5);
    assertThat(Rank.of(50, 1)).isEqualTo(1);
    assertThat(Rank.of(50, 2)).isEqualTo(1);
    assertThat(Rank.of(50, 3)).isEqualTo(2);
    assertThat(Rank.of(99.9, 1000)).isEqualTo(999);
    assertThat(Rank.of(0.0001, 10)).isEqualTo(1);
    assertThat(Rank.of(7, 1_000_000_000_000L)).isEqualTo(70_000_000_000L);
    assertThat(Rank.of(55.1, 1000)).isEqualTo(551);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotFiniteIsAnError(double value) {
    for (Samples samples : Samples.values()) {
      double[] values = samples.draw(2 * BLOCK, 13);
      Histogram histogram = of(values);
      values[17] = value;
      assertThatThrownBy(() -> histogram.record(values, BLOCK))
          .as(samples.name())
          .isInstanceOf(ArithmeticException.class)
          .hasMessage("value " + value + " of path 17 of the block");
    }
  }

  @Test
  void entriesBeyondTheBlockAreIgnored() {
    Histogram histogram = new Histogram(false);
    histogram.record(new double[] {1, 2, Double.NaN}, 2);
    assertThat(histogram.max()).isEqualTo(2);
    assertThat(histogram.total()).isEqualTo(2);
  }
}
