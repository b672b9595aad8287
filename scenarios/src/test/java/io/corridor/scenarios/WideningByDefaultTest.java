package io.corridor.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.evidence.forecast.Backtest;
import io.corridor.evidence.forecast.Widener;
import io.corridor.evidence.score.Widened;
import io.corridor.evidence.score.Widening;
import io.corridor.model.DrawTable;
import io.corridor.run.Progress;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Fits that state no widening take what the file's backtest finds, which somebody must ask for. */
class WideningByDefaultTest {
  private static final String OIL =
      """
      corridor: 1
      name: Oil
      parties: {exporter: AAA, importer: BBB}
      start: 2010-01
      months: 12
      drivers:
        brent: {kind: gbm, unit: USD/bbl, fit: brent}
        copper: {kind: gbm, unit: USD/t, fit: copper}
      flows:
        goods: {from: AAA, to: BBB, annual-value: 2 bn USD/year}
      data:
        brent: {file: brent.csv, date: month, value: x, unit: USD/bbl, of: end}
        copper: {file: copper.csv, date: month, value: x, unit: USD/t, of: end}
      backtest: {origins: [2007-01, 2008-01, 2009-01], horizons: [6], series: {driver.brent: brent}}
      run: {paths: 400, seed: 3}
      variants:
        calm: {drivers.brent.volatility: 0.1}
        stated: {drivers.brent.fit: {to: brent, widen: 1.25}}
      """;

  private static final Widening FOUND = new Widening("driver.brent", 40, 23.2, 1.31, 1.5);

  private static final Map<String, String> FILES =
      Map.of("brent.csv", months(1), "copper.csv", months(2));

  private final List<Backtest> asked = new ArrayList<>();
  private final List<String> of = new ArrayList<>();

  private final ScenarioReader reader =
      ScenarioReader.create()
          .rememberingFits()
          .wideningBy(
              (backtest, text) -> {
                asked.add(backtest);
                of.add(text.get());
                return Map.of("drivers.brent", Widened.by(FOUND));
              });

  private static String months(int seed) {
    Random random = new Random(seed);
    StringBuilder csv = new StringBuilder("month,x\n");
    double x = Math.log(50);
    for (int t = 0; t < 120; t++) {
      csv.append(
          String.format(
              Locale.ROOT, "%s,%.3f%n", YearMonth.of(2000, 1).plusMonths(t), Math.exp(x)));
      x += 0.09 * random.nextGaussian();
    }
    return csv.toString();
  }

  private LoadedScenario read(String yaml) {
    return read(yaml, usual -> usual);
  }

  private LoadedScenario read(String yaml, UnaryOperator<ScenarioReader> change) {
    return change.apply(reader).readText(yaml, "oil.yaml", FILES);
  }

  private static DrawTable draws(LoadedScenario loaded, String driver) {
    return loaded.scenario().draws().get("fit-drivers-" + driver);
  }

  private static List<Double> volatility(LoadedScenario loaded) {
    return draws(loaded, "brent").columns().get("drivers.brent.volatility");
  }

  @Test
  void whatIsFoundMultipliesTheSpread() {
    LoadedScenario plain = read(OIL, usual -> usual.wideningBy(Widener.NONE));
    LoadedScenario wide = read(OIL);
    List<Double> was = volatility(plain);
    assertThat(volatility(wide)).isEqualTo(was.stream().map(number -> 1.5 * number).toList());
    assertThat(draws(wide, "copper")).isEqualTo(draws(plain, "copper"));
    assertThat(wide.evidence().widened())
        .containsExactly(Map.entry("drivers.brent", Widened.by(FOUND)));
    assertThat(wide.evidence().fits().get(0).warnings())
        .contains("its band is × 1.5 by what such forecasts missed (rms z 1.3, 23 effective)");
    assertThat(plain.evidence().widened()).isEmpty();
    // Nobody asserts it, and never twice: backtests run unwidened.
    assertThat(wide.evidence().asserted()).doesNotContain("drivers.brent.fit.widen");
    YearMonth origin = YearMonth.of(2008, 1);
    assertThat(wide.evidence().at(origin, 6).scenario())
        .isEqualTo(plain.evidence().at(origin, 6).scenario());
    // Whoever has the texts reads the same, and asks nobody.
    assertThat(ScenarioReader.create().read(wide.texts(), "oil.yaml").scenario())
        .isEqualTo(wide.scenario());
    assertThat(asked).hasSize(1);
  }

