package io.corridor.report.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitLinesTest {
  @ParameterizedTest
  @CsvSource({
    "7610106600, 7.61 bn",
    "-77000000, -77.0 mn",
    "999999, 999 999",
    "57.7, 57.7",
    "0.2904, 0.290",
    "-0.0001, 0.000"
  })
  void numbersHaveThreeDigitsThatMeanSomething(double value, String text) {
    assertThat(FitLines.number(value)).isEqualTo(text);
  }
}
