package io.corridor.report.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.evidence.forecast.Backtest;
import io.corridor.evidence.forecast.QuestionScores;
import io.corridor.evidence.forecast.Scoring;
import io.corridor.evidence.score.Probabilities.Forecast;
import io.corridor.report.data.Source;
import io.corridor.report.files.Found;
import io.corridor.report.files.OutFolder;
import io.corridor.report.files.OutFolder.Kind;
import io.corridor.run.Progress;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ScenarioReader;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The pages of fits, backtests and scores, in a browser. */
class EvidenceBrowserTest extends InBrowser {
  private static final String SCENARIO =
      """
      corridor: 1
      name: Oil <b>and</b> data
      parties: {exporter: AAA, importer: BBB}
      start: 2012-01
      months: 12
      drivers:
        brent: {label: the oil price, kind: gbm, drift: fit, volatility: fit, unit: USD/bbl, fit: brent}
        other: {kind: gbm, drift: fit, volatility: fit, unit: USD/bbl, fit: other}
      correlations: [{fit: [brent, other]}]
      questions:
        dear: {label: oil is dear, metric: driver.brent, at-least: 60}
      data:
        brent: {file: oil.csv, date: month, value: brent, unit: USD/bbl}
        other: {file: oil.csv, date: month, value: other, unit: USD/bbl}
      backtest: {origins: {from: 2008-01, to: 2010-01, every: 6}, horizons: [1, 3, 6], series: {driver.brent: brent}}
      """;

  private final LoadedScenario loaded =
      ScenarioReader.create().readText(SCENARIO, "oil.yaml", Map.of("oil.csv", oil()));

  private final Backtest.Result result =
      new Backtest(loaded.evidence().backtest().orElseThrow(), loaded.evidence(), 300, 1)
          .run(Progress.NONE);

  private final Source source = Source.of("oil.yaml", loaded);

  /** Four years of months that go up and down, and a last one that leaps. */
  private static String oil() {
    StringBuilder csv = new StringBuilder("month,brent,other\n");
    for (int i = 0; i < 60; i++) {
      double brent = 50 + 5 * Math.sin(i) + (i == 59 ? 100 : 0);
      csv.append(YearMonth.of(2007, 1).plusMonths(i))
          .append(',')
          .append(brent)
          .append(',')
          .append(20 + 3 * Math.cos(2 * i))
          .append('\n');
    }
    return csv.toString();
  }

  private static String words(String selector) throws Exception {
    return browser
        .evaluate("document.querySelector('" + selector + "').textContent")
        .asString()
        .replace('\u00a0', ' ');
  }

  @Test
  void fits() throws Exception {
    Path results = folder.resolve("fit");
    OutFolder.open(results, Kind.FIT, false)
        .write(
            Found.fit(
                loaded.scenario(),
                source,
                loaded.evidence().fits(),
                loaded.evidence().correlations(),
                loaded.evidence().backtest().orElseThrow().horizons()));
    Path page = results.resolve("fit.html");
    assertLooksWell(page, "fit");
    open(page);
    assertHasTextAlternatives();
    assertThat(words("h1")).isEqualTo("What the data say: 8 numbers are measured");
    assertThat(words("#fit-drivers-brent")).isEqualTo("The oil price");
    assertThat(words(".kicker")).isEqualTo("Oil <b>and</b> data: fit");
    assertThat(words("section > p")).contains("isn't normal (Jarque–Bera p below 0.001)");
  }

  @Test
  void backtests() throws Exception {
    Path results = folder.resolve("backtest");
    OutFolder.open(results, Kind.BACKTEST, false)
        .write(
            Found.backtest(
                loaded.scenario(), source, 300, 1, loaded.evidence().asserted(), result));
    Path page = results.resolve("backtest.html");
    assertLooksWell(page, "backtest");
    open(page);
    assertHasTextAlternatives();
    assertThat(words("h1"))
        .startsWith("Can't tell whether the bands for the oil price hold: ")
        .doesNotContain("driver.brent");
    assertThat(words("#pit-driver-brent")).contains("even");
    assertThat(words("[aria-labelledby=rests-on]")).contains("share 23 months");
  }

  @Test
  void scoresOfAnybodysDrawsGoById() throws Exception {
    Path results = folder.resolve("score");
    List<QuestionScores> questions =
        List.of(
            QuestionScores.of(
                "dear",
                List.of(
                    new QuestionScores.Asked(
                        YearMonth.of(2012, 1), Optional.empty(), new Forecast(3, 4, true)))));
    OutFolder.open(results, Kind.SCORE, false)
        .write(
            Found.score(
                "draws.csv",
                Optional.empty(),
                new Scoring.Result(result.metrics(), questions, Map.of())));
    open(results.resolve("score.html"));
    assertAllDrawn();
    assertIsAccessible();
    assertThat(words("#metric-driver-brent")).isEqualTo("Driver.brent");
    assertThat(words("#questions-scored")).contains("dear", "Brier 0.0625");
  }
}