  @Test
  void theBacktestIsAsTheCommandRunsIt() {
    LoadedScenario loaded =
        read(
            OIL,
            usual ->
                usual.wideningBy(
                    (backtest, text) -> {
                      Map<String, Widened> found = new LinkedHashMap<>();
                      backtest
                          .run(Progress.NONE)
                          .widen()
                          .forEach((key, widening) -> found.put(key, Widened.by(widening)));
                      return found;
                    }));
    Backtest command =
        new Backtest(loaded.evidence().backtest().orElseThrow(), loaded.evidence(), 400, 3);
    Widening found = command.run(Progress.NONE).widen().get("drivers.brent");
    assertThat(loaded.texts().widen())
        .containsExactly(Map.entry("drivers.brent", Widened.by(found)));
  }

  @Test
  void whatIsStatedWins() {
    LoadedScenario stated = read(OIL, usual -> usual.withVariant("stated"));
    assertThat(stated.evidence().widened())
        .containsExactly(Map.entry("drivers.brent", new Widened(1.25, Optional.empty())));
    LoadedScenario none = read(OIL.replace("fit: brent", "fit: {to: brent, widen: 1}"));
    assertThat(none.evidence().widened()).isEmpty();
    assertThat(none.evidence().asserted()).contains("drivers.brent.fit.widen");
    String off = OIL.replace("backtest: {", "backtest: {widen: false, ");
    assertThat(read(off).evidence().widened()).isEmpty();
    assertThat(asked).isEmpty();
    assertThat(
            read(off, usual -> usual.withSet("drivers.brent.fit", "{to: brent, widen: 1.1}"))
                .evidence()
                .widened())
        .containsKey("drivers.brent");
    assertThat(asked).isEmpty();
    assertThat(read(off, usual -> usual.withSet("backtest.widen", "true")).evidence().widened())
        .containsExactly(Map.entry("drivers.brent", Widened.by(FOUND)));
  }

  /** Other variants and what is set change nothing of what is found, nor what people only read. */
  @Test
  void itIsFoundOfTheFileAsItStands() {
    read(OIL);
    read(OIL, usual -> usual.withVariant("calm"));
    read(OIL, usual -> usual.withSet("drivers.copper.drift", "0.3").withSet("run.paths", "7"));
    read(OIL + "labels: {drivers.brent: the oil price} # with a remark\n");
    assertThat(of).hasSize(4).allMatch(of.get(0)::equals);
    assertThat(asked).allMatch(backtest -> backtest.paths() == 400 && backtest.seed() == 3);
    read(OIL.replace("annual-value: 2", "annual-value: 3"));
    read(OIL.replace("paths: 400", "paths: 1_000_000"));
    assertThat(of.get(4)).isNotEqualTo(of.get(0));
    assertThat(of.get(5)).isEqualTo(of.get(0));
    assertThat(asked.get(5).paths()).isEqualTo(Backtest.USUAL_PATHS);
    Map<String, String> others = new LinkedHashMap<>(FILES);
    others.put("brent.csv", months(7));
    reader.readText(OIL, "oil.yaml", others);
    assertThat(of.get(6)).isNotEqualTo(of.get(0));
    // A file that is only right with what is set is put back to the past with that.
    read(OIL.replace("months: 12", "months: 0"), usual -> usual.withSet("months", "12"));
    assertThat(of.get(7)).isEqualTo(of.get(0));
  }

  @Test
  void whatCantBeWidenedIsToldBefore() {
    String regimes =
        OIL.replace("USD/bbl, fit", "USD/bbl, by-regime: {storm: {volatility: 0.4}}, fit")
            + "regime: {states: [still, storm], initial: still}\nparameters: {spread: 0.2}\n";
    regimes = regimes.replace("  stated: {drivers.brent.fit: {to: brent, widen: 1.25}}\n", "");
    String parameter = regimes.replace("volatility: 0.4", "volatility: {parameter: spread}");
    assertThatThrownBy(() -> read(parameter))
        .isInstanceOf(ScenarioFileException.class)
        .hasMessageStartingWith("oil.yaml:7:")
        .hasMessageEndingWith(
            "drivers.brent.fit.widen: can't widen a volatility that is a parameter; write the"
                + " number in its place, or widen: 1 at its fit");
    String varied =
        regimes.replace(
            "{drivers.brent.volatility: 0.1}",
            "{drivers.brent.by-regime.storm.volatility: {parameter: spread}}");
    assertThatThrownBy(() -> read(varied))
        .hasMessageContaining("can't widen a volatility that is a parameter")
        .hasMessageContaining("variant calm");
    assertThat(asked).isEmpty();
    read(parameter.replace("fit: brent", "fit: {to: brent, widen: 1}"));
    read(parameter.replace("backtest: {", "backtest: {widen: false, "));
    assertThat(asked).isEmpty();
  }

  /** Nobody who runs what is shipped waits for a backtest. */
  @Test
  void whatIsShippedAsksNobody() {
    for (String name : ShippedScenarios.names()) {
      for (String variant : reader.readShipped(name).variants()) {
        reader.withVariant(variant).readShipped(name);
      }
    }
    assertThat(asked).isEmpty();
  }
}
