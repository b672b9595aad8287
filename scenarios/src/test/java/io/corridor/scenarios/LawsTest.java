package io.corridor.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.corridor.model.Distribution;
import io.corridor.model.Distribution.Quantiles;
import io.corridor.model.DrawTable;
import io.corridor.model.Scale;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as people know them: intervals, quantiles, and joint draws. */
class LawsTest {
  private static final String GOODS = "annual-value: 2 bn USD/year";

  @TempDir Path folder;

  private static Scenario read(String yaml) {
    Scenario scenario = ScenarioReader.create().readText(yaml, "x.yaml").scenario();
    String written = ScenarioWriter.write(scenario);
    assertThat(ScenarioReader.create().readText(written, "x.yaml").scenario()).isEqualTo(scenario);
    return scenario;
  }

  private static FileProblem problem(ScenarioFileException exception) {
    assertThat(exception).as("the scenario is refused").isNotNull();
    assertThat(exception.problems()).as("%s", exception.problems()).hasSize(1);
    return exception.problems().get(0);
  }

  /** The scale of an interval follows the range of the number. */
  @ParameterizedTest
  @CsvSource({
    "annual-value: 1 to 3 bn USD/year, annual-value, LOG, 1e9, 3e9",
    "annual-value: 100 to 250 mn USD/month, annual-value, LOG, 1.2e9, 3e9",
    "growth: -2 to 5 %, growth, GROWTH, -0.02, 0.05",
    "'partner-share: 10 to 30 %, substitution: 3', partner-share, LOGIT, 0.1, 0.3",
    "'partner-share: 0.5, substitution: 2.5 to 5', substitution, EXCESS, 2.5, 5",
    "upper-elasticity: .5to1.5, upper-elasticity, LOG, 0.5, 1.5"
  })
  void intervals(String written, String key, Scale scale, double low, double high) {
    String all = written.startsWith("annual-value") ? written : GOODS + ", " + written;
    var goods = read(Minimal.replacing(GOODS, all)).flows().get("goods");
    Value value =
        switch (key) {
          case "annual-value" -> goods.annualValue();
          case "growth" -> goods.growth();
          case "partner-share" -> goods.partnerShare();
          case "substitution" -> goods.substitution().orElseThrow();
          default -> goods.upperElasticity();
        };
    assertThat(value).isEqualTo(Quantiles.interval(low, high, scale));
  }

  @Test
  void parametersTellTheirScaleByTheirValuesOrByAWord() {
    Map<String, Value> parameters =
        read(Minimal.replacing(
                "drivers:",
                """
                parameters:
                  positive: 9 to 20 mcm/d
                  either: -1 to 2
                  straight: {quantiles: {5: 9, 50: 12, 95: 20}, scale: linear}
                  chance: {quantiles: {5: 2 %, 95: 30 %}, scale: logit}
                  choices: {quantiles: {2.5: 0.1, 97.5: 2}}
                drivers:
                  steady: {kind: constant, start: 1 to 2}
                """))
            .parameters();
    assertThat(parameters.get("positive")).isEqualTo(Quantiles.interval(9, 20, Scale.LOG));
    assertThat(parameters.get("either")).isEqualTo(Quantiles.interval(-1, 2, Scale.LINEAR));
    assertThat(parameters.get("straight"))
        .isEqualTo(new Quantiles(List.of(5.0, 50.0, 95.0), List.of(9.0, 12.0, 20.0), Scale.LINEAR));
    assertThat(parameters.get("chance")).isEqualTo(Quantiles.interval(0.02, 0.3, Scale.LOGIT));
    assertThat(parameters.get("choices"))
        .isEqualTo(new Quantiles(List.of(2.5, 97.5), List.of(0.1, 2.0), Scale.LOG));
  }

