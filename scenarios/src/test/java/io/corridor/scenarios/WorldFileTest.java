package io.corridor.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.offset;

import io.corridor.model.Scenario;
import io.corridor.model.TradeMatrix;
import io.corridor.model.World;
import io.corridor.projection.Projection;
import io.corridor.projection.Series;
import io.corridor.simulation.Replay;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The section {@code world} and its matrix: how they are read, and what is said of each mistake.
 */
class WorldFileTest {
  private static final String MATRIX =
      """
      # Made up.
      year,exporter,importer,value,tariff,source
      2017,AAA,AAA,70,,a book
      2017,AAA,BBB,30,,a book
      2017,BBB,AAA,30,,a book
      2017,BBB,BBB,70,,a book
      2019,AAA,AAA,80,,a book
      2019,AAA,BBB,20,,a book
      2019,BBB,AAA,20,0.1,a book
      2019,BBB,BBB,80,,a book
      """;

  private static final String YAML =
      """
      corridor: 1
      name: A world
      parties: {exporter: AAA, importer: BBB}
      start: 2020-01
      months: 6
      world:
        trade: {file: trade.csv, unit: mn USD/year}
        trade-elasticity: 4
      sanctions:
        duties: {from: 2020-02, targets: [world.AAA.BBB], tariff: 0.25}
        answer: {after: duties, lag: 2 months, targets: [world.BBB.AAA], tariff: 0.25}
      flows:
        goods: {from: AAA, to: BBB, annual-value: 12 mn USD/year, world: true}
        other: {from: BBB, to: AAA, annual-value: 12 mn USD/year}
      """;

  private static Scenario read(String yaml, String matrix) {
    return ScenarioReader.create().readText(yaml, "x.yaml", Map.of("trade.csv", matrix)).scenario();
  }

  private static List<FileProblem> problems(String yaml, String matrix) {
    ScenarioFileException refused =
        catchThrowableOfType(ScenarioFileException.class, () -> read(yaml, matrix));
    assertThat(refused).as("it is refused").isNotNull();
    return refused.problems();
  }

  /** What a month's trade was in 2019 is told in 2020, and no origin before knows of it. */
  @Test
  void aBacktestTakesTheMatrixKnownAtEachOrigin() {
    String past =
        YAML
            + """
            data:
              goods: {file: goods.csv, date: month, value: usd, unit: mn USD}
            backtest: {origins: [2018-06, 2019-12, 2020-01], horizons: [3], series: {flow.goods: goods}}
            """;
    StringBuilder goods = new StringBuilder("month,usd\n");
    for (YearMonth month = YearMonth.of(2016, 1);
        month.isBefore(YearMonth.of(2020, 7));
        month = month.plusMonths(1)) {
      goods.append(month).append(",1\n");
    }
    Map<String, String> files = Map.of("trade.csv", MATRIX, "goods.csv", goods.toString());
    for (String year : List.of("", "year: 2017, ")) {
      Evidence evidence =
          ScenarioReader.create()
              .readText(past.replace("trade.csv, ", "trade.csv, " + year), "x.yaml", files)
              .evidence();
      Map<YearMonth, Double> sold = new LinkedHashMap<>();
      for (YearMonth origin : evidence.backtest().orElseThrow().origins()) {
        Scenario then = evidence.at(origin, 3).scenario();
        assertThat(then.start()).isEqualTo(origin);
        sold.put(
            origin,
            Replay.of(then, 1, List.of("world.exports.AAA.BBB.before"))
                .paths(0, 1)
                .value("world.exports.AAA.BBB.before", 0, 0));
      }
      assertThat(sold.values()).containsExactly(30e6, 30e6, year.isEmpty() ? 20e6 : 30e6);
      assertThat(evidence.asserted()).contains("world");
    }
  }

  @Test
  void theMatrixIsReadWithItsLines() {
    TradeMatrix matrix = read(YAML, MATRIX).world().orElseThrow().trade();

    assertThat(matrix.unit()).isEqualTo(1e6);
    assertThat(matrix.rows()).hasSize(8);
    assertThat(matrix.rows().get(6))
        .isEqualTo(new TradeMatrix.Row(0, 2019, "BBB", "AAA", 20, 0.1))
        .extracting(TradeMatrix.Row::line)
        .isEqualTo(9);
  }

