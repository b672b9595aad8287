package io.corridor.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitTableTest {

  /** Data may make a number less certain than the file had it. */
  @ParameterizedTest
  @CsvSource({
    "0.29, 29 % narrower",
    "1, 100 % narrower",
    "0.003, as wide",
    "-0.004, as wide",
    "-0.36, 36 % wider",
    "-1.36, 2.4 times as wide",
    "-9, 10 times as wide",
    "-120.02, 121 times as wide",
  })
  void aWidthIsSaidInWords(double narrowed, String words) {
    assertThat(FitTable.width(narrowed).replace(Amounts.NO_BREAK, ' ')).isEqualTo(words);
  }
}
