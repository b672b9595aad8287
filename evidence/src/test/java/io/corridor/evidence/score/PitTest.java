package io.corridor.evidence.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PitTest {

  @Test
  void goesFromWhatIsBelowToWhatIsNotAbove() {
    assertThat(Pit.of(new double[] {3, 1, 2, 2}, 2)).isEqualTo(new Pit(0.25, 0.75));
    assertThat(Pit.of(new double[] {3, 1}, 0)).isEqualTo(new Pit(0, 0));
    assertThat(Pit.of(new double[] {3, 1}, 9)).isEqualTo(new Pit(1, 1));
  }

  @Test
  void isSpreadEvenlyOverItsInterval() {
    assertThat(Pit.histogram(List.of(new Pit(0.25, 0.45))))
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1)
        .containsExactly(0, 0, 0.25, 0.5, 0.25, 0, 0, 0, 0, 0);
    assertThat(
            Pit.histogram(
                List.of(new Pit(0, 0), new Pit(1, 1), new Pit(0.5, 0.5), new Pit(0.45, 0.45))))
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1)
        .containsExactly(0.25, 0, 0, 0, 0.375, 0.125, 0, 0, 0, 0.25);
  }

  /** χ² of ten bins, nine degrees: below 27.9 with probability 0.999. */
  @Test
  void isUniformForWhatIsRightAndHeapedAtTheEndsForHalfTheWidth() {
    assertThat(chiSquare(1)).isLessThan(27.9);
    assertThat(chiSquare(0.5)).isGreaterThan(100);
  }

  private static double chiSquare(double width) {
    Random random = new Random(11);
    int n = 2_000;
    List<Pit> pits = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double[] paths = random.doubles(99).map(u -> width * random.nextGaussian()).toArray();
      pits.add(Pit.of(paths, random.nextGaussian()));
    }
    return Arrays.stream(Pit.histogram(pits))
        .map(share -> n * (share - 0.1) * (share - 0.1) / 0.1)
        .sum();
  }

  @Test
  void sumsToOne() {
    List<Pit> pits = List.of(new Pit(0.1, 0.3), new Pit(0.2, 0.2), new Pit(0, 1));
    assertThat(Arrays.stream(Pit.histogram(pits)).sum()).isCloseTo(1, within(1e-12));
  }
}