  /** So that a backtest takes at each origin what was known there. */
  @Test
  void theYearIsTheLastThatEndedBeforeTheStart() {
    Scenario scenario = read(YAML, MATRIX);
    World world = scenario.world().orElseThrow();

    assertThat(world.at(YearMonth.of(2020, 1)).value("AAA", "BBB")).isEqualTo(20e6);
    assertThat(world.at(YearMonth.of(2019, 12)).value("AAA", "BBB")).isEqualTo(30e6);
  }

  @Test
  void anAnswerComesWhenItsCauseHasBeenOnForItsLag() {
    Projection projection = run(read(YAML, MATRIX), 2);

    assertThat(projection.series("world.tariff.AAA.BBB").mean(0)).isZero();
    assertThat(projection.series("world.tariff.AAA.BBB").mean(1)).isEqualTo(0.25);
    Series answered = projection.series("world.tariff.BBB.AAA");
    assertThat(IntStream.range(0, 6).mapToDouble(answered::mean).toArray())
        .containsExactly(new double[] {0.1, 0.1, 0.1, 0.35, 0.35, 0.35}, offset(1e-15));
    assertThat(projection.unsettled()).hasValue(0);
  }

  /** 5 standard errors of 4 000 draws; one in a million right programs would fail. */
  @Test
  void anAnswerComesWithItsChance() {
    Scenario scenario = read(YAML.replace("lag: 2 months", "lag: 0, chance: 70 %"), MATRIX);
    double mean = run(scenario, 4_000).series("world.tariff.BBB.AAA").mean(3);

    double share = (mean - 0.1) / 0.25;
    assertThat(Math.abs(share - 0.7)).isLessThan(5 * Math.sqrt(0.7 * 0.3 / 4_000));
  }

  private static Projection run(Scenario scenario, int paths) {
    return Simulator.run(scenario, Settings.of(scenario).withPaths(paths));
  }

  /** A mistake: what stands in place of what, and what is said where. */
  private record Mistake(String in, String right, String wrong, String key, String words) {
    @Override
    public String toString() {
      return right.strip() + " → " + wrong.strip();
    }
  }

  private static Mistake yaml(String right, String wrong, String key, String words) {
    return new Mistake("yaml", right, wrong, key, words);
  }

  private static Mistake matrix(String right, String wrong, String words) {
    return new Mistake("matrix", right, wrong, "world.trade.file", words);
  }

