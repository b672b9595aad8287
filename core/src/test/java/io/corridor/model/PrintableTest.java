package io.corridor.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 7, 8, 0x0D, 0x1B, 0x7F, 0x80, 0x9B, 0x9D, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029,
        0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0xFEFF, 0xD800, 0xDFFF, 0xE0001, 0xE0041
      })
  void whatIsNotSeenOrTurnsTheOrderIsAQuestionMark(int c) {
    String text = "a" + Character.toString(c) + "b";
    assertThat(Printable.word(text)).isEqualTo("a?b");
    assertThat(Printable.text(text)).isEqualTo("a?b");
    assertThat(Printable.isSafe(c)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "iran-iraq 2019",
        "d\u00e9tente",
        "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
        "\uD83D\uDC69\u200D\uD83D\uDE80",
        "12\u00A0bn\u202FUSD",
        "\u4E2D\u56FD"
      })
  void textsOfAllScriptsStay(String text) {
    assertThat(Printable.word(text)).isSameAs(text);
  }

  @Test
  void linesStayLinesWhereTheyMay() {
    assertThat(Printable.text("a\tb\nc")).isEqualTo("a\tb\nc");
    assertThat(Printable.word("a\tb\nc")).isEqualTo("a?b?c");
  }
}
