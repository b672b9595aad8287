package io.corridor.internal.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.internal.random.RandomStream;
import io.corridor.projection.Answer.Interval;
import io.corridor.why.Direction;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DirectionsTest {

  private static List<Direction> directions(
      double[] y, boolean isQuestion, Map<String, double[]> numbers) {
    Map<String, Ranking> ordered = new TreeMap<>();
    numbers.forEach((id, number) -> ordered.put(id, Ranking.of(number)));
    return Directions.of(y, isQuestion, ordered);
  }

  @Test
  void equalNumbersShareTheMeanOfTheirRanks() {
    assertThat(Ranking.of(new double[] {3, 1, 3, 0.0, 3, -0.0}).midRanks())
        .containsExactly(5, 3, 5, 1.5, 5, 1.5);
  }

  @Test
  void fewValuesAreAClassEach() {
    double[] number = {2, 1, 1, 2, 2, 1};
    double[] y = {1, 0, 0, 1, 0, 1};

    Direction direction = directions(y, true, Map.of("x", number)).get(0);

    assertThat(direction.classes())
        .extracting(Direction.PathClass::from, Direction.PathClass::to, Direction.PathClass::paths)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1.0, 1.0, 3L),
            org.assertj.core.groups.Tuple.tuple(2.0, 2.0, 3L));
    assertThat(direction.classes().get(0).mean()).isEqualTo(1 / 3.0);
    assertThat(direction.classes().get(0).interval95()).contains(Interval.ofShare(1, 3));
    // within: 2/3 + 2/3 by 4; in all: 1.5 by 5
    assertThat(direction.explained()).isCloseTo(1 - (4 / 3.0 / 4) / (1.5 / 5), within(1e-15));
    // both have ranks 2 and 5: Pearson's of (1, 0, 0, 1, 1, 0) with y is 1/3
    assertThat(direction.spearman()).isCloseTo(1 / 3.0, within(1e-15));
    // F = (1/6)/(1/3) = 0.5 with 1 and 4 degrees of freedom: R's pf(0.5, 1, 4, lower = FALSE)
    assertThat(direction.pValue()).isCloseTo(0.5185185185185185, within(1e-9));
  }

  @Test
  void manyValuesMakeTwentyClassesOfAboutEqualSize() {
    double[] number = new double[1000];
    for (int i = 0; i < number.length; i++) {
      number[i] = (i * 7919 % 1000) / 3.0;
    }

    Direction direction = directions(number, false, Map.of("x", number)).get(0);

    assertThat(direction.classes()).hasSize(20).allMatch(c -> c.paths() == 50);
    assertThat(direction.spearman()).isCloseTo(1, within(1e-12));
    assertThat(direction.explained()).isGreaterThan(0.99);
  }

  @Test
  void equalNumbersStayTogether() {
    double[] number = new double[100];
    for (int i = 0; i < number.length; i++) {
      number[i] = i < 40 ? 0 : i;
    }

    Direction direction = directions(number, false, Map.of("x", number)).get(0);

    assertThat(direction.classes().get(0).paths()).isEqualTo(40);
    assertThat(direction.classes().get(0).to()).isZero();
  }

  @Test
  void whatNeverChangesHasNoDirection() {
    double[] same = {1, 1, 1};
    double[] other = {1, 2, 3};

    assertThat(directions(same, true, Map.of("x", other))).isEmpty();
    assertThat(directions(other, false, Map.of("x", same))).isEmpty();
  }

  /** Of 400 numbers that mean nothing, chance is exceeded at 5 % by 20: 2 to 42 but for 10⁻⁵. */
  @Test
  void chanceExplainsNothing() {
    double[] y = uniforms("y", 2000);
    Map<String, double[]> numbers = new TreeMap<>();
    for (int i = 0; i < 400; i++) {
      numbers.put("x" + i, uniforms("x" + i, 2000));
    }

    List<Direction> directions = directions(y, false, numbers);

    assertThat(directions.stream().filter(d -> d.pValue() < 0.05).count()).isBetween(2L, 42L);
    assertThat(directions.stream().mapToDouble(Direction::explained).average().orElseThrow())
        .isCloseTo(0, within(0.001));
    assertThat(directions)
        .extracting(Direction::explained)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  static double[] uniforms(String name, int count) {
    RandomStream.Key key = RandomStream.of(7, name).key(0, 0);
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = key.uniform(i);
    }
    return numbers;
  }
}
