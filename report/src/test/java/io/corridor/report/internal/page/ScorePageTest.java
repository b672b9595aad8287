package io.corridor.report.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.evidence.forecast.MetricScores;
import io.corridor.evidence.score.Scored;
import io.corridor.evidence.series.Period;
import io.corridor.report.words.ScoredWords;
import java.io.IOException;
import java.io.StringWriter;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScorePageTest {
  /** Of every five forecasts two were too high throughout, and three too low. */
  private static String page(int forecasts) throws IOException {
    List<Scored> scored = new ArrayList<>();
    for (int i = 0; i < forecasts; i++) {
      YearMonth origin = YearMonth.of(2010, 1).plusMonths(3L * i);
      scored.add(
          Scored.of(
              origin,
              Period.parse(origin.plusMonths(2).toString()).orElseThrow(),
              IntStream.rangeClosed(1, 100).asDoubleStream().toArray(),
              i % 5 < 2 ? 0 : 101,
              Map.of()));
    }
    StringWriter page = new StringWriter();
    ScorePage.write(
        "past",
        ScoredWords.of(Optional.empty()),
        List.of(),
        List.of(MetricScores.of("driver.brent", "brent", "USD/bbl", scored)),
        List.of(),
        Map.of(),
        page);
    return page.toString();
  }

  @Test
  void ranksAreBarsFromZero() throws IOException {
    String page = page(20);
    String chart = page.substring(page.indexOf("id=\"pit-driver-brent\""));
    chart = chart.substring(0, chart.indexOf("</svg>"));
    List<double[]> bars =
        Pattern.compile("M([0-9.]+) ([0-9.]+)h([0-9.]+)v([0-9.]+)h")
            .matcher(chart.replaceFirst("(?s).*class=\"f-band\" d=\"([^\"]+)\".*", "$1"))
            .results()
            .map(
                found ->
                    IntStream.rangeClosed(1, 4)
                        .mapToDouble(group -> Double.parseDouble(found.group(group)))
                        .toArray())
            .toList();
    assertThat(bars).as("of the lowest tenth and of the highest").hasSize(2);
    double[] low = bars.get(0);
    double[] high = bars.get(1);
    assertThat(low[3] / high[3]).as("40 % and 60 %").isCloseTo(2 / 3.0, within(0.02));
    assertThat(low[1] + low[3]).as("on one foot").isCloseTo(high[1] + high[3], within(0.6));
    assertThat((high[0] - low[0]) / (low[2] + 1)).as("eight between").isCloseTo(9, within(0.3));
    assertThat(chart).contains(">even<", ">tenth of the paths<").doesNotContain("class=\"line ");
  }

  @Test
  void fewerForecastsThanTenHaveNoShape() throws IOException {
    assertThat(page(10)).contains("pit-driver-brent");
    assertThat(page(9)).contains("coverage-driver-brent").doesNotContain("pit-driver-brent");
  }
}