  @Test
  void aParameterWithAnIntervalsUnitFitsItsDimension() {
    String yaml =
        Minimal.replacing("drivers:", "parameters: {size: 9 to 20 bcm/year}\ndrivers:")
            .replace("demand: {base: 10 mcm/d}", "demand: {base: {parameter: size}}");
    assertThat(read(yaml).parameters().get("size"))
        .isEqualTo(Quantiles.interval(9 / 0.365, 20 / 0.365, Scale.LOG));
    String wrong = yaml.replace("bcm/year", "GW");
    FileProblem problem =
        problem(catchThrowableOfType(ScenarioFileException.class, () -> read(wrong)));
    assertThat(problem.message()).contains("parameter 'size' is written in GW");
  }

  @Test
  void aLawMayReachAnEndThatIsExcluded() {
    Scenario scenario =
        read(
            Minimal.replacing(
                GOODS, GOODS + ", partner-share: {beta: [20, 100]}, substitution: 3.8"));
    assertThat(scenario.flows().get("goods").partnerShare()).isInstanceOf(Distribution.Beta.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "annual-value: 3 to 1 bn USD/year | annual-value | smaller end",
        "annual-value: 1 to 3 mcm/d | annual-value | unit mcm/d doesn't fit",
        "annual-value: 1 USD/year to 3 USD/year | annual-value | must be money",
        "annual-value: 1 USD/year to 3 USD/year | annual-value | both ends: write 1 to 3 USD/year",
        "annual-value: 1 mn to 3 bn USD/year | annual-value | an interval has one unit, behind"
            + " both",
        "annual-value: 1 to 2 to 4 bn | annual-value | {quantiles: {5: 1 bn, 50: 2 bn, 95: 4 bn}}",
        "annual-value: 3 to 3 | annual-value | what is certain is a number alone",
        "annual-value: 0 to 3 | annual-value | values must be above 0, not 0: some of the paths",
        "annual-value: 2, growth: {quantiles: {5: -1, 95: 2}} | growth | above -1, not -1",
        "annual-value: {quantiles: {5: 1}} | annual-value | 2 to 9 points",
        "annual-value: {quantiles: [1, 2]} | annual-value.quantiles | a mapping of percents",
        "annual-value: {quantiles: {5: 2, 95: 1}} | annual-value | values must ascend",
        "annual-value: {quantiles: {95: 1, 5: 2}} | annual-value | percents must ascend",
        "annual-value: {quantiles: {0: 1, 50: 2}} | annual-value | must be above 0 and below 100",
        "annual-value: {quantiles: {low: 1, 50: 2}} | annual-value.quantiles.low | a percent",
        "annual-value: {quantiles: {5: 1, 50: 2}, scale: liner} | annual-value.scale"
            + " | did you mean 'linear'",
        "annual-value: {quantiles: {5: 1, 50: 2}, scale: linear} | annual-value"
            + " | choose another `scale`, such as `log`",
        "annual-value: {quantiles: {5: 1, 50: 2}, within: [0, 1]} | annual-value.within"
            + " | unknown key 'within'",
        "annual-value: 2, noise: {reversion: 1, volatility: 20 to 10 %} | noise.volatility"
            + " | smaller end"
      })
  void whatIsNoLawIsToldWithItsPlace(String written, String key, String words) {
    String yaml = Minimal.replacing(GOODS, written);
    FileProblem problem =
        problem(catchThrowableOfType(ScenarioFileException.class, () -> read(yaml)));
    assertThat(problem.toString()).contains("flows.goods." + key).contains(words);
    assertThat(problem.line()).isEqualTo(18);
    assertThat(problem.column()).isGreaterThan(10);
  }

  @Test
  void fixedNumbersTakeNoInterval() {
    FileProblem problem =
        problem(
            catchThrowableOfType(
                ScenarioFileException.class,
                () -> read(Minimal.replacing("at-least: 4 bn USD/year", "at-least: 4 to 5 bn"))));
    assertThat(problem.message()).contains("no interval may stand here");
  }

