package io.corridor.report.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.model.Printable;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Base128Test {

  @Test
  void aByteOfTextHoldsSevenBits() {
    assertThat(Base128.of(new byte[0])).isEmpty();
    assertThat(Base128.of(new byte[] {'A'})).isEqualTo("A\u05c0");
    assertThat(Base128.of(new byte[] {(byte) 0xc1, 1})).isEqualTo("A\u0160");
    assertThat(Base128.of(new byte[] {'<', 1})).isEqualTo("\u0542\u05c0");
  }

  @Test
  void canStandInAScriptAndInItsQuotesAndAreReadAgain() {
    Random random = new Random(7);
    for (int size = 0; size < 3000; size++) {
      byte[] bytes = new byte[size];
      random.nextBytes(bytes);
      String text = Base128.of(bytes);
      assertThat(text).doesNotContainPattern("[ \"<\\\\`]");
      assertThat(text.codePoints()).allMatch(Printable::isSafe);
      assertThat(text.chars()).allMatch(character -> character < 0x800);
      assertThat(PackedTexts.bytes(text)).isEqualTo(bytes);
    }
  }

  /** 38 of 128 values take two bytes for 12 bits, so that 8.48 bits take 1.3 bytes. */
  @Test
  void hundredBytesTake122() {
    byte[] bytes = new byte[1_000_000];
    new Random(7).nextBytes(bytes);
    assertThat(Base128.of(bytes).getBytes(StandardCharsets.UTF_8))
        .hasSizeBetween(1_220_000, 1_230_000);
  }
}
