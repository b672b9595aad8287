package io.corridor.internal.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.why.LeverResult.Regret;
import org.junit.jupiter.api.Test;

class LossesTest {
  private static final double[][] OUTCOMES = {{1, 5, 2, 2}, {3, 3, 2, 4}, {0, 0, 0, 9}};

  @Test
  void maximised() {
    Losses losses = new Losses(OUTCOMES, true);

    assertThat(losses.choice()).isEqualTo(1);
    // against (3, 5, 2, 9): losses 0, 2, 0, 5
    Regret regret = losses.regret(1);
    assertThat(regret.best()).isEqualTo(0.5);
    assertThat(regret.mean()).isEqualTo(1.75);
    assertThat(regret.standardError()).isCloseTo(Math.sqrt(16.75 / 3 / 4), within(1e-15));
    assertThat(regret.percentile95()).isEqualTo(5);
    assertThat(losses.beats(2, 1)).containsExactly(false, false, false, true);
  }

  @Test
  void minimised() {
    Losses losses = new Losses(OUTCOMES, false);

    // means 2.5, 3, 2.25; least (0, 0, 0, 2): the third loses 7 on the last path
    assertThat(losses.choice()).isEqualTo(2);
    assertThat(losses.regret(2).mean()).isEqualTo(1.75);
    assertThat(losses.regret(2).best()).isEqualTo(0.75);
    assertThat(losses.beats(0, 2)).containsExactly(false, false, false, true);
  }

  @Test
  void theBestMeanHasTheLeastRegret() {
    Losses losses = new Losses(OUTCOMES, true);

    for (int i = 0; i < OUTCOMES.length; i++) {
      assertThat(losses.regret(losses.choice()).mean())
          .isLessThanOrEqualTo(losses.regret(i).mean());
    }
  }
}
