package io.corridor.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import io.corridor.evidence.fit.Fit;
import io.corridor.evidence.forecast.Backtest;
import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Of;
import io.corridor.model.Declaration;
import io.corridor.model.DrawTable;
import io.corridor.model.Driver;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.run.Progress;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceReadingTest {
  private static final String HEAD =
      """
      corridor: 1
      name: Oil
      parties: {exporter: AAA, importer: BBB}
      start: 2010-01
      months: 12
      """;
  private static final String FITTED =
      HEAD
          + """
          drivers:
            brent: {kind: log-ou, level: {lognormal: [60, 0.5]}, reversion: fit, unit: USD/bbl, fit: brent}
          data:
            brent: {file: brent.csv, date: month, value: usd, unit: USD/bbl}
          """;

  @TempDir private Path folder;

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private LoadedScenario read(String yaml) throws IOException {
    write("a.yaml", yaml);
    return ScenarioReader.create().read(folder.resolve("a.yaml"));
  }

  /** A log-ou about 60, ten years of months before 2010 and one after. */
  private static String oil(int seed, double after) {
    Random random = new Random(seed);
    StringBuilder csv = new StringBuilder("month,usd\n");
    double x = Math.log(50);
    for (int t = 0; t < 132; t++) {
      YearMonth month = YearMonth.of(2000, 1).plusMonths(t);
      double value = month.getYear() < 2010 ? Math.exp(x) : after;
      csv.append(String.format(Locale.ROOT, "%s,%.3f%n", month, value));
      x += (Math.log(60) - x) * (1 - Math.exp(-0.8 / 12)) + 0.09 * random.nextGaussian();
    }
    return csv.toString();
  }

  @Test
  void aFittedDriverIsDrawnFromItsPosterior() throws IOException {
    write("brent.csv", oil(1, 70));
    LoadedScenario loaded = read(FITTED.replace("USD/bbl}\n", "USD/bbl, of: end}\n"));
    Scenario scenario = loaded.scenario();
    Driver.LogOu brent = (Driver.LogOu) scenario.drivers().get("brent");
    assertThat(brent.level()).isEqualTo(Value.draw("fit-drivers-brent", "drivers.brent.level"));
    DrawTable table = scenario.draws().get("fit-drivers-brent");
    assertThat(table.file()).isEqualTo("draws.csv");
    assertThat(table.columns().keySet())
        .containsExactly(
            "drivers.brent.level",
            "drivers.brent.reversion",
            "drivers.brent.volatility",
            "drivers.brent.start");
    assertThat(brent.end()).isEmpty();
    assertThat(table.columns().get("drivers.brent.level")).hasSize(4000);
    Fit fit = loaded.evidence().fits().get(0);
    assertThat(fit.n()).isEqualTo(120);
    assertThat(fit.to()).hasToString("2009-12");
    assertThat(fit.posterior().percentile("volatility", 50))
        .isCloseTo(0.09 * Math.sqrt(12), within(0.05));
    // And it runs as any other.
    assertThat(
            Simulator.run(scenario, Settings.of(scenario).withPaths(200))
                .series("driver.brent")
                .mean(0))
        .isBetween(30.0, 110.0);
  }

  /** Averages of months, read as what they are: the run goes on from the last month's end. */
  @Test
  void aDriverFittedToAveragesIsOne() throws IOException {
    write("brent.csv", oil(1, 70));
    Scenario scenario = read(FITTED).scenario();
    assertThat(scenario.drivers().get("brent").end())
        .contains(Value.draw("fit-drivers-brent", "drivers.brent.end"));
    assertThat(scenario.draws().get("fit-drivers-brent").columns().keySet())
        .endsWith("drivers.brent.start", "drivers.brent.end");
    Scenario from =
        read(FITTED.replace("reversion: fit", "reversion: fit, start: 60 USD/bbl")).scenario();
    assertThat(((Driver.LogOu) from.drivers().get("brent")).start()).isEqualTo(Value.of(60));
    assertThat(from.draws().get("fit-drivers-brent").columns().keySet())
        .endsWith("drivers.brent.end");
    assertThatThrownBy(
            () -> read(FITTED.replace("reversion: fit", "reversion: fit, start: 50 to 60 USD/bbl")))
        .hasMessageContaining("must be a number, since brent holds averages");
  }

  /** What is drawn from then on is wider, in month 0 too; what the data say is as it was. */
  @Test
  void aFitMayBeWidened() throws IOException {
    write("brent.csv", oil(1, 70));
    String regimes =
        FITTED.replace("reversion: fit", "reversion: fit, by-regime: {calm: {volatility: 0.1}}")
            + """
            regime: {states: [calm, storm], initial: calm}
            backtest: {origins: [2009-01], horizons: [3], series: {driver.brent: brent}}
            """;
    LoadedScenario plain = read(regimes);
    LoadedScenario wide = read(regimes.replace("fit: brent", "fit: {to: brent, widen: 1.5}"));
    String key = "drivers.brent.volatility";
    List<Double> before = table(plain.scenario()).columns().get(key);
    List<Double> after = table(wide.scenario()).columns().get(key);
    assertThat(after.get(7)).isEqualTo(1.5 * before.get(7));
    Driver.LogOu brent = (Driver.LogOu) wide.scenario().drivers().get("brent");
    assertThat(brent.byRegime().get("calm").volatility().map(v -> ((Value.Constant) v).number()))
        .hasValueSatisfying(number -> assertThat(number).isCloseTo(0.15, within(1e-15)));
    Fit fit = wide.evidence().fits().get(0);
    assertThat(fit.posterior().draws("volatility"))
        .isEqualTo(plain.evidence().fits().get(0).posterior().draws("volatility"));
    double width = fit.posterior().percentile("start", 95) / fit.posterior().percentile("start", 5);
    Fit same = plain.evidence().fits().get(0);
    double was = same.posterior().percentile("start", 95) / same.posterior().percentile("start", 5);
    assertThat(Math.log(width) / Math.log(was)).isBetween(1.4, 1.6);
    assertThat(wide.evidence().asserted()).contains("drivers.brent.fit.widen");
    YearMonth origin = YearMonth.of(2009, 1);
    assertThat(table(wide.evidence().at(origin, 3).scenario()))
        .isEqualTo(table(plain.evidence().at(origin, 3).scenario()));
    assertThatThrownBy(() -> read(FITTED.replace("fit: brent", "fit: {to: brent, widen: 0.9}")))
        .hasMessageContaining("must be at least 1");
  }

  /**
   * What a file states of a driver's spread is multiplied as what is fitted is: the draw of month 0
   * and every step after it agree on how wide the driver is.
   */
  @ParameterizedTest
  @CsvSource({"gbm, end", "ou, end", "log-ou, end", "jump, end", "gbm, mean", "log-ou, mean"})
  void aStatedSpreadIsWidenedInEveryMonth(String kind, String of) throws IOException {
    write("brent.csv", oil(1, 70));
    String driver =
        "brent: {kind: %s, unit: USD/bbl, volatility: 0.3,%s fit: brent}"
            .formatted(kind, kind.equals("jump") ? " jump-mean: -0.1, jump-sd: 0.2," : "");
    String yaml =
        FITTED
            .replaceFirst("brent: \\{kind.*", driver)
            .replace("USD/bbl}", "USD/bbl, of: %s}".formatted(of));
    Scenario plain = read(yaml).scenario();
    Scenario wide = read(yaml.replace("fit: brent", "fit: {to: brent, widen: 1.5}")).scenario();
    assertThat(spreads(wide)).containsExactlyElementsOf(scaled(spreads(plain), 1.5));
    assertThat(spreads(plain)).contains(0.3);
    assertThat(spreadOfStart(wide) / spreadOfStart(plain)).isBetween(1.4, 1.6);
  }

  /** Returns what is stated of Brent's spread. */
  private static List<Double> spreads(Scenario scenario) {
    Driver brent = scenario.drivers().get("brent");
    return Declaration.of(brent.getClass()).components().stream()
        .filter(each -> Fit.SPREADS.contains(each.name()))
        .map(each -> each.in(brent))
        .filter(Value.Constant.class::isInstance)
        .map(number -> ((Value.Constant) number).number())
        .toList();
  }

  private static List<Double> scaled(List<Double> numbers, double factor) {
    return numbers.stream().map(number -> number * factor).toList();
  }

  private static double spreadOfStart(Scenario scenario) {
    List<Double> drawn = new ArrayList<>(table(scenario).columns().get("drivers.brent.start"));
    Collections.sort(drawn);
    return Math.log(drawn.get(drawn.size() * 95 / 100) / drawn.get(drawn.size() * 5 / 100));
  }

  private static DrawTable table(Scenario scenario) {
    return scenario.draws().get("fit-drivers-brent");
  }

  /** What came after the start is poison; nothing of it may be seen. */
  @Test
  void nothingLaterThanTheStartIsUsed() throws IOException {
    write("brent.csv", oil(1, 70));
    String one = ScenarioHash.of(read(FITTED).scenario());
    write("brent.csv", oil(1, 1e12));
    assertThat(ScenarioHash.of(read(FITTED).scenario())).isEqualTo(one);
    write("brent.csv", oil(2, 70));
    assertThat(ScenarioHash.of(read(FITTED).scenario())).isNotEqualTo(one);
  }

  /** A written scenario and the draws beside it are an ordinary scenario, without data. */
  @Test
  void isWrittenAsAnOrdinaryScenario() throws IOException {
    write("brent.csv", oil(1, 70));
    Scenario scenario = read(FITTED).scenario();
    write("draws.csv", DrawsCsv.of(scenario));
    assertThat(read(ScenarioWriter.write(scenario)).scenario()).isEqualTo(scenario);
  }

  @Test
  void numbersThatAreStatedStay() throws IOException {
    write("brent.csv", oil(1, 70));
    Driver.LogOu brent =
        (Driver.LogOu)
            read(FITTED.replace("level: {lognormal: [60, 0.5]}", "start: 66, level: 65"))
                .scenario()
                .drivers()
                .get("brent");
    assertThat(brent.level()).isEqualTo(Value.of(65));
    assertThat(brent.start()).isEqualTo(Value.of(66));
    assertThat(brent.volatility()).isInstanceOf(Value.Draw.class);
  }

  @Test
  void correlationsOfShocksAreFitted() throws IOException {
    write("brent.csv", oil(1, 70));
    write("other.csv", oil(1, 70).replace("usd", "x"));
    LoadedScenario loaded =
        read(
            FITTED.replace(
                "data:",
                "  other: {kind: gbm, unit: USD/bbl, fit: {to: other, from: 2004-01}}\n"
                    + "correlations: [{fit: [brent, other]}]\n"
                    + "data:\n  other: {file: other.csv, date: month, value: x, unit: USD/bbl}"));
    var correlation = loaded.evidence().correlations().get(0);
    assertThat(correlation.n()).isEqualTo(71);
    assertThat(correlation.rho()).isBetween(0.9, 1.0);
    assertThat(loaded.scenario().correlations().get(0).rho()).isEqualTo(correlation.rho());
  }

  @Test
  void aBacktestGoesBackToItsOrigins() throws IOException {
    write("brent.csv", oil(1, 70));
    LoadedScenario loaded =
        read(
            FITTED
                + """
                backtest:
                  origins: {from: 2004-01, to: 2008-01, every: 12}
                  horizons: [6, 3]
                  series: {driver.brent: brent}
                """);
    var plan = loaded.evidence().backtest().orElseThrow();
    assertThat(plan.origins()).hasSize(5);
    assertThat(plan.horizons()).containsExactly(3, 6);
    Scenario past = loaded.evidence().at(YearMonth.of(2004, 1), 6).scenario();
    assertThat(past.start()).isEqualTo(YearMonth.of(2004, 1));
    assertThat(past.draws()).isNotEqualTo(loaded.scenario().draws());
    assertThat(loaded.evidence().asserted()).isEmpty();
  }

  /** Oil has ten years before the last origin, the other price five months before the first. */
  @Test
  void aFitThatLacksDataDropsWhatRestsOnItAlone() throws IOException {
    write("brent.csv", oil(1, 70));
    String late = oil(2, 70).replace("usd", "x");
    write("other.csv", "month,x\n" + late.substring(late.indexOf("2003-08")));
    LoadedScenario loaded =
        read(
            FITTED.replace(
                    "data:",
                    """
                      other: {kind: gbm, unit: USD/bbl, fit: other}
                      loose: {kind: gbm, start: 1, volatility: 0.2}
                    correlations: [{fit: [brent, other]}, {between: [other, loose], rho: 0.5}, {between: [brent, loose], rho: 0.5}]
                    flows:
                      goods: {from: AAA, to: BBB, annual-value: 2 bn USD/year, elasticities: {other: 1}}
                      ore: {from: AAA, to: BBB, annual-value: 3 bn USD/year, elasticities: {brent: 1}}
                    data:
                      other: {file: other.csv, date: month, value: x, unit: USD/bbl}
                      ores: {file: other.csv, date: month, value: x, unit: mn USD}
                    """)
                + """
                backtest:
                  origins: [2004-01, 2005-01, 2008-01]
                  horizons: [3]
                  series: {driver.brent: brent, driver.other: other, flow.goods: ores, flow.ore: ores}
                """);
    Backtest backtest =
        new Backtest(loaded.evidence().backtest().orElseThrow(), loaded.evidence(), 200, 1);
    Backtest.Result result = backtest.run(Progress.NONE);
    var first = result.origins().get(YearMonth.of(2004, 1));
    assertThat(first.all()).isEmpty();
    // With five values the series has no naive forecasts, and the driver no fit: the flow, too.
    assertThat(first.some()).containsOnlyKeys("driver.other", "flow.goods", "flow.ore");
    assertThat(first.some().get("driver.other"))
        .startsWith("too few data: other has 5 observations");
    // A year later the fit is there, and too few months that both share.
    var second = result.origins().get(YearMonth.of(2005, 1));
    assertThat(second.some()).containsOnlyKeys("correlations");
    assertThat(second.some().get("correlations"))
        .isEqualTo(
            "too few data: brent and other share 16 months; at least 24 are needed to fit a"
                + " correlation; it is 0 here");
    assertThat(result.origins().get(YearMonth.of(2008, 1)).some()).isEmpty();
    assertThat(result.metrics().get(0).forecasts()).hasSize(3);
    assertThat(result.metrics().get(1).forecasts()).hasSize(2);
    assertThat(result.skipped())
        .contains("2005-01: correlations: " + second.some().get("correlations"));
    Backtest.Moved moved = loaded.evidence().at(YearMonth.of(2004, 1), 3);
    assertThat(moved.lacking()).containsOnlyKeys("driver.other", "flow.goods");
    assertThat(moved.scenario().correlations()).hasSize(2);
    // Sizes that the file states know the future, but not those that a metric doesn't rest on.
    assertThat(loaded.evidence().knowing("flow.ore")).containsExactly("flows.ore.annual-value");
    assertThat(loaded.evidence().knowing("driver.brent")).isEmpty();
    assertThat(loaded.evidence().knowing("total.12m"))
        .containsExactly("flows.goods.annual-value", "flows.ore.annual-value");
    assertThat(result.metrics().get(3).verdict())
        .startsWith("Knows the future: no data decide flows.ore.annual-value. Bands for");
  }

  @Test
  void aBacktestThatMeetsNothingIsRefused() throws IOException {
    write("brent.csv", oil(1, 70));
    String backtest =
        FITTED
            + "backtest: {origins: [2004-03], horizons: [%s], series: {driver.brent: brent}%s}\n";
    assertThat(read(backtest.formatted("3", "")).evidence().backtest()).isPresent();
    assertThatThrownBy(() -> read(backtest.formatted("200", "")))
        .hasMessageContaining("backtest.series: driver.brent and brent don't overlap: no horizon");
    assertThatThrownBy(() -> read(backtest.formatted("3", ", variant: past")))
        .hasMessageContaining("a.yaml:10:")
        .hasMessageContaining("backtest.variant: there is no variant 'past'; there are none");
    write("years.csv", "y,usd\n2003,60\n2004,60\n2005,60\n");
    String years =
        backtest
            .replace("driver.brent: brent}", "driver.brent: brent, driver.other: years}")
            .replace(
                "data:",
                "  other: {kind: gbm, start: 1, volatility: 0.1, unit: USD/bbl}\n"
                    + "data:\n"
                    + "  years: {file: years.csv, date: y, value: usd, unit: USD/bbl}");
    assertThatThrownBy(() -> read(years.formatted("3, 10", "")))
        .hasMessageContaining("driver.other and years don't overlap");
    assertThat(read(years.formatted("3, 22", "")).evidence().backtest()).isPresent();
  }

  @Test
  void theVariantOfABacktestMayRemoveWhatAnotherRemovesToo() throws IOException {
    write("brent.csv", oil(1, 70));
    read(
        FITTED
            + """
            flows: {goods: {from: AAA, to: BBB, annual-value: 2 bn USD/year}}
            sanctions: {duties: {from: 2010-02, targets: [goods], cut: 0.5}}
            backtest: {variant: past, origins: [2004-03], horizons: [3], series: {driver.brent: brent}}
            variants:
              past: {sanctions.duties: null}
              free: {sanctions: null}
              harder: {sanctions.duties.cut: 0.7}
            """);
    for (String name : List.of("base", "past", "free", "harder")) {
      LoadedScenario variant =
          ScenarioReader.create().withVariant(name).read(folder.resolve("a.yaml"));
      assertThat(variant.evidence().backtest()).as(name).isPresent();
      assertThat(variant.evidence().at(YearMonth.of(2004, 3), 3).scenario().sanctions())
          .as(name)
          .isEmpty();
    }
    assertThat(
            ScenarioReader.create()
                .withSet("sanctions.duties", "null")
                .read(folder.resolve("a.yaml"))
                .evidence()
                .backtest())
        .isPresent();
    assertThatThrownBy(
            () ->
                read(
                    Files.readString(folder.resolve("a.yaml"))
                        .replace("past: {sanctions.duties", "past: {sanctions.tolls")))
        .hasMessageContaining("there is no 'tolls' to remove");
  }

  @Test
  void variantsThatAreKeptSayWhatEachSaysWhereItIsReadAlone() throws IOException {
    write("brent.csv", oil(1, 70));
    write(
        "a.yaml",
        FITTED
            + """
            flows: {goods: {from: AAA, to: BBB, annual-value: 2 bn USD/year}}
            sanctions: {duties: {from: 2009-02, targets: [goods], cut: 0.5}}
            backtest: {variant: past, origins: [2004-03], horizons: [3], series: {driver.brent: brent}}
            variants:
              past: {sanctions.duties.cut: 0}
              late: {sanctions.duties.from: 2011-02, sanctions.duties.cut: 0.7}
              free: {sanctions.duties: null}
            """);
    ScenarioReader reader = ScenarioReader.create();
    Path file = folder.resolve("a.yaml");
    assertThat(reader.read(file).kept()).isEmpty();
    // The file is right, as are its variants, but one of them can't be put back to the past.
    String alone = message(() -> reader.withVariant("free").read(file));
    assertThat(alone).contains("a.yaml:14:10: ").contains("sanctions has no 'duties'");
    assertThat(message(() -> reader.keepingVariants().read(file))).isEqualTo(alone);

    write("a.yaml", Files.readString(file).replace("  free: {sanctions.duties: null}\n", ""));
    LoadedScenario base = reader.read(file);
    LoadedScenario whole = reader.keepingVariants().read(file);
    List<FileProblem> each = new ArrayList<>();
    for (String name : List.of("past", "late")) {
      each.addAll(reader.withVariant(name).read(file).notesOnChange(base));
    }
    assertThat(each).isNotEmpty();
    assertThat(whole.notesOnVariants()).isEqualTo(each);
    assertThat(whole.scenario()).isEqualTo(base.scenario());
    assertThat(base.notesOnVariants()).isEmpty();
  }

  private static String message(ThrowingCallable reading) {
    return String.valueOf(catchThrowable(reading).getMessage());
  }

  /** What the schema takes, and no more: {@code ScenarioSchemaTest} has the same texts. */
  @Test
  void horizonsAndCellsAreThoseOfTheSchema() throws IOException {
    write("brent.csv", oil(1, 70));
    String backtest =
        FITTED + "backtest: {origins: [2004-03], horizons: [%s], series: {driver.brent: brent}}\n";
    assertThat(read(backtest.formatted("3, 1200")).evidence().backtest().orElseThrow().horizons())
        .containsExactly(3, 1200);
    for (String months : List.of("1201", "0")) {
      assertThatThrownBy(() -> read(backtest.formatted("3, " + months)))
          .hasMessageContaining(
              "backtest.horizons.1: must be a whole number from 1 to 1200; found '" + months + "'");
    }
    String years = "m,year,v\n2019-01,2019,7\n2019-02,2020,8\n";
    assertThat(series("date: m, value: v, where: {year: 2019}", years).actual().grid())
        .containsExactly(7);
    assertThatThrownBy(() -> series("date: m, value: v, where: {year: [2019]}", years))
        .hasMessageContaining("data.x.where.year: must be a text; found a list");
  }

  @Test
  void aSeriesShowsAMetric() throws IOException {
    write("brent.csv", oil(1, 70));
    String shows = FITTED.replace("unit: USD/bbl}\n", "unit: USD/bbl, shows: driver.brent}\n");
    assertThat(read(FITTED).evidence().shown()).isEmpty();
    assertThat(read(shows).evidence().shown()).containsOnlyKeys("driver.brent");
    String without = shows + "variants: {other: {drivers: null, data.brent.shows: driver.brent}}\n";
    write("b.yaml", without);
    LoadedScenario other =
        ScenarioReader.create().withVariant("other").read(folder.resolve("b.yaml"));
    assertThat(other.evidence().shown()).as("of a variant without the metric").isEmpty();
  }

  // ------------------------------------------------------------------------------- wrong input

  @Test
  void aSeriesThatShowsNothingIsRefused() throws IOException {
    write("brent.csv", oil(1, 70));
    assertThatThrownBy(
            () -> read(FITTED.replace("unit: USD/bbl}\n", "unit: USD/bbl, shows: driver.bent}\n")))
        .hasMessageContaining("data.brent.shows: there is no metric 'driver.bent'")
        .hasMessageContaining("did you mean 'driver.brent'");
    assertThatThrownBy(
            () -> read(FITTED.replace("unit: USD/bbl}\n", "unit: USD/bbl, part: some}\n")))
        .hasMessageContaining("data.brent.part: says of what `shows` names that this is a part");
    assertThatThrownBy(
            () -> read(FITTED.replace("unit: USD/bbl}\n", "unit: USD/bbl, shows: total.12m}\n")))
        .hasMessageContaining("data.brent.shows: total.12m is in USD/year, brent in USD/bbl");
  }

  @Test
  void mistakesNameFileLineAndColumn() throws IOException {
    write("brent.csv", "month,usd\n2000-01,20\n2000-02,abc\n2000-13,3\n2000-01,5\n2000-03,1e999\n");
    assertThatThrownBy(() -> read(FITTED))
        .hasMessageContaining("brent.csv:3:9: data.brent: must be a number such as 1234.5")
        .hasMessageContaining("brent.csv:4:1: data.brent: must be a month (2019-03)")
        .hasMessageContaining("brent.csv:5:1: data.brent: 2000-01 is there twice, first in line 2")
        .hasMessageContaining("brent.csv:6:9: data.brent: must be a number from -1e100 to 1e100");
  }

  /** A wrong year is a mistake where no data go back to; elsewhere it is noted. */
  @Test
  void aStrayYearIsSaid() throws IOException {
    write("brent.csv", oil(1, 70).replace("2000-02,", "1500-02,"));
    assertThatThrownBy(() -> read(FITTED))
        .hasMessageContaining(
            "brent.csv:3:1: data.brent: must be of the year 1800 or later; found '1500-02'");
    write("brent.csv", oil(1, 70).replace("2000-02,", "1900-02,"));
    assertThat(read(FITTED).notes())
        .extracting(FileProblem::toString)
        .anySatisfy(
            note ->
                assertThat(note)
                    .contains("a.yaml:9:3: data.brent: has no value from 1900-03 to 1999-12"));
    write("brent.csv", oil(1, 70).replaceAll(",[0-9.]+", ",60"));
    String known =
        FITTED.replace(
            "{lognormal: [60, 0.5]}, reversion: fit", "60, reversion: 1, volatility: 0.3");
    assertThat(read(known).notes())
        .extracting(FileProblem::message)
        .contains("is 60.0 throughout: is it what is meant?");
  }

  /** A growth that nobody states isn't thought to be none: eleven yearly rises show it. */
  @Test
  void aDriftThatIsLeftOutIsFitted() throws IOException {
    StringBuilder csv = new StringBuilder("year,usd\n");
    for (int year = 1998; year < 2010; year++) {
      csv.append(String.format(Locale.ROOT, "%d,%.4f%n", year, Math.exp(0.047 * (year - 1998))));
    }
    write("brent.csv", csv.toString());
    String yaml =
        FITTED
            .replace("log-ou, level: {lognormal: [60, 0.5]}, reversion: fit", "gbm")
            .replace("date: month", "of: end, date: year");
    Evidence evidence = read(yaml).evidence();
    assertThat(evidence.fits().get(0).posterior().percentile("drift", 50)).isBetween(0.03, 0.06);
    assertThat(evidence.treated())
        .containsExactly(
            new Evidence.Treated(
                "drivers.brent",
                "brent",
                List.of("drift", "volatility", "start"),
                List.of(),
                List.of()));
    Evidence held = read(yaml.replace("kind: gbm", "kind: gbm, drift: 0")).evidence();
    assertThat(held.treated().get(0).held()).containsExactly("drift");
    assertThat(held.fits().get(0).posterior().percentile("volatility", 50))
        .isGreaterThan(evidence.fits().get(0).posterior().percentile("volatility", 50));
  }

  /** Only where the file says nothing of it: a season that is stated or fitted is known. */
  @Test
  void aSeasonThatIsLeftOutIsNoted() throws IOException {
    Random random = new Random(4);
    StringBuilder csv = new StringBuilder("month,usd\n");
    for (int t = 0; t < 96; t++) {
      YearMonth month = YearMonth.of(2002, 1).plusMonths(t);
      double value = Math.exp(0.3 * Math.sin(month.getMonthValue()) + 0.05 * random.nextGaussian());
      csv.append(String.format(Locale.ROOT, "%s,%.4f%n", month, value));
    }
    write("goods.csv", csv.toString());
    String yaml =
        HEAD
            + """
            flows:
              goods: {from: AAA, to: BBB, annual-value: fit, growth: 0, fit: goods}
            data:
              goods: {file: goods.csv, date: month, value: usd, unit: bn USD}
            """;
    assertThat(read(yaml).notes())
        .extracting(FileProblem::toString)
        .anySatisfy(note -> assertThat(note).contains("flows.goods: goods has a season"));
    assertThat(read(yaml.replace("growth: 0", "growth: 0, season: fit")).notes())
        .extracting(FileProblem::message)
        .noneMatch(note -> note.contains("season"));
  }

  @Test
  void whatDoesNotFitIsSaid() throws IOException {
    write("brent.csv", oil(1, 70));
    assertThatThrownBy(() -> read(FITTED.replace("value: usd,", "value: uds,")))
        .hasMessageContaining("brent.csv:1:1: data.brent: there is no column 'uds'")
        .hasMessageContaining("did you mean 'usd'");
    assertThatThrownBy(() -> read(FITTED.replace("fit: brent}", "fit: bernt}")))
        .hasMessageContaining("drivers.brent.fit: there is no series 'bernt' in `data`");
    assertThatThrownBy(
            () -> read(FITTED.replace("value: usd, unit: USD/bbl", "value: usd, unit: MW")))
        .hasMessageContaining("brent is in MW, the driver in USD/bbl");
    assertThatThrownBy(() -> read(FITTED.replace("start: 2010-01", "start: 2000-05")))
        .hasMessageContaining("brent has 4 observations to fit to; at least 8 are needed");
    assertThatThrownBy(() -> read(FITTED.replace("date: month", "dat: month")))
        .hasMessageContaining("data.brent.dat: unknown key 'dat'");
    assertThatThrownBy(
            () ->
                read(
                    FITTED.replace(
                        "reversion: fit", "reversion: {choice: {values: [1], weights: [1]}}")))
        .hasMessageContaining("drivers.brent.reversion: can't be updated by data");
    assertThatThrownBy(
            () -> read(FITTED.replace("reversion: fit", "reversion: {normal: [0.5, -1]}")))
        .hasMessageContaining(
            "drivers.brent.reversion: normal: the standard deviation must be at least 0, not -1");
    assertThatThrownBy(
            () ->
                read(
                    FITTED.replace(
                        "kind: log-ou, level: {lognormal: [60, 0.5]}, reversion: fit,",
                        "kind: constant, start: 1,")))
        .hasMessageContaining("only drivers of kind gbm, ou, log-ou and jump are fitted");
    assertThatThrownBy(() -> read(FITTED.replace("brent.csv", "bront.csv")))
        .hasMessageContaining("data.brent.file: there is no file 'bront.csv'");
  }

  // ---------------------------------------------------------------------- files that people have

  private DataSeries series(String spec, String csv) throws IOException {
    Files.write(folder.resolve("x.csv"), csv.getBytes(StandardCharsets.UTF_8));
    return read(HEAD + "data:\n  x: {file: x.csv, " + spec + "}\n").evidence().data().get("x");
  }

  @Test
  void dataThatBeginLaterAndEmptyFilesAreSaid() throws IOException {
    write("brent.csv", "month,usd\n2010-01,60\n2010-02,61\n");
    assertThatThrownBy(() -> read(FITTED))
        .hasMessageContaining(
            "brent has no value that was out before 2010-01 and is used; it begins in 2010-01");
    write("brent.csv", "");
    assertThatThrownBy(() -> read(FITTED))
        .hasMessageContaining(
            "data.brent.file: is empty: it must have a row of the names of columns, and rows"
                + " below");
  }

  /** Series have names of their own, which may be those of what they are of. */
  @Test
  void aSeriesMayBeCalledAsItsDriverAndMustHaveAnId() throws IOException {
    write("brent.csv", oil(1, 70));
    assertThat(read(FITTED).evidence().data()).containsOnlyKeys("brent");
    assertThatThrownBy(() -> read(FITTED.replace("  brent: {file", "  9x: {file")))
        .hasMessageContaining("data.9x: an id is a letter, then letters, digits");
  }

  @Test
  void semicolonsWithDecimalCommasAndAByteOrderMarkAreRead() throws IOException {
    DataSeries series =
        series(
            "date: Monat, value: Wert, unit: USD/bbl",
            "\uFEFFMonat;Wert\r\n2019-01;\"59,41\"\r\n2019-02;60\r\n2019-03;\r\n");
    assertThat(series.actual().grid()).containsExactly(59.41, 60);
    assertThat(series("date: m, value: v, unit: x", "m\tv\n2019-01\t1.5\n").actual().grid())
        .containsExactly(1.5);
    assertThatThrownBy(() -> series("date: m, value: v", "m;v\n2019-01;1,5\n2019-02;1.234\n"))
        .hasMessageContaining("x.csv:3:9: data.x: must be a number with a decimal comma");
  }

  /** 1,5 is 1.5, and neither 1 nor in the next column. */
  @Test
  void aCommaThatCutsACellIsSaid() throws IOException {
    assertThatThrownBy(() -> series("date: d, value: v", "d,v\n2019-01,1,5\n2019-02,2,\n"))
        .hasMessageContaining("x.csv:2:11: data.x: stands below no name of a column")
        .hasMessageNotContaining("x.csv:3");
    assertThatThrownBy(() -> series("where: {of: a}", "of,2015,2016\nb,1,2,3\na,1,2,3\n"))
        .hasMessageContaining("x.csv:3:7: data.x: stands below no name of a column");
    assertThatThrownBy(() -> series("date: d, value: v", "d,v,v\n2019-01,1,2\n"))
        .hasMessageContaining("x.csv:1:5: data.x: there are two columns 'v'");
    assertThatThrownBy(
            () ->
                series("date: d, value: v, lag: 1, published: p", "d,v,p\n2009-01,1,2009-03-01\n"))
        .hasMessageContaining("data.x.lag: stands beside `published`");
    write("draws.csv", "a,b\n1,2\n1,5,2\n");
    assertThatThrownBy(() -> read(HEAD + "draws: {mine: {file: draws.csv}}\n"))
        .hasMessageContaining("line 3 of draws.csv has more cells than line 1 names columns");
  }

  @Test
  void amountsBecomePowerAndFlows() throws IOException {
    DataSeries power = series("date: y, value: v, unit: TWh", "y,v\n2018,8.76\n");
    assertThat(power.every()).isEqualTo(Every.YEAR);
    assertThat(power.unit()).isEqualTo("MW");
    assertThat(power.of()).isEqualTo(Of.MEAN);
    assertThat(power.actual().grid()[0]).isCloseTo(1000, within(1e-9));
    assertThat(series("date: y, value: v, unit: bcm", "y,v\n2019-01,0.31\n").actual().grid()[0])
        .isCloseTo(10, within(1e-12));
    DataSeries money =
        series("date: e, value: v, unit: mn USD, every: year", "e,v\n2018-03-20,6250\n");
    assertThat(money.of()).isEqualTo(Of.SUM);
    assertThat(money.actual().first().orElseThrow()).hasToString("year to 2018-03");
    assertThat(money.actual().grid()).containsExactly(6.25e9);
    assertThat(series("date: y, value: v, unit: '%'", "y,v\n2018,4\n").actual().grid())
        .containsExactly(0.04);
  }

  @Test
  void comtradeIsReadAsItComes() throws IOException {
    String csv =
        """
        typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,flowCode,partnerISO,cmdCode,isReported,primaryValue
        C,A,20160101,2016,52,2016,364,IRN,X,IRQ,TOTAL,true,6150000000.5
        C,A,20170101,2017,52,2017,364,IRN,X,IRQ,TOTAL,true,6420000000
        C,A,20170101,2017,52,2017,364,IRN,M,IRQ,TOTAL,true,77000000
        """;
    assertThat(
            series(
                    "date: period, value: primaryValue, unit: USD, where: {flowCode: X, partnerISO:"
                        + " IRQ}",
                    csv)
                .actual()
                .grid())
        .containsExactly(6150000000.5, 6420000000.0);
  }

  @Test
  void eurostatIsReadAsItComes() throws IOException {
    String csv =
        """
        DATAFLOW,LAST UPDATE,freq,siec,partner,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS
        ESTAT:NRG_TI_GASM(1.0),10/02/24 23:00:00,M,G3000,RU,MIO_M3,DE,2020-01,4210.5,,
        ESTAT:NRG_TI_GASM(1.0),10/02/24 23:00:00,M,G3000,RU,MIO_M3,DE,2020-02,:,c,
        ESTAT:NRG_TI_GASM(1.0),10/02/24 23:00:00,M,G3000,RU,MIO_M3,DE,2020-03,3100,e,
        ESTAT:NRG_TI_GASM(1.0),10/02/24 23:00:00,M,G3000,NO,MIO_M3,DE,2020-01,1,,
        """;
    DataSeries series =
        series(
            "date: TIME_PERIOD, value: OBS_VALUE, unit: mcm, where: {partner: RU, geo: DE}", csv);
    assertThat(series.actual().count()).isEqualTo(2);
    assertThat(series.actual().gaps()).hasSize(1);
    assertThat(series.actual().grid()[2]).isCloseTo(100, within(1e-12));
  }

  @Test
  void eiaIsReadAsItComes() throws IOException {
    String csv =
        """
        Europe Brent Spot Price FOB
        https://www.eia.gov/dnav/pet/hist/LeafHandler.ashx?n=PET&s=RBRTE&f=M
        Source: Thomson Reuters

        Month,Europe Brent Spot Price FOB Dollars per Barrel
        Mar 2019,66.14
        Feb 2019,63.96
        Jan 2019,NA
        """;
    DataSeries series =
        series(
            "date: Month, value: Europe Brent Spot Price FOB Dollars per Barrel, unit: USD/bbl",
            csv);
    assertThat(series.actual().grid()).containsExactly(63.96, 66.14);
  }

  @Test
  void theWorldBankIsReadAsItComes() throws IOException {
    String csv =
        """
        "Data Source","World Development Indicators",

        "Last Updated Date","2019-03-21",

        "Country Name","Country Code","Indicator Name","Indicator Code","2015","2016","2017",
        "Iran, Islamic Rep.","IRN","GDP","NY.GDP.MKTP.CD","385874474398.59","418976679728.597","",
        "Iraq","IRQ","GDP","NY.GDP.MKTP.CD","177719004728.14","..","192060810811.44",
        """;
    DataSeries series = series("unit: USD, where: {Country Code: IRQ}", csv);
    assertThat(series.actual().grid())
        .containsExactly(177719004728.14, Double.NaN, 192060810811.44);
    assertThat(
            series(
                    "unit: USD, where: {Country Code: IRQ}",
                    "Country Code,2015 [YR2015],2016 [YR2016]\nIRQ,1,2\n")
                .actual()
                .grid())
        .containsExactly(1, 2);
  }
}
