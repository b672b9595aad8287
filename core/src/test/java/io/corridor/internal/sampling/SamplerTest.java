package io.corridor.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.internal.random.RandomStream;
import io.corridor.internal.random.Words;
import io.corridor.model.Sample;
import io.corridor.model.Sampling;
import java.util.Arrays;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each sampler makes of a stream. */
class SamplerTest {
  private static final RandomStream STREAM = RandomStream.of(11, "parameter.x");

  private static Sampler sampler(Sampling sampling, long paths) {
    Agenda agenda = new Agenda(12);
    agenda.addOnce("parameter.x");
    agenda.addMonthly("regime", 3, 0);
    return new Sampler(new Sample(11, sampling, paths), Dimensions.NONE.with(agenda), false);
  }

  @ParameterizedTest
  @EnumSource(Sampling.class)
  void aWordIsTheSameHoweverItIsAskedFor(Sampling sampling) {
    Words words = sampler(sampling, 10_000).once(STREAM);
    long[] filled = new long[2048];
    for (long first : new long[] {0, 1, 2048, 4097, 7_952}) {
      for (int count : new int[] {1, 2, 17, 2048}) {
        words.fill(first, count, filled);
        for (int i = 0; i < count; i++) {
          assertThat(filled[i]).isEqualTo(words.word(first + i));
        }
      }
    }
  }

  /** The law of Kolmogorov and Smirnov; a right program fails for one of 1000 seeds. */
  @ParameterizedTest
  @EnumSource(Sampling.class)
  void uniformsAreUniform(Sampling sampling) {
    Words words = sampler(sampling, 4_000).once(STREAM);
    double[] uniforms = new double[4_000];
    Arrays.setAll(uniforms, words::uniform);
    // Points are spread more evenly than chance does, so too good a fit is no fault.
    assertThat(
            new KolmogorovSmirnovTest()
                .kolmogorovSmirnovTest(new UniformRealDistribution(0, 1), uniforms))
        .isGreaterThan(1e-3);
  }

  @Test
  void randomWordsAreThoseOfTheStream() {
    assertThat(sampler(Sampling.RANDOM, 100).once(STREAM)).isEqualTo(STREAM.key(0, 0));
    assertThat(sampler(Sampling.RANDOM, 100).monthly(STREAM, 4, 2)).isEqualTo(STREAM.key(4, 2));
  }

  @Test
  void antitheticPathsMirrorEachOther() {
    Sampler sampler = sampler(Sampling.ANTITHETIC, 100);
    for (Words words : new Words[] {sampler.once(STREAM), sampler.monthly(STREAM, 4, 0)}) {
      for (long path = 0; path < 1_000; path += 2) {
        assertThat(words.uniform(path + 1)).isEqualTo(1 - words.uniform(path));
        assertThat(words.normal(path + 1)).isEqualTo(-words.normal(path));
      }
    }
    assertThat(sampler.once(STREAM).word(8)).isEqualTo(STREAM.key(0, 0).word(8));
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 100, 1_000, 4_096, 100_003})
  void eachStratumOfAHypercubeHasOnePathOfEachReplication(int paths) {
    Words words = sampler(Sampling.LHS, paths).once(STREAM);
    for (int replication = 0; replication < Sampling.REPLICATIONS; replication++) {
      int size = (paths + Sampling.REPLICATIONS - 1 - replication) / Sampling.REPLICATIONS;
      boolean[] taken = new boolean[size];
      for (int place = 0; place < size; place++) {
        taken[(int) (words.uniform((long) place * Sampling.REPLICATIONS + replication) * size)] =
            true;
      }
      assertThat(taken).doesNotContain(false);
    }
  }

  @Test
  void aHypercubeDrawsMonthsAtRandom() {
    assertThat(sampler(Sampling.LHS, 100).monthly(STREAM, 4, 2)).isEqualTo(STREAM.key(4, 2));
  }

  @Test
  void drawsWithoutADimensionAreRandom() {
    Sampler sampler = sampler(Sampling.SOBOL, 100);
    assertThat(sampler.once(STREAM)).isNotEqualTo(STREAM.key(0, 0));
    assertThat(sampler.monthly(STREAM, 4, 0)).isEqualTo(STREAM.key(4, 0));
  }

  @Test
  void dimensionsGoFromWhatMattersMostToWhatMattersLeast() {
    Agenda agenda = new Agenda(41);
    agenda.addMonthly("renew.w", 1, 1);
    agenda.addMonthly("regime", 2, 0);
    agenda.addMonthly("regime", 1, 0);
    agenda.addShock("shock.a");
    agenda.addShock("shock.b");
    agenda.addOnce("value.y");
    agenda.addOnce("parameter.x");
    Dimensions dimensions = Dimensions.NONE.with(agenda);
    assertThat(dimensions.of("value.y", 0, 0)).hasValue(0);
    assertThat(dimensions.of("parameter.x", 0, 0)).hasValue(1);
    assertThat(dimensions.of("shock.a", 40, 0)).hasValue(2);
    assertThat(dimensions.of("shock.b", 40, 0)).hasValue(3);
    assertThat(dimensions.of("shock.a", 20, 0)).hasValue(4);
    assertThat(dimensions.of("regime", 1, 0)).hasValue(18);
    assertThat(dimensions.of("regime", 2, 0)).hasValue(19);
    assertThat(dimensions.of("renew.w", 1, 1)).hasValue(2 + 80 + 2);
    assertThat(dimensions.of("shock.a", 0, 0)).isEmpty();

    Agenda variant = new Agenda(41);
    variant.addOnce("value.new");
    variant.addMonthly("regime", 1, 0);
    Dimensions both = dimensions.with(variant);
    assertThat(both.of("regime", 1, 0)).hasValue(18);
    assertThat(both.of("value.new", 0, 0)).hasValue(85);
  }

  @Test
  void thereAreOnlyAThousandDimensions() {
    Agenda agenda = new Agenda(2);
    for (int i = 0; i < 1_001; i++) {
      agenda.addOnce("value." + i);
    }
    Dimensions dimensions = Dimensions.NONE.with(agenda);
    assertThat(dimensions.of("value.999", 0, 0)).hasValue(999);
    assertThat(dimensions.of("value.1000", 0, 0)).isEmpty();
  }
}
