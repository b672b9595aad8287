package io.corridor.internal.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class Philox4x64Test {

  /** Vectors of the authors' own implementation, the file kat_vectors of Random123. */
  @ParameterizedTest
  @CsvFileSource(resources = "philox4x64_kat.csv", numLinesToSkip = 2)
  void mapsCountersAsItsAuthorsDo(String counter, String key, String expected) {
    assertThat(block(words(key), words(counter))).containsExactly(words(expected));
  }

  /** A stream of Commons RNG, which counts up before each block. */
  @ParameterizedTest
  @CsvFileSource(resources = "philox4x64_stream.csv", numLinesToSkip = 2)
  void countsAsCommonsRngDoes(long counter, String expected) {
    long[] block = Philox4x64.block(1234, 0, counter, 0, 0, 0);
    assertThat(block)
        .containsExactly(Arrays.stream(expected.split(" ")).mapToLong(Long::parseLong).toArray());
  }

  private static long[] block(long[] key, long[] counter) {
    return Philox4x64.block(key[0], key[1], counter[0], counter[1], counter[2], counter[3]);
  }

  private static long[] words(String hexadecimal) {
    return Arrays.stream(hexadecimal.split(" "))
        .mapToLong(word -> Long.parseUnsignedLong(word, 16))
        .toArray();
  }
}
