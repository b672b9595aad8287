package io.corridor.evidence.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Period;
import io.corridor.internal.numeric.Normal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WideningTest {
  private static final YearMonth FIRST = YearMonth.of(2000, 1);

  /**
   * A forecast of {@code horizon} months of which {@code below} paths in 100 are below the truth.
   */
  private static Scored scored(int origin, int horizon, int below) {
    double[] paths = new double[100];
    Arrays.setAll(paths, i -> i);
    YearMonth month = FIRST.plusMonths(origin);
    Period period = new Period(Every.MONTH, month.plusMonths(horizon - 1L));
    return Scored.of(month, period, paths, below - 0.5, Map.of());
  }

  /**
   * Windows [0, 6), [3, 9) and [0, 3): the first two share 3 of 6 and 6, the first and third 3 of 6
   * and 3, the second and third none. z = Φ⁻¹(0.9), Φ⁻¹(0.5), Φ⁻¹(0.975).
   */
  @Test
  void isAsTheFormulaSays() {
    Widening found =
        Widening.of("m", List.of(scored(0, 6, 90), scored(3, 6, 50), scored(0, 3, 98)));
    double squares = Math.pow(1.2815515655446004, 2) + Math.pow(2.053748910631823, 2);
    double together = 3 + 2 * (0.25 + 9.0 / 18);
    double effective = 9 / together;
    assertThat(found.windows()).isEqualTo(3);
    assertThat(found.effective()).isCloseTo(effective, within(1e-12));
    assertThat(found.rms()).isCloseTo(Math.sqrt(squares / 3), within(1e-12));
    assertThat(found.factor())
        .isCloseTo(Math.sqrt((4 + effective * squares / 3) / (4 + effective)), within(1e-12));
  }

  @Test
  void neverNarrowsAndHoldsWhatIsBeyondAllPaths() {
    assertThat(Widening.of("m", List.of(scored(0, 6, 50), scored(6, 6, 60))).factor()).isEqualTo(1);
    Widening beyond = Widening.of("m", List.of(scored(0, 6, 100), scored(6, 6, 0)));
    // Φ⁻¹(0.9995) = 3.2905…
    assertThat(beyond.rms()).isCloseTo(3.290526731491926, within(1e-9));
    assertThat(beyond.effective()).isCloseTo(2, within(1e-12));
    assertThatThrownBy(() -> Widening.of("m", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /**
   * Forecasts by a walk without memory: of such a walk, and of one whose steps have a correlation
   * of 0.3, so that over a year its deviation is 1.325 times as large and the 90 % band holds
   * 0.786. Widened, eight times as many data sets gave 0.914 and 0.876. Shares of 1 500 are within
   * three standard errors of them.
   */
  @Test
  void mendsMomentumAndCostsLittleWhereNothingIsWrong() {
    Shares right = shares(0);
    assertThat(right.before()).isCloseTo(0.9, within(0.024));
    assertThat(right.after() - right.before()).isBetween(0.0, 0.02);
    Shares momentum = shares(0.3);
    assertThat(momentum.before()).isCloseTo(0.786, within(0.032));
    assertThat(momentum.after()).isCloseTo(0.876, within(0.026));
  }

  private record Shares(double before, double after) {}

  private static Shares shares(double memory) {
    Random random = new Random(1);
    int sets = 1500;
    int before = 0;
    int after = 0;
    for (int set = 0; set < sets; set++) {
      // Thirteen years of months: twelve to learn from, forecast from each half-year, one to judge.
      double[] walk = new double[157];
      double step = random.nextGaussian();
      for (int t = 1; t < walk.length; t++) {
        step = memory * step + Math.sqrt(1 - memory * memory) * random.nextGaussian();
        walk[t] = walk[t - 1] + step;
      }
      List<Scored> forecasts = new ArrayList<>();
      for (int origin = 0; origin <= 132; origin += 6) {
        for (int horizon : new int[] {3, 6, 12}) {
          if (origin + horizon <= 144) {
            double z = (walk[origin + horizon] - walk[origin]) / Math.sqrt(horizon);
            int below = (int) Math.round(100 * Normal.cdf(z));
            forecasts.add(scored(origin, horizon, below));
          }
        }
      }
      double miss = Math.abs(walk[156] - walk[144]) / Math.sqrt(12);
      before += miss <= 1.6448536 ? 1 : 0;
      after += miss <= 1.6448536 * Widening.of("m", forecasts).factor() ? 1 : 0;
    }
    return new Shares((double) before / sets, (double) after / sets);
  }
}
