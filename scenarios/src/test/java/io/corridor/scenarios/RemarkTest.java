package io.corridor.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class RemarkTest {
  private static final String FILE =
      """
      corridor: 1
      name: Remarks
      parties: {exporter: AAA, importer: BBB}
      start: 2019-03
      months: 12
      drivers:
        brent: {kind: log-ou, start: 66, level: 65, reversion: 0.6, volatility: 0.33}   # EIA, as of 2019-02 [measured]
        # of two lines,
        # as of 2017-01 [judged, low]
        rial: {kind: gbm, start: 1, drift: 0.1, volatility: 0.2}
        income: {kind: gbm, start: 1, drift: 0.1, volatility: 0.2}
      # of all that stands in it [derived]
      flows:
        goods:
          from: AAA
          to: BBB
          annual-value: 1e9
          growth: 0.02
      questions:
        grows: {label: it grows, metric: total.12m, at-least: 2e9}
      """;

  @Test
  void sayGradePlaceAndMonth() {
    assertThat(Remark.of(FILE))
        .extracting(Remark::grade)
        .containsExactly("measured", "judged", "derived");
    assertThat(Remark.of(FILE).get(1))
        .isEqualTo(
            new Remark(
                9,
                10,
                "drivers.rial",
                "of two lines, as of 2017-01, low",
                "judged",
                java.util.Optional.of(YearMonth.of(2017, 1))));
  }

  @Test
  void numbersWithoutOneAreFoundOnceALine() throws Exception {
    LoadedScenario loaded = ScenarioReader.create().readText(FILE, "my.yaml");
    assertThat(loaded.unsourced())
        .extracting(FileProblem::toString)
        .containsExactly(
            "my.yaml:11:30: drivers.income.start: has no source: say behind it, such as # EIA, as"
                + " of 2019-02 [measured]");
  }

  @Test
  void whatIsOldIsFoundByItsMonth() throws Exception {
    LoadedScenario loaded = ScenarioReader.create().readText(FILE, "my.yaml");
    assertThat(loaded.stale(12))
        .extracting(FileProblem::toString)
        .containsExactly("my.yaml:9:1: drivers.rial: is as of 2017-01, 26 months before the start");
    assertThat(loaded.stale(26)).isEmpty();
    assertThat(loaded.stale(0)).hasSize(2);
  }
}
