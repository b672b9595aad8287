package io.corridor.report.internal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeChartTest {
  private static final double NONE = Double.NaN;

  private final TimeChart chart =
      new TimeChart(
          new MonthAxis(YearMonth.of(2020, 1), 2),
          "",
          List.of(),
          List.of(new TimeChart.Line("median", Ink.MIDDLE, new double[] {3, 4}, "")),
          List.of(),
          List.of(),
          List.of());

  @Test
  void whatWasRecordedStandsBeforeTheFirstMonth() {
    TimeChart with = chart.with(new TimeChart.Past("recorded", 3, new double[] {1, NONE, 2}));
    ChartData numbers = with.numbers();
    assertThat(numbers.rows())
        .containsExactly("2019-10", "2019-11", "2019-12", "2020-01", "2020-02");
    assertThat(numbers.columns().get(0).name()).isEqualTo("recorded");
    assertThat(numbers.columns().get(0).values()).containsExactly(1, NONE, 2, NONE, NONE);
    assertThat(numbers.columns().get(1).values()).containsExactly(NONE, NONE, NONE, 3, 4);
    assertThat(with.svg(Format.WIDE)).contains(">recorded<", "data-count=\"5\"");
  }

  @Test
  void aRecordMayGoOn() {
    TimeChart with = chart.with(new TimeChart.Past("recorded", 1, new double[] {1, 2}));
    ChartData numbers = with.numbers();
    assertThat(numbers.columns().get(0).values()).containsExactly(1, 2, NONE);
    assertThat(chart.with(new TimeChart.Past("what happened", 0, new double[] {1, 2})).numbers())
        .satisfies(same -> assertThat(same.rows()).hasSize(2));
  }

  @Test
  void aBandMayHaveGaps() {
    List<double[]> intervals = List.of(new double[] {1, 5}, new double[0]);
    TimeChart gaps =
        new TimeChart(
            chart.axis(),
            "",
            List.of(new TimeChart.Area("90 %", Ink.MIDDLE, 1, intervals)),
            List.of(),
            List.of(),
            List.of(new TimeChart.Moment(1, "a dam", TimeChart.Moment.Kind.OPENING)),
            List.of());
    assertThat(gaps.numbers().columns().get(1).values()).containsExactly(5, NONE);
    assertThat(gaps.svg(Format.WIDE)).contains(">a dam<").doesNotContain("NaN");
  }

  @Test
  void aLineThatLeavesTheChartIsCutOff() {
    TimeChart low =
        new TimeChart(
            chart.axis(),
            "",
            List.of(),
            List.of(new TimeChart.Line("", Ink.SINGLE, new double[] {1, 90}, "")),
            List.of(),
            List.of(),
            List.of(0.0, 10.0));
    String single = low.svg(Format.WIDE).replaceFirst("(?s).*class=\"single[^\"]*\" d=\"", "");
    assertThat(single.substring(0, single.indexOf('"'))).as("one point").matches("M[-0-9. ]+");
  }

  @Test
  void withoutARecordTheChartBeginsWithItsFirstMonth() {
    assertThat(chart.numbers().rows()).containsExactly("2020-01", "2020-02");
    assertThat(chart.svg(Format.WIDE)).contains("data-count=\"2\"").doesNotContain("recorded");
  }
}
