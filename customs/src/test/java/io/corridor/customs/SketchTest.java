package io.corridor.customs;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.evidence.fit.Fit;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ScenarioReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SketchTest {
  private static final String HEAD = "period,exporter,importer,told_by,value_mn_usd\n";
  private static final double GROWTH = 0.06;
  private static final double VOLATILITY = 0.2;
  private static final double REVERSION = 3;

  @TempDir Path folder;

  private Sketch sketch(String rows, String exporter, String importer) throws Exception {
    TradeStatistics statistics = new TradeStatistics(exporter, importer, OptionalDouble.empty());
    statistics.read(Files.writeString(folder.resolve("told.csv"), HEAD + rows));
    Sketch sketch = Sketch.of(statistics, Optional.empty(), "my.csv").orElseThrow();
    Files.writeString(folder.resolve("my.csv"), sketch.data());
    Files.writeString(folder.resolve("my.yaml"), sketch.scenario());
    return sketch;
  }

  private LoadedScenario scenario() throws Exception {
    return ScenarioReader.create().read(folder.resolve("my.yaml"));
  }

  /** Ten years of a trade that grows and returns to its growth, by the model's own law. */
  private static String simulated(long seed) {
    Random random = new Random(seed);
    StringBuilder rows = new StringBuilder();
    double keep = Math.exp(-REVERSION / 12);
    double shock = VOLATILITY * Math.sqrt((1 - keep * keep) / (2 * REVERSION));
    double noise = 0;
    for (int month = 0; month < 120; month++) {
      noise = keep * noise + shock * random.nextGaussian();
      rows.append(
          String.format(
              Locale.ROOT,
              "%d-%02d,IRN,IRQ,importer,%.6f%n",
              2009 + month / 12,
              month % 12 + 1,
              500 * Math.pow(1 + GROWTH, month / 12.0) * Math.exp(noise)));
    }
    return rows.toString();
  }

  /** The truth lies in each 99 % interval of three data sets: by chance it wouldn't in 9 %. */
  @Test
  void dataOfAKnownTradeGiveItBack() throws Exception {
    for (int seed = 1; seed <= 3; seed++) {
      sketch(simulated(seed), "IRN", "IRQ");
      Fit fit = scenario().evidence().fits().get(0);
      assertThat(GROWTH)
          .isBetween(
              fit.posterior().percentile("growth", 0.5),
              fit.posterior().percentile("growth", 99.5));
      assertThat(VOLATILITY)
          .isBetween(
              fit.posterior().percentile("noise.volatility", 0.5),
              fit.posterior().percentile("noise.volatility", 99.5));
    }
  }

  @Test
  void itIsAScenarioThatStartsWhereTheDataEnd() throws Exception {
    sketch(simulated(1), "IRN", "IRQ");
    LoadedScenario loaded = scenario();
    assertThat(loaded.scenario().start()).hasToString("2019-01");
    assertThat(loaded.scenario().questions().keySet()).contains("doubles", "halves");
    assertThat(loaded.evidence().backtest().orElseThrow().origins()).hasSizeGreaterThan(3);
    assertThat(loaded.evidence().notes()).isEmpty();
  }

  @Test
  void fewYearsAreJudgedAndSaySo() throws Exception {
    Sketch sketch =
        sketch(
            "2016,IRN,IRQ,importer,6000\n2017,IRN,IRQ,importer,6500\n2018,IRN,IRQ,importer,0\n",
            "IRN",
            "IRQ");
    assertThat(scenario().evidence().fits()).isEmpty();
    assertThat(sketch.scenario())
        .contains("too few values for a fit")
        .contains("[judged]")
        .contains("No backtest");
    assertThat(String.join("\n", sketch.judged())).contains("irn-irq is judged");
    assertThat(sketch.data()).doesNotContain("2018,");
  }

  @Test
  void mirrorsAreComparedAndTheOneTakenIsNamed() throws Exception {
    StringBuilder rows = new StringBuilder();
    for (int year = 2000; year < 2019; year++) {
      rows.append("%d,IRN,IRQ,importer,110%n%d,IRN,IRQ,exporter,100%n".formatted(year, year));
    }
    List<String> told = sketch(rows.toString(), "IRN", "IRQ").told();
    assertThat(told)
        .anyMatch(
            line -> line.startsWith("IRN to IRQ: the buyer’s figures of 19 years, 2000 to 2018"))
        .anyMatch(
            line -> line.contains("the seller’s figures are 91 % of these over the 19 periods"));
  }

  @Test
  void gapsAreTold() throws Exception {
    String rows = simulated(2).replaceAll("(?m)^2011-0[45],.*\\R", "");
    assertThat(sketch(rows, "IRN", "IRQ").told())
        .anyMatch(line -> line.contains("2 without a value, such as 2011-04"));
  }

  @Test
  void partnersAreTheLargestOtherBuyers() throws Exception {
    String rows = simulated(3);
    sketch(
        rows
            + rows.replace(",IRQ,", ",TUR,")
            + rows.replace(",IRQ,", ",CHN,").replaceAll("(?m)$", "0"),
        "IRN",
        "IRQ");
    assertThat(scenario().scenario().partners().keySet()).containsExactlyInAnyOrder("CHN", "TUR");
  }
}
