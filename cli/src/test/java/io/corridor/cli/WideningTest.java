package io.corridor.cli;

import static io.corridor.cli.CommandLines.corridor;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.cli.CommandLines.Outcome;
import io.corridor.evidence.fit.FitCache;
import io.corridor.evidence.fit.FitFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run is as wide as its file's backtest asks for, which runs once, and says so. */
class WideningTest {
  private static final String KEY = "drivers.brent";

  @TempDir private Path folder;
  private String file = "";
  private double factor;

  /** Steps go on as they went, so that forecasts of some months miss. */
  @BeforeEach
  void write() throws IOException {
    Random random = new Random(5);
    StringBuilder csv = new StringBuilder("month,usd\n");
    double x = Math.log(50);
    double step = 0;
    for (int t = 0; t < 120; t++) {
      csv.append(
          String.format(
              Locale.ROOT, "%s,%.3f%n", YearMonth.of(2000, 1).plusMonths(t), Math.exp(x)));
      step = 0.8 * step + 0.05 * random.nextGaussian();
      x += step;
    }
    Files.writeString(folder.resolve("brent.csv"), csv);
    file =
        Files.writeString(
                folder.resolve("oil.yaml"),
                """
                corridor: 1
                name: Oil
                parties: {exporter: AAA, importer: BBB}
                start: 2010-01
                months: 12
                drivers:
                  brent: {label: the oil price, kind: gbm, unit: USD/bbl, fit: brent}
                flows:
                  goods: {from: AAA, to: BBB, annual-value: 12 bn USD/year, elasticities: {brent: 0.5}}
                questions:
                  dear: {metric: driver.brent, at-least: 60, by: 2010-06}
                data:
                  brent: {file: brent.csv, date: month, value: usd, unit: USD/bbl, of: end}
                backtest:
                  origins: {from: 2004-01, to: 2009-01, every: 6}
                  horizons: [6]
                  series: {driver.brent: brent}
                run: {paths: 300}
                variants:
                  calm: {drivers.brent.drift: 0}
                """)
            .toString();
    keep(FitCache.NONE);
    factor = json(corridor("backtest", file, "--json")).at("/widen/" + KEY + "/factor").asDouble();
    assertThat(factor).isGreaterThan(1.05);
  }

  @AfterEach
  void keepNone() {
    keep(FitCache.NONE);
  }

  /** As a process that begins: it remembers nothing. */
  private static void keep(FitCache kept) {
    ScenarioStore.keepFits(kept);
  }

  private static JsonNode json(Outcome outcome) {
    assertThat(outcome.status()).isZero();
    return JsonMapper.shared().readTree(outcome.out());
  }

  private static double factor(Outcome outcome) {
    return json(outcome).at("/widened/" + KEY).asDouble();
  }

  @Test
  void theBacktestRunsOnceAndIsKept() throws IOException {
    Path fits = folder.resolve("fits");
    keep(FitFolder.of(fits, 1L << 30));
    Outcome first = corridor("run", file, "--json");
    assertThat(factor(first)).isEqualTo(factor);
    assertThat(first.err())
        .startsWith("corridor: the file's backtest tells how much wider fits should be")
        .contains("11 origins of 300 paths each");
    // Another variant, other paths and what is set change nothing of it.
    Outcome varied =
        corridor(
            "run", file, "--variant", "calm", "--paths", "40", "--set", "run.seed=9", "--json");
    assertThat(factor(varied)).isEqualTo(factor);
    assertThat(varied.err()).doesNotContain("backtest");
    keep(FitFolder.of(fits, 1L << 30));
    Outcome kept = corridor("run", file, "--json");
    assertThat(kept.err()).isEmpty();
    assertThat(answers(kept)).isEqualTo(answers(first));
    for (Path one : files(fits)) {
      Files.writeString(one, "damaged");
    }
    keep(FitFolder.of(fits, 1L << 30));
    assertThat(answers(corridor("run", file, "--json"))).isEqualTo(answers(first));
    assertThat(corridor("run", file, "--json", "--no-cache").err()).contains("backtest tells");
  }

  private static JsonNode answers(Outcome outcome) {
    return json(outcome).get("metrics");
  }

  private static Iterable<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void itIsSaidWhereverBandsAre() throws IOException {
    Path out = folder.resolve("out");
    Outcome run = corridor("run", file, "--out", out.toString(), "--no-live", "--no-backtest");
    String said =
        "The oil price: its band is × "
            + Math.round(100 * factor) / 100.0
            + " by what such forecasts missed (rms z ";
    assertThat(run.out().replace("\n", " ")).contains(said);
    JsonNode result = JsonMapper.shared().readTree(out.resolve("result.json"));
    assertThat(result.at("/widened/" + KEY).asDouble()).isEqualTo(factor);
    String page = Files.readString(out.resolve("report.html"));
    assertThat(page).contains(said);
    // Made again of what was written, it says the same.
    assertThat(corridor("report", out.toString(), "--no-live").status()).isZero();
    assertThat(Files.readString(out.resolve("report.html"))).isEqualTo(page);
    String words = corridor("run", file, "--set", "drivers.brent.fit={to: brent, widen: 2}").out();
    assertThat(words).contains("The oil price: its band is × 2 by the file's word (widen).");
  }

  @Test
  void thatMayBeTurnedOff() {
    keep(FitCache.NONE);
    Outcome off = corridor("run", file, "--set", "backtest.widen=false", "--json");
    assertThat(json(off).has("widened")).isFalse();
    assertThat(off.err()).doesNotContain("backtest tells");
    for (String command : new String[] {"validate", "metrics", "backtest"}) {
      assertThat(corridor(command, file).err()).isEmpty();
    }
  }
}
