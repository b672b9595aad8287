package io.corridor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class WholeNumberTest {

  @ParameterizedTest
  @CsvSource({
    "1000000, 1000000",
    "1_000_000, 1000000",
    "100k, 100000",
    "1e6, 1000000",
    "1E6, 1000000",
    "2.5mn, 2500000",
    "1.5M, 1500000",
    "1bn, 1000000000",
    "-7, -7",
    "0, 0",
    "9223372036854775807, 9223372036854775807"
  })
  void readsNumbersAsPeopleWriteThem(String text, long number) {
    assertThat(new WholeNumber().convert(text)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "many", "1.5", "1e", "_1", "0.0001k", "1e99", "9223372036854775808", "1 000"})
  void refusesTheRest(String text) {
    assertThatThrownBy(() -> new WholeNumber().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("'" + text + "' is not a whole number");
  }
}
