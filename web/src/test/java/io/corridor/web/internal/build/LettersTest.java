package io.corridor.web.internal.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LettersTest {

  @Test
  void twoHoldThirteenBits() {
    assertThat(Letters.of(new byte[0])).isEmpty();
    assertThat(Letters.of(new byte[] {0})).isEqualTo("##");
    assertThat(Letters.of(new byte[] {-1, -1})).isEqualTo("$~*#");
  }

  @Test
  void canStandInAScript() {
    byte[] bytes = new byte[100_000];
    new Random(7).nextBytes(bytes);
    assertThat(Letters.of(bytes)).matches("[#-;=-~]*").hasSize(2 * ((8 * bytes.length + 12) / 13));
  }
}
