package io.corridor.report.internal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** Of a line in mid-chart the dots stand at its right, of one at the end at its left. */
  @ParameterizedTest
  @ValueSource(ints = {1, 11})
  void allDotsAreDrawnAndThoseBeyondTheAxisCounted(int at) {
    MonthAxis year = new MonthAxis(YearMonth.of(2020, 1), 12);
    double[] values = {-5, 1, 5, 5.01, 9, 30, 90};
    Mark dots = new Mark.Dots(at, values, new boolean[values.length]);
    Mark line = new Mark.Single(7, new double[] {0, 10});
    for (Format format : Format.values()) {
      String svg = new Plot(year, List.of(line, dots), List.of(0.0, 10.0)).svg(format);
      List<Double> places = new ArrayList<>();
      Matcher dot = Pattern.compile("<circle [^>]*cx=\"([-0-9.]+)\"").matcher(svg);
      while (dot.find()) {
        places.add(Double.parseDouble(dot.group(1)));
      }
      assertThat(places).hasSize(values.length);
      Matcher words =
          Pattern.compile("<text x=\"([-0-9.]+)\"[^>]*>([12])\\h(higher|lower)<").matcher(svg);
      List<String> said = new ArrayList<>();
      while (words.find()) {
        said.add(words.group(2) + ' ' + words.group(3));
        double x = Double.parseDouble(words.group(1));
        assertThat(x).as("at the left of all dots").isLessThan(Collections.min(places) - 5);
      }
      assertThat(said).containsExactly("2 higher", "1 lower");
    }
  }
}
