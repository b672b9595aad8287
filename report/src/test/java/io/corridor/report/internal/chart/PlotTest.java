package io.corridor.report.internal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlotTest {
  private static final double NONE = Double.NaN;

  private static final Mark MEDIAN = new Mark.Line("median", Ink.MIDDLE, new double[] {3, 4}, "");

  private final MonthAxis axis = new MonthAxis(YearMonth.of(2020, 1), 2);

  private Plot plot(Mark... marks) {
    return new Plot(axis, List.of(marks));
  }

  @Test
  void whatWasRecordedStandsBeforeTheFirstMonth() {
    Plot with = plot(new Mark.Past("recorded", 3, new double[] {1, NONE, 2}), MEDIAN);
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
    ChartData numbers = plot(new Mark.Past("recorded", 1, new double[] {1, 2}), MEDIAN).numbers();
    assertThat(numbers.columns().get(0).values()).containsExactly(1, 2, NONE);
    assertThat(plot(new Mark.Past("what happened", 0, new double[] {1, 2}), MEDIAN).numbers())
        .satisfies(same -> assertThat(same.rows()).hasSize(2));
  }

  @Test
  void aBandMayHaveGaps() {
    List<double[]> intervals = List.of(new double[] {1, 5}, new double[0]);
    Plot gaps =
        plot(
            new Mark.Moments(List.of(new Mark.Moment(1, "a dam", Mark.Moment.Kind.OPENING))),
            new Mark.Band("90 %", Ink.MIDDLE, 1, intervals));
    assertThat(gaps.numbers().columns().get(1).values()).containsExactly(5, NONE);
    assertThat(gaps.svg(Format.WIDE)).contains(">a dam<").doesNotContain("NaN");
  }

  @Test
  void aLineThatLeavesTheChartIsCutOff() {
    Mark line = new Mark.Single(7, new double[] {1, 90});
    Plot low = new Plot(axis, List.of(line), List.of(0.0, 10.0));
    String single =
        low.svg(Format.WIDE).replaceFirst("(?s).*class=\"single[^\"]*\" data-path=\"7\" d=\"", "");
    assertThat(single.substring(0, single.indexOf('"'))).as("one point").matches("M[-0-9. ]+");
  }

  @Test
  void withoutARecordTheChartBeginsWithItsFirstMonth() {
    assertThat(plot(MEDIAN).numbers().rows()).containsExactly("2020-01", "2020-02");
    assertThat(plot(MEDIAN).svg(Format.WIDE))
        .contains("data-count=\"2\"")
        .doesNotContain("recorded");
  }
}
