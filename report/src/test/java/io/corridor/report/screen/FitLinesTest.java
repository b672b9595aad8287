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
    "-0.0001, -0.00010",
    "0.0000000000123, 12.3 ×10⁻¹²",
    "1.2e12, 1.20 tn",
    "1.2e21, 1.20 ×10²¹",
    "0.05, 0.050",
    "0, 0.000"
  })
  void numbersHaveThreeDigitsThatMeanSomething(double value, String text) {
    assertThat(FitLines.number(value)).isEqualTo(text);
  }
}
