package io.corridor.evidence.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.corridor.evidence.series.DataSeries.Observation;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataSeriesTest {
  private static final YearMonth START = YearMonth.of(2019, 3);

  @ParameterizedTest
  @CsvSource({
    "2019, YEAR, 2019-12",
    "2019Q1, QUARTER, 2019-03",
    "2019-Q4, QUARTER, 2019-12",
    "2019-03, MONTH, 2019-03",
    "2019M03, MONTH, 2019-03",
    "2019-03-31, MONTH, 2019-03",
    "201903, MONTH, 2019-03",
    "Mar-2019, MONTH, 2019-03",
    "March 2019, MONTH, 2019-03"
  })
  void periodsAreReadAsPeopleWriteThem(String text, Every every, YearMonth last) {
    assertThat(Period.parse(text)).contains(new Period(every, last));
  }

  @ParameterizedTest
  @CsvSource({"2019-13", "2019-02-30", "201913", "Mai 2019x", "19-03", "arm 2019", "''"})
  void otherTextsAreNoPeriods(String text) {
    assertThat(Period.parse(text)).isEmpty();
  }

  @Test
  void twoMonthsWithASlashAreTheMonthsFromTheOneThroughTheOther() {
    assertThat(Period.parse("2018-04/2019-03")).contains(new Period(Every.YEAR, START));
    assertThat(Period.parse("2019-03 / 2019-03")).contains(new Period(Every.MONTH, START));
    Period half = Period.parse("2018-10/2019-03").orElseThrow();
    assertThat(half).isEqualTo(new Period(6, START)).hasToString("2018-10/2019-03");
    assertThat(half.first()).isEqualTo(YearMonth.of(2018, 10));
    assertThat(half.days()).isEqualTo(182);
    assertThat(Period.parse("2019-03/2018-04")).isEmpty();
    assertThat(Period.parse("2018/2019")).isEmpty();
  }

  @Test
  void aYearMayEndAnywhere() {
    Period year = new Period(Every.YEAR, START);
    assertThat(year.first()).isEqualTo(YearMonth.of(2018, 4));
    assertThat(year.days()).isEqualTo(365);
    assertThat(year).hasToString("year to 2019-03");
    assertThat(year.until(year.plus(2))).contains(2);
    assertThat(year.until(new Period(Every.YEAR, START.plusMonths(5)))).isEmpty();
  }

  @Test
  void onlyWhatEndedAndWasOutIsKnown() {
    DataSeries series = series(0, month(2018, 12, 1), month(2019, 2, 2), month(2019, 3, 3));
    assertThat(series.knownBefore(START).last()).contains(period(2019, 2));
    DataSeries late = series(2, month(2018, 12, 1), month(2019, 1, 2), month(2019, 2, 3));
    assertThat(late.knownBefore(START).last()).contains(period(2018, 12));
    assertThat(late.actual().last()).contains(period(2019, 2));
  }

  @Test
  void ofRevisionsTheLastThatWasOutCounts() {
    DataSeries series =
        series(
            0,
            published(2018, 12, 1, LocalDate.of(2019, 1, 20)),
            published(2018, 12, 2, LocalDate.of(2019, 2, 28)),
            published(2018, 12, 9, LocalDate.of(2019, 3, 1)),
            published(2019, 2, 9, LocalDate.of(2019, 3, 1)));
    assertThat(series.knownBefore(START).at(period(2018, 12))).contains(2.0);
    assertThat(series.knownBefore(START).count()).isOne();
    assertThat(series.actual().at(period(2018, 12))).contains(9.0);
  }

  /** Whatever comes after it, a month knows the same. */
  @Test
  void whatCameLaterIsNotSeen() {
    DataSeries then = series(1, month(2018, 11, 1), month(2018, 12, 2));
    DataSeries poisoned =
        series(
            1,
            month(2018, 11, 1),
            month(2018, 12, 2),
            month(2019, 2, 1e300),
            month(2019, 3, 1e300));
    assertThat(poisoned.knownBefore(START)).isEqualTo(then.knownBefore(START));
  }

  @Test
  void gapsAreTold() {
    DataSeries series = series(0, month(2018, 10, 1), month(2019, 1, 2));
    assertThat(series.actual().gaps()).containsExactly(period(2018, 11), period(2018, 12));
    assertThat(series.actual().grid()).containsExactly(1, Double.NaN, Double.NaN, 2);
  }

  @Test
  void partsAreCutByWholePeriods() {
    DataSeries series = series(0, month(2018, 10, 1), month(2018, 11, 2), month(2018, 12, 3));
    assertThat(
            series
                .actual()
                .between(Optional.of(YearMonth.of(2018, 11)), Optional.of(YearMonth.of(2018, 11)))
                .grid())
        .containsExactly(2);
  }

  @Test
  void mixturesAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> series(0));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> series(0, month(2018, 10, 1), new Observation(new Period(Every.YEAR, START), 2)));
    assertThatIllegalArgumentException().isThrownBy(() -> series(0, month(2018, 1, Double.NaN)));
  }

  private static DataSeries series(int lag, Observation... observations) {
    return new DataSeries("x", Every.MONTH, "MW", Of.MEAN, lag, List.of(observations));
  }

  private static Observation month(int year, int month, double value) {
    return new Observation(period(year, month), value);
  }

  private static Observation published(int year, int month, double value, LocalDate day) {
    return new Observation(period(year, month), value, Optional.of(day));
  }

  private static Period period(int year, int month) {
    return new Period(Every.MONTH, YearMonth.of(year, month));
  }
}
