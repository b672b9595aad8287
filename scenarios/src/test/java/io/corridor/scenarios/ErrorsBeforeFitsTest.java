package io.corridor.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fits take seconds: what is wrong with a file is told before any of them begins. */
class ErrorsBeforeFitsTest {
  private static final String RIGHT =
      """
      corridor: 1
      name: Oil
      parties: {exporter: AAA, importer: BBB}
      start: 2010-01
      months: 12
      drivers:
        brent: {kind: gbm, unit: USD/bbl, fit: brent}
        copper: {kind: gbm, unit: USD/t, drift: 0, volatility: {normal: [0.3, 0.2]}, fit: copper}
      flows:
        goods: {from: AAA, to: BBB, elasticities: {brent: 0.1}, fit: goods}
      regime: {states: [open, shut], initial: open, fit: policy}
      correlations:
        - {fit: [brent, copper]}
      data:
        brent: {file: brent.csv, date: month, value: x, unit: USD/bbl, of: end, shows: driver.brent}
        copper: {file: copper.csv, date: month, value: x, unit: USD/t, of: end}
        goods: {file: goods.csv, date: month, value: x, unit: mn USD}
        policy: {file: policy.csv, date: month, value: regime}
      backtest: {origins: [2008-01], horizons: [6], series: {driver.brent: brent}}
      levers:
        stray: {of: flows.goods.noise.volatility, label: How far goods stray, from: 0, to: 1}
      questions:
        dear: {metric: driver.brent, above: 100 USD/bbl, by: 2010-12}
      variants:
        calm: {drivers.brent.volatility: 0.1}
        short: {months: 12}
      """;

  private final AtomicInteger fits = new AtomicInteger();

  private final ScenarioReader reader =
      ScenarioReader.create()
          .keepingFits(
              request -> {
                fits.incrementAndGet();
                return request.make();
              });

  private LoadedScenario read(String yaml) {
    return reader.readText(
        yaml,
        "oil.yaml",
        Map.of(
            "brent.csv", months(1, 2000, 120),
            "copper.csv", months(2, 2000, 120),
            "late.csv", months(3, 2009, 10),
            "goods.csv", months(4, 2000, 120),
            "policy.csv", policy()));
  }

  private static String months(int seed, int year, int months) {
    Random random = new Random(seed);
    StringBuilder csv = new StringBuilder("month,x\n");
    double x = Math.log(50);
    for (int t = 0; t < months; t++) {
      csv.append(
          String.format(
              Locale.ROOT, "%s,%.3f%n", YearMonth.of(year, 1).plusMonths(t), Math.exp(x)));
      x += 0.09 * random.nextGaussian();
    }
    return csv.toString();
  }

  private static String policy() {
    StringBuilder csv = new StringBuilder("month,regime\n");
    for (int t = 0; t < 60; t++) {
      csv.append(YearMonth.of(2005, 1).plusMonths(t)).append(t % 20 < 15 ? ",open\n" : ",shut\n");
    }
    return csv.toString();
  }

  /** A prior reaches below 0, a lever and a correlation are of what only fits make. */
  @Test
  void whatFitsMendIsNoError() {
    assertThat(read(RIGHT).variants()).containsExactly("calm", "short");
    assertThat(fits).hasValue(5); // one more for the variant
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          to: BBB,                    | to: AAA,                            | both ends are 'AAA'
          elasticities: {brent: 0.1}  | elasticities: {brend: 0.1}          | did you mean 'brent'
          volatility: 0.1             | volatility: -0.1                    | (variant calm
          {months: 12}                | {months: 6}                         | (variant short
          {months: 12}                | {flows.goods.to: AAA}               | (variant short
          {months: 12}                | {data.copper.file: late.csv}        | share 9 months
          {months: 12}                | {drivers.brent.fit: brend}          | there is no series 'brend'
          fit: copper}                | fit: {to: copper, from: 2009-08}}   | 5 observations to fit to
          shows: driver.brent         | shows: driver.brend                 | there is no metric 'driver.brend'
          series: {driver.brent: brent} | series: {driver.brent: brend}     | there is no series 'brend'
          of: flows.goods.noise       | of: flows.gods.noise                | levers.stray.of
          above: 100 USD/bbl          | above: 100 USD/t                    | questions.dear
          drift: 0,                   | drift: 0, by-regime: {gone: {volatility: 1}}, | gone
          copper.csv, date            | gone.csv, date                      | gone.csv
          """)
  void isFoundBeforeFits(String right, String wrong, String told) {
    assertThat(RIGHT).contains(right);
    assertThatThrownBy(() -> read(RIGHT.replace(right, wrong)))
        .isInstanceOf(ScenarioFileException.class)
        .hasMessageContaining(told);
    assertThat(fits).hasValue(0);
  }
}
