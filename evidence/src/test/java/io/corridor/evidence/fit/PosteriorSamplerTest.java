package io.corridor.evidence.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PosteriorSamplerTest {

  /** A normal mean with a normal prior has a normal posterior of known mean and deviation. */
  @Test
  void drawsFromAKnownPosterior() {
    double priorSd = 2;
    double error = 0.5;
    double seen = 3;
    Posterior posterior =
        PosteriorSampler.sample(
            "conjugate",
            List.of(Prior.normal("m", 1, priorSd)),
            x -> -(x[0] - seen) * (x[0] - seen) / (2 * error * error));
    double precision = 1 / (priorSd * priorSd) + 1 / (error * error);
    double mean = (1 / (priorSd * priorSd) + seen / (error * error)) / precision;
    double sd = 1 / Math.sqrt(precision);
    // Four standard errors of 2 000 effective draws: of the median, then of the 5 % points.
    assertThat(posterior.percentile("m", 50)).isCloseTo(mean, within(4 * 1.25 * sd / 44));
    assertThat(posterior.percentile("m", 5))
        .isCloseTo(mean - 1.645 * sd, within(4 * 2.1 * sd / 44));
    assertThat(posterior.isDetermined()).isTrue();
  }

  @Test
  void withoutDataThePriorComesBack() {
    Prior prior = Prior.growth("g", 0.15);
    Posterior posterior = PosteriorSampler.sample("prior", List.of(prior), x -> 0);
    for (double percent : new double[] {5, 50, 95}) {
      assertThat(posterior.percentile("g", percent))
          .isCloseTo(prior.percentile(percent), within(0.03));
    }
  }

  /** Far out in the prior's tail, and a hundred times narrower. */
  @Test
  void findsWhatThePriorDidNotExpect() {
    Posterior posterior =
        PosteriorSampler.sample(
            "far",
            List.of(Prior.lognormal("s", 1, 0.5), Prior.normal("m", 0, 1)),
            x -> {
              double a = (x[0] - 8) / 0.02;
              double b = (x[1] + x[0] - 11) / 0.05;
              return -(a * a + b * b) / 2;
            });
    assertThat(posterior.isDetermined()).isTrue();
    assertThat(posterior.percentile("s", 50)).isCloseTo(8, within(0.02));
    assertThat(posterior.percentile("m", 50)).isCloseTo(3, within(0.05));
  }

  @Test
  void areTheSameForTheSameName() {
    List<Prior> priors = List.of(Prior.normal("m", 0, 1));
    Likelihood likelihood = x -> -Math.abs(x[0]);
    double[] one = PosteriorSampler.sample("a", priors, likelihood).draws("m");
    assertThat(PosteriorSampler.sample("a", priors, likelihood).draws("m")).isEqualTo(one);
    assertThat(PosteriorSampler.sample("b", priors, likelihood).draws("m")).isNotEqualTo(one);
  }

  /** A bent ridge a thousand times longer than wide, along which no proposal of ours gets on. */
  @Test
  void whatIsNotDeterminedIsSaid() {
    Posterior posterior =
        PosteriorSampler.sample(
            "ridge",
            List.of(Prior.normal("a", 0, 1), Prior.normal("b", 0, 10)),
            x -> -square((x[1] - 5 * x[0] * x[0]) / 0.002) / 2);
    assertThat(posterior.isDetermined()).isFalse();
  }

  /** A ridge along which chains get on, but slowly: they agree, and need only be longer. */
  @Test
  void chainsThatAgreeGoOn() {
    Posterior posterior =
        PosteriorSampler.sample(
            "ridge",
            List.of(Prior.normal("a", 0, 1), Prior.normal("b", 0, 10)),
            x -> -square((x[1] - 5 * x[0] * x[0]) / 0.3) / 2);
    assertThat(posterior.isDetermined()).isTrue();
  }

  private static double square(double x) {
    return x * x;
  }
}