  static Stream<Mistake> mistakes() {
    String duties = "from: 2020-02, targets: [world.AAA.BBB]";
    String goods = "annual-value: 12 mn USD/year, world: true";
    return Stream.of(
        matrix("2019,BBB,BBB,80", "2019,BBB,BBB,0", "'BBB' sells nothing to itself"),
        matrix("2019,BBB,AAA,20", "2019,AAA,BBB,20", "line 9 of trade.csv: the row 2019,AAA,BBB"),
        matrix(
            "2019,BBB,AAA,20", "2019,BBB,AAA,-20", "line 9 of trade.csv: value must be at least"),
        matrix("2019,BBB,AAA,20", "2019,BBB,AAA,much", "line 9 of trade.csv: must be a number"),
        matrix("20,0.1", "20,101", "line 9 of trade.csv: tariff must be from 0 to 100, not 101"),
        matrix("2017,AAA,BBB", "17,AAA,BBB", "line 4 of trade.csv: must be a year such as 2016"),
        matrix(
            "2019,BBB,AAA,20", "2019,BBB,AAA,0", "to 'AAA' no chain of sales above 0 leads from"),
        matrix("exporter,importer", "exporter,to", "there is no column 'importer'"),
        yaml("trade.csv", "other.csv", "world.trade.file", "other.csv"),
        yaml("trade.csv,", "trade.csv, year: 2018,", "world.trade.year", "has no row of 2018"),
        yaml("start: 2020-01", "start: 2017-01", "world.trade.file", "no year that ended before"),
        yaml(
            "mn USD/year}\n  trade-",
            "mn USD}\n  trade-",
            "world.trade.unit",
            "unit of money per year"),
        yaml("elasticity: 4", "elasticity: 0.05", "world.trade-elasticity", "from 0.1 to 50"),
        yaml(
            "elasticity: 4",
            "elasticity: 4\n  countries: [AAA, BBB]\n  rest: AAA",
            "world.rest",
            "stands here twice"),
        yaml(
            "elasticity: 4",
            "elasticity: 4\n  groups: {AAA: [BBB]}",
            "world.groups.AAA",
            "'AAA' is the name of a country"),
        yaml(
            "elasticity: 4",
            "elasticity: 4\n  groups: {all: [BBB]}",
            "world.groups.all",
            "'all' is the name of all countries"),
        yaml(
            "elasticity: 4",
            "elasticity: 4\n  compliance: {CCC: 0.5}",
            "world.compliance.CCC",
            "no country is called 'CCC'"),
        yaml(
            "elasticity: 4",
            "elasticity: 4\n  half-life: -1",
            "world.half-life",
            "must be at least 0"),
        yaml(
            "elasticity: 4",
            "elasticity: 4\n  costs: {c: {pairs: [AAA.CCC], elasticities: {}}}",
            "world.costs.c.pairs.0",
            "no pair of countries is called 'AAA.CCC'"),
        yaml(
            "world.AAA.BBB",
            "world.AAA.QQQ",
            "sanctions.duties.targets.0",
            "did you mean 'world.AAA.BBB'"),
        yaml(
            "world.AAA.BBB",
            "world.AAA.AAA",
            "sanctions.duties.targets.0",
            "never paired with itself"),
        yaml(
            duties,
            "from: 2020-02, targets: [goods]",
            "sanctions.duties.targets.0",
            "name its pair, world.AAA.BBB"),
        yaml(
            duties,
            "from: 2020-02, targets: [other]",
            "sanctions.duties.tariff",
            "tariffs are for pairs of countries"),
        yaml("after: duties", "after: nosuch", "sanctions.answer.after", "no sanction is called"),
        yaml(
            "after: duties,",
            "after: duties, from: 2020-03,",
            "sanctions.answer.after",
            "after and from can't stand together"),
        yaml("from: 2020-02", "after: answer", "sanctions.duties.after", "goes in a ring"),
        yaml(duties, duties + ", lag: 2", "sanctions.duties.lag", "stands beside `after` alone"),
        yaml(
            duties,
            duties + ", chance: 0.5",
            "sanctions.duties.chance",
            "stands beside `after` alone"),
        yaml(
            duties + ", tariff: 0.25",
            "from: 2019-02, targets: [world.all.BBB], cut: 1",
            "sanctions.duties.cut",
            "cuts the pair AAA.BBB off wholly"),
        yaml(
            goods,
            goods + ", partner-share: 0.5",
            "flows.goods.partner-share",
            "can't stand beside"),
        yaml(goods, goods + ", substitution: 3", "flows.goods.substitution", "can't stand beside"),
        yaml(
            goods,
            goods + ", upper-elasticity: 2",
            "flows.goods.upper-elasticity",
            "can't stand beside"),
        yaml("exporter: AAA", "exporter: QQQ", "flows.goods.from", "no party is called 'AAA'"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void oneMistakeIsToldAtItsPlace(Mistake mistake) {
    boolean inYaml = mistake.in.equals("yaml");
    assertThat(inYaml ? YAML : MATRIX).contains(mistake.right);

    List<FileProblem> problems =
        problems(
            inYaml ? YAML.replaceFirst(quoted(mistake.right), quotedFor(mistake.wrong)) : YAML,
            inYaml ? MATRIX : MATRIX.replaceFirst(quoted(mistake.right), mistake.wrong));

    assertThat(problems)
        .as("%s", problems)
        .anySatisfy(
            problem -> {
              assertThat(problem.key()).isEqualTo(mistake.key);
              assertThat(problem.message()).contains(mistake.words);
              assertThat(problem.line()).isPositive();
              assertThat(problem.column()).isPositive();
            });
    if (!mistake.wrong.equals("exporter: QQQ")) {
      assertThat(problems).as("and nothing else").hasSize(1);
    }
  }

  private static String quoted(String text) {
    return Pattern.quote(text);
  }

  private static String quotedFor(String text) {
    return Matcher.quoteReplacement(text);
  }

  @Test
  void withoutAWorldNoPairIsThere() {
    String alone =
        YAML.replaceFirst("(?s)world:\n.*?sanctions:", "sanctions:").replace(", world: true", "");

    assertThat(problems(alone, MATRIX))
        .extracting(FileProblem::key)
        .containsExactly("sanctions.duties.targets.0", "sanctions.answer.targets.0");
    assertThat(problems(alone, MATRIX).get(0).message())
        .contains("the scenario has no section `world`");
  }
}
