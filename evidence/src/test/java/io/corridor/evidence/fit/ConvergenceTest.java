package io.corridor.evidence.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ConvergenceTest {

  /** Of n independent draws the effective number scatters by a few per cent. */
  @Test
  void independentDrawsCountInFull() {
    Convergence convergence = Convergence.of(chains(0, 0));
    assertThat(convergence.rhat()).isBetween(0.999, 1.005);
    assertThat(convergence.bulk()).isCloseTo(4000, within(500.0));
    assertThat(convergence.tail()).isCloseTo(4000, within(500.0));
    assertThat(convergence.isReached()).isTrue();
  }

  /** An autoregression's draws are worth (1 − φ)/(1 + φ) of theirs. */
  @Test
  void dependentDrawsCountForLess() {
    Convergence convergence = Convergence.of(chains(0.6, 0));
    assertThat(convergence.bulk()).isCloseTo(1000, within(200.0));
    assertThat(convergence.isReached()).isFalse();
  }

  @Test
  void chainsThatHaveNotMetAreFound() {
    assertThat(Convergence.of(chains(0, 0.5)).rhat()).isGreaterThan(1.01);
  }

  /** The same middle but another width: only the folded draws show it. */
  @Test
  void chainsOfAnotherWidthAreFound() {
    double[][] chains = chains(0, 0);
    for (int i = 0; i < chains[0].length; i++) {
      chains[0][i] *= 3;
    }
    assertThat(Convergence.of(chains).rhat()).isGreaterThan(1.05);
  }

  @Test
  void aNumberThatNeverMovesIsKnown() {
    assertThat(Convergence.of(new double[4][100]).rhat()).isEqualTo(1);
  }

  private static double[][] chains(double memory, double apart) {
    Random random = new Random(4);
    double[][] chains = new double[4][1000];
    for (int c = 0; c < 4; c++) {
      double x = random.nextGaussian();
      for (int i = 0; i < 1000; i++) {
        x = memory * x + Math.sqrt(1 - memory * memory) * random.nextGaussian();
        chains[c][i] = x + c * apart;
      }
    }
    return chains;
  }
}
