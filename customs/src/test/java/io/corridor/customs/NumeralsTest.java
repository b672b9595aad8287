package io.corridor.customs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1234.5|1234.5|false", "1,234,567.8|1234567.8|false", "1,234|1234|false",
            "1 234,5|1234.5|true",
        "1.234.567,8|1234567.8|true", "1.234.567,8|1234567.8|false", "1.234|1234|true",
            "12,5|12.5|true",
        "1'234.5|1234.5|false", "1.2e9|1.2e9|false", "-3|-3|false", ".5|0.5|false"
      })
  void numbers(String text, double value, boolean comma) {
    assertThat(new Numerals(comma).parse(text)).hasValue(value);
  }

  @Test
  void aCommaBeforeOtherThanThreeDigitsBeginsDecimals() {
    assertThat(Numerals.of(List.of("1,234", "x")).decimalComma()).isFalse();
    assertThat(Numerals.of(List.of("1,234", "1234,5")).decimalComma()).isTrue();
  }

  @Test
  void whatIsMissingIsNoNumber() {
    assertThat(Numerals.isMissing(" : ")).isTrue();
    assertThat(Numerals.isMissing("N/A")).isTrue();
    assertThat(Numerals.isMissing("0")).isFalse();
    assertThat(new Numerals(false).parse("twelve")).isEmpty();
  }
}
