package io.corridor.report.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class Base91Test {

  @Test
  void twoHoldThirteenBits() {
    assertThat(Base91.of(new byte[0])).isEmpty();
    assertThat(Base91.of(new byte[] {0})).isEqualTo("##");
    assertThat(Base91.of(new byte[] {-1, -1})).isEqualTo("$~*");
  }

  @Test
  void canStandInAScriptAndAreReadAgain() {
    Random random = new Random(7);
    for (int size = 0; size < 3000; size++) {
      byte[] bytes = new byte[size];
      random.nextBytes(bytes);
      String letters = Base91.of(bytes);
      assertThat(letters).matches("[#-;=-~]*").hasSizeLessThanOrEqualTo(2 * ((8 * size + 12) / 13));
      assertThat(PackedTexts.bytes(letters)).isEqualTo(bytes);
    }
  }
}
