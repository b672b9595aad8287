package io.corridor.internal.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final RandomStream STREAM = RandomStream.of(42, "shock.oil");

  /** Without a twist the words are SplitMix64's, as the JDK has it. */
  @Test
  void wordsWithoutTwistAreThoseOfSplitMix64() {
    SplittableRandom reference = new SplittableRandom(-7);
    RandomStream.Key key = new RandomStream.Key(-7 + GOLDEN_GAMMA, 0);
    for (int path = 0; path < 1000; path++) {
      assertThat(key.word(path)).isEqualTo(reference.nextLong());
    }
  }

  @Test
  void keysAreBlocksOfPhiloxAtTheNamesHash() {
    // printf shock.oil | sha256sum, bytes 0-7 and 8-15 read from the last
    long[] block = Philox4x64.block(42, 0, 0x129A20F2A49478ACL, 0xC9017D95A7212C06L, 5, 2);
    assertThat(STREAM.key(5, 2)).isEqualTo(new RandomStream.Key(block[0], block[1]));
  }

  @Test
  void blocksGiveTheWordsOfTheirPaths() {
    RandomStream.Key key = STREAM.key(3, 1);
    long[] words = new long[5001];
    key.fill(123_456_789_012L, 5000, words);
    for (int i = 0; i < 5000; i++) {
      assertThat(words[i]).isEqualTo(key.word(123_456_789_012L + i));
    }
    assertThat(words[5000]).isEqualTo(0);
  }

  @Test
  void uniformsLieInsideZeroAndOne() {
    long[] words = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE, 0x123456789ABCDEFL};
    double[] uniforms = new double[words.length];
    RandomStream.uniforms(words, uniforms, words.length);
    assertThat(uniforms)
        .containsExactly(
            0x1p-53,
            0.5 - 0x1p-53,
            0.5 + 0x1p-53,
            1 - 0x1p-53,
            0.5 + ((0x123456789ABCDEFL >> 11) | 1) * 0x1p-53);
  }

  @Test
  void uniformsAndNormalsOfAPathComeFromItsWord() {
    RandomStream.Key key = STREAM.key(0, 0);
    int paths = 3000;
    long[] words = new long[paths];
    double[] uniforms = new double[paths];
    double[] normals = new double[paths];
    key.fill(0, paths, words);
    RandomStream.uniforms(words, uniforms, paths);
    NormalQuantile.fill(words, normals, paths);
    for (int path = 0; path < paths; path++) {
      double signed = ((words[path] >> 11) | 1) * 0x1p-52;
      assertThat(RandomStream.signed(words[path])).isEqualTo(signed);
      assertThat(key.uniform(path)).isEqualTo(0.5 + 0.5 * signed).isEqualTo(uniforms[path]);
      assertThat(key.normal(path)).isEqualTo(normals[path]);
    }
  }

  @Test
  void monthsDrawsNamesAndSeedsAllMakeOtherKeys() {
    assertThat(
            List.of(
                STREAM.key(0, 0),
                STREAM.key(1, 0),
                STREAM.key(0, 1),
                RandomStream.of(42, "shock.gas").key(0, 0),
                RandomStream.of(43, "shock.oil").key(0, 0)))
        .doesNotHaveDuplicates();
  }

  /** Their words differ before the last round, which is one to one, by the difference of twists. */
  @Test
  void streamsAtOnePlaceOfTheWeylSequenceHaveNoWordInCommonThere() {
    RandomStream.Key key = STREAM.key(0, 0);
    for (long difference : new long[] {1, 2, 1L << 63, 0x123456789L}) {
      RandomStream.Key other = new RandomStream.Key(key.start(), key.twist() + difference);
      for (long path = 0; path < 10_000; path++) {
        assertThat(other.word(path)).isNotEqualTo(key.word(path));
      }
    }
  }

  /** A right program would find an equal pair of 2²⁰ words by chance for one seed in 3·10⁷. */
  @Test
  void noWordIsReadTwiceByManyKeysOnManyPaths() {
    long[] all = new long[1 << 20];
    long[] words = new long[512];
    for (int i = 0; i < 2048; i++) {
      RandomStream.of(0, "shock." + i / 128).key(i % 128, 0).fill(1_000_000_000_000L, 512, words);
      System.arraycopy(words, 0, all, i * 512, 512);
    }
    assertThat(Arrays.stream(all).distinct().count()).isEqualTo(all.length);
  }
}
