package io.corridor.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.model.Scenario;
import io.corridor.why.Target;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {
  @ParameterizedTest
  @CsvSource({
    "7610106600, 7.61 bn",
    "-77000000, −77 mn",
    "999999, 1 mn",
    "12345, 12 300",
    "57.7, 57.7",
    "0.2904, 0.29",
    "0.00584, 0.00584",
    "-0.00054, −0.00054",
    "-0.0001, −0.0001",
    "0.0000000000123, 12.3 ×10⁻¹²",
    "1.2e12, 1.2 tn",
    "1.2e21, 1.2 ×10²¹",
    "0.05, 0.05",
    "0, 0",
    "-0.0, 0",
    "NaN, –",
    "Infinity, infinity",
    "-Infinity, −infinity",
  })
  void numbersHaveThreeDigitsThatMeanSomething(double value, String text) {
    assertThat(Digits.three(value).replace(Amounts.NO_BREAK, ' ')).isEqualTo(text);
  }

  /** On a screen and a page, in a sentence, in a column: the same digits. */
  @ParameterizedTest
  @CsvSource({"0.00584, 0.00584", "-0.00054, −0.00054", "84.04, 84", "0.0123456, 0.0123"})
  void aNumberIsTheSameWhereverItStands(double value, String text) {
    Scenario scenario = Scenario.builder("x", "A", "B", YearMonth.of(2020, 1), 12).build();
    CauseWords words = new CauseWords(scenario);
    assertThat(words.value("flows.goods.growth", value)).isEqualTo(text);
    assertThat(WhyWords.amount(Target.metric("total", scenario.start()), value, 0, words))
        .isEqualTo(text);
    assertThat(Digits.three(value)).isEqualTo(text);
  }

  @Test
  void aColumnHasTheDecimalsOfItsLargest() {
    assertThat(UnitScale.of("MW", 250).text(12.345)).isEqualTo("12");
    assertThat(UnitScale.of("MW", 25).text(12.345)).isEqualTo("12.34");
    assertThat(UnitScale.of("MW", 0.00584).text(0.00584)).isEqualTo("0.00584");
    assertThat(UnitScale.of("MW", 0.00584).text(-0.00054)).isEqualTo("−0.00054");
    assertThat(UnitScale.of("MW", 0).text(0)).isEqualTo("0.00");
  }
}
