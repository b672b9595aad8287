package io.corridor.cli;

import static io.corridor.cli.CommandLines.corridor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.cli.CommandLines.Outcome;
import io.corridor.model.Scenario;
import io.corridor.projection.Comparison;
import io.corridor.projection.Projection;
import io.corridor.report.internal.page.PackedTexts;
import io.corridor.run.CancelledException;
import io.corridor.simulation.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CompareCommandTest {
  /** Trade of a log-normal amount, with a condition that two of the variants change. */
  private static final String SCENARIO =
      """
      corridor: 1
      name: Two goods
      parties: {exporter: AAA, importer: BBB}
      start: 2020-01
      months: 24
      drivers:
        demand: {kind: gbm, start: 1, drift: 0.02, volatility: 0.3}
        other: {kind: gbm, start: 1, volatility: 0.3}
      flows:
        goods: {from: AAA, to: BBB, annual-value: 10 bn USD/year, elasticities: {demand: 1}}
      questions:
        reaches-12bn: {metric: total.12m, at-least: 12 bn USD/year, by: 2021-12}
        months-high: {metric: driver.demand, above: 1.1, count-months: true}
        other-high: {metric: driver.other, above: 1, at: 2021-12}
        if-high: {metric: total.12m, at-least: 12 bn USD/year, by: 2021-12, given: other-high}
      run: {paths: 3000, seed: 5}
      variants:
        growing: {drivers.demand.drift: 0.1}
        other-never: {drivers.other: {kind: constant, start: 0.5}}
        shorter: {months: 24, drivers.demand.volatility: 0.1}
      """;

  @TempDir private Path folder;
  private String file = "";

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("goods.yaml"), SCENARIO).toString();
  }

  private JsonNode json(String... more) {
    String[] args = new String[more.length + 3];
    args[0] = "compare";
    args[1] = file;
    System.arraycopy(more, 0, args, 2, more.length);
    args[args.length - 1] = "--json";
    Outcome outcome = corridor(args);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    return JsonMapper.shared().readTree(outcome.out());
  }

  @Test
  void jsonHasTheKeysOfTheFormat() {
    JsonNode json = json("base", "growing");
    assertThat(json.propertyNames())
        .containsExactly("corridor", "run", "base", "variants", "differences");
    assertThat(json.get("base").asString()).isEqualTo("base");
    assertThat(json.get("run").toString())
        .isEqualTo(
            "{\"paths\":3000,\"seed\":5,\"months\":24,\"start\":\"2020-01\",\"sampling\":\"random\"}");
    assertThat(json.get("variants").propertyNames()).containsExactly("base", "growing");
    assertThat(json.at("/variants/growing").propertyNames())
        .containsExactly("questions", "metrics");
    assertThat(json.get("differences").propertyNames()).containsExactly("growing");
    assertThat(json.at("/differences/growing/questions/reaches-12bn").propertyNames())
        .containsExactly("difference", "standardError", "above", "below");
    JsonNode metric = json.at("/differences/growing/metrics").get("total.12m");
    assertThat(metric.propertyNames()).containsExactly("months", "difference", "se", "above");
    metric.forEach(array -> assertThat(array.size()).isEqualTo(24));
    assertThat(metric.at("/months/23").asString()).isEqualTo("2021-12");
    assertThat(metric.at("/above/23").asDouble()).isEqualTo(1);
  }

  @Test
  void variantsSayWhatTheySayAlone() {
    JsonNode compared = json("growing").at("/variants/growing");
    JsonNode alone =
        JsonMapper.shared().readTree(corridor("run", file, "--variant", "growing", "--json").out());
    assertThat(compared.get("questions")).isEqualTo(alone.get("questions"));
    assertThat(compared.get("metrics")).isEqualTo(alone.get("metrics"));
  }

  @Test
  void differencesAreThoseOfTheAnswers() {
    JsonNode json = json("growing");
    JsonNode differences = json.at("/differences/growing/questions");
    for (String question : new String[] {"reaches-12bn", "if-high"}) {
      double growing =
          json.at("/variants/growing/questions/" + question + "/probability").asDouble();
      double base = json.at("/variants/base/questions/" + question + "/probability").asDouble();
      assertThat(differences.get(question).get("difference").asDouble())
          .isCloseTo(growing - base, within(1e-15));
    }
    double independent =
        Math.hypot(
            json.at("/variants/growing/questions/reaches-12bn/standardError").asDouble(),
            json.at("/variants/base/questions/reaches-12bn/standardError").asDouble());
    // Of a fifth of the paths the answer changes: paired, the error is √(0.2·0.8) against about
    // 0.7.
    assertThat(differences.at("/reaches-12bn/standardError").asDouble())
        .isPositive()
        .isLessThan(0.65 * independent);
    assertThat(differences.at("/other-high/difference").asDouble()).isZero();
    assertThat(differences.at("/other-high/standardError").asDouble()).isZero();
  }

  @Test
  void aConditionalDifferenceIsReconciled() {
    JsonNode json =
        json(
            "growing",
            "--set",
            "drivers.other.start=1.0",
            "--set",
            "questions.other-high.metric=total.12m",
            "--set",
            "questions.other-high.above=10.5 bn USD/year");
    JsonNode difference = json.at("/differences/growing/questions/if-high");
    JsonNode paths = difference.get("paths");
    assertThat(paths.get("base").asLong())
        .isEqualTo(json.at("/variants/base/questions/if-high/paths").asLong());
    assertThat(paths.get("variant").asLong())
        .isEqualTo(json.at("/variants/growing/questions/if-high/paths").asLong())
        .isGreaterThan(paths.get("base").asLong());
    // What is above 10.5 bn is so the more with growth: the base's paths are those of both.
    assertThat(paths.get("both").asLong()).isEqualTo(paths.get("base").asLong());
    // Where both count, growth can only help; what it lets in is lower, and the two may even differ
    // in sign.
    assertThat(difference.get("bothDifference").asDouble())
        .isCloseTo(
            difference.get("above").asDouble() - difference.get("below").asDouble(), within(1e-15))
        .isPositive()
        .isGreaterThan(difference.get("difference").asDouble());
    assertThat(difference.get("bothStandardError").asDouble()).isPositive();
  }

  @Test
  void whereAConditionNeverHoldsTheDifferenceIsNull() {
    JsonNode difference = json("other-never").at("/differences/other-never/questions/if-high");
    assertThat(difference.get("difference").isNull()).isTrue();
    assertThat(difference.get("standardError").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "base growing, base, base growing",
    "growing, base, base growing",
    "growing base, base, base growing",
    "growing shorter, base, base growing shorter",
    "shorter --base growing, growing, growing base shorter",
    "base shorter --base growing, growing, growing base shorter",
    "growing --base base, base, base growing"
  })
  void theFileAsItStandsIsTheBaseUnlessAnotherIsChosen(String named, String base, String variants) {
    JsonNode json = json(named.split(" "));
    assertThat(json.get("base").asString()).isEqualTo(base);
    assertThat(json.get("variants").propertyNames()).containsExactly(variants.split(" "));
    assertThat(json.get("differences").has(base)).isFalse();
  }

  @Test
  void filesGoByTheirNames() throws IOException {
    Path other = folder.resolve("mine.yml");
    Files.writeString(other, SCENARIO.replace("drift: 0.02", "drift: 0.05"));
    JsonNode json = json("growing", other.toString());
    assertThat(json.get("base").asString()).isEqualTo("goods");
    assertThat(json.get("variants").propertyNames()).containsExactly("goods", "growing", "mine");
    JsonNode reversed = json(other.toString(), "--base", other.toString());
    assertThat(reversed.get("base").asString()).isEqualTo("mine");
    assertThat(reversed.get("differences").propertyNames()).containsExactly("goods");
  }

  @Test
  void whatIsSetIsSetInAll() {
    JsonNode json = json("growing", "--set", "flows.goods.annual-value=1 bn USD/year");
    for (String name : new String[] {"base", "growing"}) {
      double start =
          json.at("/variants/" + name + "/metrics").get("total.12m").at("/mean/0").asDouble();
      assertThat(start).isCloseTo(1e9, within(1e3));
    }
  }

  @Test
  void theScreenSaysEachQuestionWithItsAnswers() {
    Outcome outcome = corridor("compare", file, "growing", "other-never");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out())
        .startsWith("Two goods: growing, other-never against base\n")
        .containsPattern(
            "Trade reaches 12 bn USD a year by December 2021: base [0-9.]+ %, growing [0-9.]+ %,")
        .containsPattern("- growing: 3 of 4 answers differ: if-high [0-9.]+ % → [0-9.]+ %;")
        .containsPattern("\n  reaches-12bn .* [0-9.]+ % \\(\\+[0-9.]+ ± [0-9.]+\\) ")
        .containsPattern("\n  months-high \\(months\\) +[0-9.]+ +[0-9.]+ \\(\\+")
        .containsPattern("\n  other-high .* \\(same\\) ")
        .containsPattern("\n  if-high .* no path\n")
        .contains("months-high: Demand is above 1.1 in so many of the 24 months to December 2021")
        .contains("Trade, bn USD a year: means over the paths")
        .contains("3 000 paths of 24 months, seed 5");
    assertThat(outcome.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }

  @Test
  void theScreenReconcilesAConditionalDifference() {
    Outcome outcome =
        corridor(
            "compare",
            file,
            "growing",
            "--set",
            "questions.other-high={metric: total.12m, above: 10.5 bn USD/year, at: 2021-12}");
    assertThat(outcome.out().replace("\n  ", " "))
        .containsPattern(
            "- if-high, growing: its condition holds on [0-9 ]+ paths in base, [0-9 ]+ here, [0-9"
                + " ]+ in both. Difference of the two conditional answers: [−+][0-9.]+ ± [0-9.]+"
                + " points; on the paths where the condition holds in both: [+][0-9.]+ ± [0-9.]+"
                + " points\\.");
  }

  @Test
  void theFileIsWrittenWholeAndNeverOverAnother() throws IOException {
    Path out = folder.resolve("results");
    String[] command = {"compare", file, "growing", "--json", "--out", out.toString()};
    Outcome first = corridor(command);
    assertThat(first.out()).isEqualTo(Files.readString(out.resolve("comparison.json")));
    try (var files = Files.list(out)) {
      assertThat(files)
          .containsExactlyInAnyOrder(
              out.resolve("comparison.json"), out.resolve("comparison.html"));
    }
    Outcome refused = corridor(command);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("holds the results of another run", "--overwrite");
    assertThat(corridor("run", file, "--out", out.toString()).status()).isEqualTo(2);
    assertThat(
            corridor("compare", file, "shorter", "--out", out.toString(), "--overwrite").status())
        .isZero();
    assertThat(Files.readString(out.resolve("comparison.json"))).contains("\"shorter\"");
  }

  @Test
  void thePageHasTheAnswersAndAChartForEachFigure() throws IOException {
    Path out = folder.resolve("results");
    corridor("compare", file, "growing", "other-never", "--out", out.toString());
    String page = Files.readString(out.resolve("comparison.html"));
    assertThat(page.replace('\u00a0', ' ').replace("&#x3D;", "="))
        .contains("Trade reaches 12 bn USD a year by December 2021")
        .containsPattern(">[0-9.]+ % \\(\\+[0-9.]+ ± [0-9.]+ points\\)<br>")
        .containsPattern("true here alone on [0-9.]+ %, in base alone on 0.0 %")
        .contains("growing less the file as it stands")
        .contains("goods.yaml, variant growing; SHA-256 of the file ")
        .contains("corridor compare goods.yaml growing other-never --paths 3000 --seed 5<")
        .doesNotContain("other never less the file as it stands");
    assertEachFigureHasItsChart(page);
  }

  /** Every figure is drawn, and its numbers are in the page to be handed over. */
  static void assertEachFigureHasItsChart(String page) throws IOException {
    JsonNode charts = JsonMapper.shared().readTree(PackedTexts.of(page, "data"));
    assertThat(charts.isEmpty()).isFalse();
    charts
        .propertyNames()
        .forEach(id -> assertThat(page).contains("<div class=\"plot\" id=\"" + id + "\""));
    assertThat(page.split("<figure", -1)).hasSize(1 + charts.size());
    assertThat(page.split("<svg ", -1)).hasSizeGreaterThan(charts.size());
  }

  @Test
  void threadsChangeNothing() {
    assertThat(json("growing", "--threads", "2")).isEqualTo(json("growing", "--threads", "1"));
  }

  @Test
  void whatCannotBeComparedIsSaid() {
    Outcome unknown = corridor("compare", file, "growin");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err())
        .contains("'growin' is neither a variant of", "did you mean 'growing'?");
    Outcome nothing = corridor("compare", file, "base");
    assertThat(nothing.status()).isEqualTo(2);
    assertThat(nothing.err())
        .contains("name something to compare with base", "growing, other-never, shorter");
    Outcome months = corridor("compare", file, "yardstick");
    assertThat(months.status()).isEqualTo(2);
    assertThat(months.err()).contains("'yardstick' starts in", "scenarios of the same months");
    Outcome twice = corridor("compare", file, file);
    assertThat(twice.status()).isEqualTo(2);
    assertThat(twice.err()).contains("two scenarios would be called 'goods'");
  }

  @Test
  void anInterruptedComparisonEndsWithStatus130() {
    Runner cancelled =
        new Runner() {
          @Override
          public Projection run(Scenario scenario, Settings settings) {
            throw new CancelledException(0, settings.paths());
          }

          @Override
          public Comparison compare(
              Scenario base, Map<String, Scenario> variants, Settings settings) {
            throw new CancelledException(1024, settings.paths());
          }
        };
    Outcome outcome = corridor(cancelled, "compare", file, "growing");
    assertThat(outcome.status()).isEqualTo(130);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("interrupted after 1024 of 3000 paths; nothing was written");
  }
}