  private Scenario readWithDraws(String csv, String number) throws IOException {
    Files.writeString(folder.resolve("draws.csv"), csv);
    Path file =
        Files.writeString(
            folder.resolve("x.yaml"),
            Minimal.replacing(
                    GOODS + ", ", "annual-value: " + number + ", growth: {draw: [posterior, g]}, ")
                + "draws: {posterior: {file: draws.csv}}\n");
    return ScenarioReader.create().read(file).scenario();
  }

  @Test
  void drawsAreReadFromTheirFile() throws IOException {
    String csv =
        "# made by Stan\nlp,v,g\n-7,1e9,0.02\n# adaptation ended\n-8, 2e9 ,-0.01\nx,3e9,0\n";
    Scenario scenario = readWithDraws(csv, "{draw: [posterior, v]}");
    assertThat(scenario.flows().get("goods").annualValue()).isEqualTo(Value.draw("posterior", "v"));
    assertThat(scenario.draws())
        .isEqualTo(
            Map.of(
                "posterior",
                DrawTable.of("draws.csv")
                    .withColumn("v", List.of(1e9, 2e9, 3e9))
                    .withColumn("g", List.of(0.02, -0.01, 0.0))));
    Path written =
        Files.writeString(folder.resolve("written.yaml"), ScenarioWriter.write(scenario));
    assertThat(ScenarioReader.create().read(written).scenario()).isEqualTo(scenario);
    assertThat(ScenarioHash.of(scenario))
        .isNotEqualTo(
            ScenarioHash.of(readWithDraws(csv.replace("3e9", "4e9"), "{draw: [posterior, v]}")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v,g\\n1,0\\n2,x\\n | {draw: [posterior, v]} | growth.1"
            + " | line 3 of draws.csv: 'g' must be a number, above -1; found 'x'",
        "v,g\\n#\\n-1,0\\n | {draw: [posterior, v]} | annual-value.1"
            + " | line 3 of draws.csv: 'v' must be a number, at least 0; found '-1'",
        "v,g\\n1,0\\n | {draw: [posterior, w]} | annual-value.1 | names no column 'w'",
        "v,g\\n1,0\\n | {draw: posterior} | annual-value.draw | a list of a table of draws and",
        "v,g\\n1,0\\n | {draw: [prior, v]} | annual-value | no table of draws is called 'prior'",
        "v,g\\n1,0\\n | {draw: [posterior, v], within: [0, 1]} | annual-value.within | unknown key",
      })
  void whatIsNoDrawIsToldWithItsPlace(String csv, String number, String key, String words) {
    FileProblem problem =
        problem(
            catchThrowableOfType(
                ScenarioFileException.class,
                () -> readWithDraws(csv.replace("\\n", "\n"), number)));
    assertThat(problem.toString()).contains(words);
    assertThat(problem.line()).isEqualTo(18);
  }

  @Test
  void aFileThatIsNotThereIsToldOnce() {
    FileProblem problem =
        problem(
            catchThrowableOfType(
                ScenarioFileException.class,
                () ->
                    read(
                        Minimal.replacing(GOODS, "annual-value: {draw: [posterior, v]}")
                            + "draws: {posterior: {file: draws.csv}}\n")));
    assertThat(problem.toString()).contains("draws.posterior.file").contains("folder");
  }

  @Test
  void aParameterOfDrawsHasNoCorrelations() throws IOException {
    Files.writeString(folder.resolve("draws.csv"), "v\n1\n2\n");
    String yaml =
        Minimal.replacing(
            "drivers:",
            """
            draws: {posterior: {file: draws.csv}}
            parameters: {a: {draw: [posterior, v]}, b: {uniform: [0, 1]}}
            correlations: [{between: [a, b], rho: 0.5}]
            drivers:\
            """);
    Path file = Files.writeString(folder.resolve("x.yaml"), yaml);
    FileProblem problem =
        problem(
            catchThrowableOfType(
                ScenarioFileException.class, () -> ScenarioReader.create().read(file)));
    assertThat(problem.message()).contains("'a' is a parameter taken from joint draws");
  }
}
