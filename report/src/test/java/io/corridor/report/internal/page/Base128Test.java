package io.corridor.report.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Base128Test {

  @Test
  void aByteOfTextHoldsSevenBits() {
    assertThat(Base128.of(new byte[0])).isEmpty();
    assertThat(Base128.of(new byte[] {'A'})).isEqualTo("A\u00a0");
    assertThat(Base128.of(new byte[] {(byte) 0xc1, 1})).isEqualTo("A\u0003\u00a0");
    assertThat(Base128.of(new byte[] {'<', 1})).isEqualTo("\u0602\u00a0");
  }

  @Test
  void canStandInAScriptAndInItsQuotesAndAreReadAgain() {
    Random random = new Random(7);
    for (int size = 0; size < 3000; size++) {
      byte[] bytes = new byte[size];
      random.nextBytes(bytes);
      String text = Base128.of(bytes);
      assertThat(text)
          .doesNotContainPattern("[\0\u0007\n\r\u000e\u000f\u001a\u001b \"<\\\\`\u007f-\u009f]");
      assertThat(text.chars()).allMatch(character -> character < 0x800);
      assertThat(text.getBytes(StandardCharsets.UTF_8))
          .hasSizeLessThanOrEqualTo((8 * size + 6) / 7 + 1);
      assertThat(PackedTexts.bytes(text)).isEqualTo(bytes);
    }
  }
}
