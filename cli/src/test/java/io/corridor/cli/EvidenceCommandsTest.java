package io.corridor.cli;

import static io.corridor.cli.CommandLines.corridor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.cli.CommandLines.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvidenceCommandsTest {
  private static final String SCENARIO =
      """
      corridor: 1
      name: Oil and goods
      parties: {exporter: AAA, importer: BBB}
      start: 2010-01
      months: 12
      drivers:
        brent: {kind: log-ou, level: {lognormal: [60, 0.5]}, unit: USD/bbl, fit: brent}
      flows:
        goods: {from: AAA, to: BBB, annual-value: 12 bn USD/year, elasticities: {brent: 0.5}}
      questions:
        dear: {metric: driver.brent, at-least: 60, by: 2010-06}
      data:
        brent: {file: brent.csv, date: month, value: usd, unit: USD/bbl, of: end}
      backtest:
        origins: {from: 2003-01, to: 2009-01, every: 6}
        horizons: [1, 6]
        series: {driver.brent: brent}
        questions: true
        widen: false
      run: {paths: 500}
      """;

  @TempDir private Path folder;
  private String file = "";

  @BeforeEach
  void write() throws IOException {
    file = writeTo(folder);
  }

  /** Writes a scenario with data and a backtest, and returns its name. */
  static String writeTo(Path folder) throws IOException {
    Random random = new Random(3);
    StringBuilder csv = new StringBuilder("month,usd\n");
    double x = Math.log(50);
    for (int t = 0; t < 132; t++) {
      csv.append(
          String.format(
              Locale.ROOT, "%s,%.3f%n", YearMonth.of(2000, 1).plusMonths(t), Math.exp(x)));
      x += (Math.log(60) - x) * (1 - Math.exp(-0.8 / 12)) + 0.09 * random.nextGaussian();
    }
    Files.writeString(folder.resolve("brent.csv"), csv);
    return Files.writeString(folder.resolve("oil.yaml"), SCENARIO).toString();
  }

  private static JsonNode json(String... args) {
    Outcome outcome = corridor(args);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    return JsonMapper.shared().readTree(outcome.out());
  }

  /** What {@code score} says of draws, held against what happened, with a folder or file more. */
  private static JsonNode scores(Path draws, Path happened, String option, Path more) {
    return json(
        "score",
        draws.toString(),
        "--actuals",
        happened.toString(),
        option,
        more.toString(),
        "--json");
  }

  @Test
  void fitTellsWhatTheDataSay() {
    JsonNode brent = json("fit", file, "--json").get("fits").get("drivers.brent");
    assertThat(brent.get("series").asString()).isEqualTo("brent");
    assertThat(brent.get("from").asString()).isEqualTo("2000-01");
    assertThat(brent.get("to").asString()).isEqualTo("2009-12");
    assertThat(brent.get("n").asInt()).isEqualTo(120);
    assertThat(brent.get("numbers").propertyNames())
        .containsExactly("level", "reversion", "volatility", "start");
    JsonNode volatility = brent.get("numbers").get("volatility");
    assertThat(volatility.propertyNames())
        .containsExactly("prior", "posterior", "narrowed", "rhat", "ess");
    assertThat(volatility.get("posterior").get("50").asDouble()).isCloseTo(0.31, within(0.06));
    assertThat(volatility.get("rhat").asDouble()).isLessThan(1.01);
    assertThat(brent.get("numbers").get("start").get("prior").isNull()).isTrue();
    assertThat(corridor("fit", file).out())
        .contains("drivers.brent, fitted to 120 observations of brent");
  }

  /** What can't be fitted is named, and keeps nothing else from being fitted; a run needs it. */
  @Test
  void aFitThatFailsIsNamedAndTheOthersAreMade() throws IOException {
    Files.writeString(folder.resolve("few.csv"), "month,usd\n2009-01,3\n2009-02,4\n2009-03,5\n");
    String two =
        SCENARIO
            .replace("flows:", "  gas: {kind: gbm, volatility: fit, fit: few}\nflows:")
            .replace("data:\n", "data:\n  few: {file: few.csv, date: month, value: usd}\n");
    String scenario = Files.writeString(folder.resolve("two.yaml"), two).toString();
    Outcome outcome = corridor("fit", scenario);
    assertThat(outcome.status()).isEqualTo(ExitStatus.WRONG);
    assertThat(outcome.out()).contains("drivers.brent, fitted to 120 observations of brent");
    assertThat(outcome.err())
        .contains("two.yaml:8:42: drivers.gas.fit: few has 3 observations to fit to");
    assertThat(corridor("run", scenario).err()).contains("few has 3 observations to fit to");
  }

  @Test
  void fitCountsTheRowsOfTables() throws IOException {
    StringBuilder grants = new StringBuilder("from,granted,days\n");
    for (int i = 0; i < 12; i++) {
      grants
          .append(YearMonth.of(2005, 1).plusMonths(3L * i))
          .append(i == 7 ? "-01,0,\n" : "-01,1,90\n");
    }
    Files.writeString(folder.resolve("grants.csv"), grants);
    String waiver =
        SCENARIO
            .replace(
                "flows:",
                "waivers: {w: {covers: [goods], expires: 2010-02-01, renew: fit, fit: grants}}\n"
                    + "flows:")
            .replace("data:", "data:\n  grants: {file: grants.csv}")
            .replace("  questions: true\n", "  tables: true\n");
    String file = Files.writeString(folder.resolve("w.yaml"), waiver).toString();
    Path out = folder.resolve("fit");
    String screen = corridor("fit", file, "--out", out.toString()).out();
    assertThat(screen)
        .contains("waivers.w, fitted to 10 observations of grants, 2005-04 to 2007-10")
        .contains("  renew: 9 of 10 renewed", "  terms: 90 days 11 times");
    JsonNode fit =
        JsonMapper.shared().readTree(out.resolve("fit.json").toFile()).at("/fits/waivers.w");
    assertThat(fit.get("counted").get(0).asString()).isEqualTo("renew: 9 of 10 renewed");
    assertThat(fit.get("counted").get(1).asString()).isEqualTo("terms: 90 days 11 times");
    assertThat(fit.at("/residuals/ljungBoxP").isNull()).isTrue();
    assertThat(Files.readString(out.resolve("fit.html"))).contains("renew: 9 of 10 renewed");
    JsonNode past = json("backtest", file, "--paths", "200", "--json");
    assertThat(past.get("asserted").toString()).doesNotContain("waivers");
    JsonNode foretold = past.at("/tables/waivers.w");
    assertThat(foretold.propertyNames()).containsExactly("n", "brier", "base", "skill");
    assertThat(foretold.get("n").asInt()).isEqualTo(10);
    assertThat(foretold.get("skill").asDouble()).isCloseTo(0, within(1e-4));
    assertThat(corridor("backtest", file, "--paths", "200").out())
        .contains("waivers.w: 10 rows of its table foretold from those before, Brier ");
  }

  @Test
  void fitWritesDrawsThatAScenarioReads() throws IOException {
    Path out = folder.resolve("fit");
    assertThat(corridor("fit", file, "--out", out.toString()).status()).isZero();
    assertThat(out.resolve("fit.html")).exists();
    assertThat(out.resolve("fit.json")).exists();
    assertThat(Files.readAllLines(out.resolve("draws.csv"))).hasSize(4001);
    Path plain =
        Files.writeString(
            out.resolve("plain.yaml"),
            """
            corridor: 1
            name: Oil
            parties: {exporter: AAA, importer: BBB}
            start: 2010-01
            months: 12
            draws: {posterior: {file: draws.csv}}
            drivers:
              brent:
                kind: log-ou
                unit: USD/bbl
                start: {draw: [posterior, drivers.brent.start]}
                level: {draw: [posterior, drivers.brent.level]}
                reversion: {draw: [posterior, drivers.brent.reversion]}
                volatility: {draw: [posterior, drivers.brent.volatility]}
            """);
    assertThat(corridor("run", plain.toString(), "--paths", "100").status()).isZero();
    Outcome again = corridor("fit", file, "--out", out.toString());
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).contains("say --overwrite");
  }

  @Test
  void theReportShowsTheVerdictAndWhatIsMeasured() throws IOException {
    Files.writeString(
        folder.resolve("brent.csv"),
        "# Oil: made up; free\n" + Files.readString(folder.resolve("brent.csv")));
    Path out = folder.resolve("run");
    assertThat(corridor("run", file, "--out", out.toString()).status()).isZero();

    JsonNode grounds =
        JsonMapper.shared().readTree(out.resolve("result.json").toFile()).at("/report/grounds");
    JsonNode level = grounds.get("measured").get(0);
    assertThat(level.get("key").asString()).isEqualTo("drivers.brent.level");
    assertThat(level.get("judged").asBoolean()).isTrue();
    assertThat(level.get("n").asInt()).isEqualTo(120);
    assertThat(level.get("source").asString()).isEqualTo("brent.csv: Oil: made up; free");
    assertThat(grounds.get("measured").get(1).get("judged").asBoolean()).isFalse();
    String verdict = json("backtest", file, "--paths", "1000", "--json").get("verdict").asString();
    assertThat(grounds.at("/past/verdicts/0/sentence").asString() + ".").isEqualTo(verdict);
    assertThat(grounds.at("/past/scores")).hasSize(2);

    String page = Files.readString(out.resolve("report.html"));
    assertThat(page)
        .contains(
            "Held against its past",
            verdict.replace("driver.brent", "brent").replace("'", "&#39;"),
            "4 numbers are measured, 1 of them judged before",
            "120 observations of brent, 2000-01 to 2009-12");
    assertThat(corridor("report", out.toString()).status()).isZero();
    assertThat(out.resolve("report.html")).hasContent(page);
  }

  @Test
  void backtestSaysHowTheBandsHaveDone() {
    Path out = folder.resolve("back");
    JsonNode json = json("backtest", file, "--paths", "300", "--json", "--out", out.toString());
    assertThat(json.get("verdict").asString()).contains("driver.brent");
    assertThat(json.get("origins").get("2003-01").asString()).isEqualTo("ok");
    assertThat(json.get("asserted").toString()).isEqualTo("[\"flows.goods\"]");
    JsonNode six = json.get("metrics").get("driver.brent").get("horizons").get("6");
    assertThat(six.get("n").asInt()).isEqualTo(13);
    assertThat(six.get("coverage").get("90").propertyNames()).containsExactly("hits", "n", "apart");
    assertThat(six.get("coverage").get("90").get("apart").propertyNames())
        .containsExactly("hits", "n", "interval90", "kupiec", "tells", "power");
    assertThat(six.get("naive").propertyNames())
        .containsExactly("random-walk", "drift", "seasonal", "trend");
    assertThat(six.get("pit")).hasSize(10);
    assertThat(json.at("/metrics/driver.brent/paths/n").asInt()).isEqualTo(13);
    assertThat(json.at("/metrics/driver.brent/paths/energy").asDouble()).isBetween(0.1, 30.0);
    assertThat(six.has("skill90")).isTrue();
    assertThat(six.get("dm").get("n").asInt()).isEqualTo(13);
    assertThat(json.get("questions").get("dear").get("n").asInt()).isEqualTo(13);
    assertThat(out.resolve("backtest.csv")).exists();
    assertThat(out.resolve("backtest.html")).exists();
    // The same again, whatever the number of threads.
    assertThat(json("backtest", file, "--paths", "300", "--json")).isEqualTo(json);
  }

  @Test
  void scoreHoldsAScenarioAgainstWhatHappened() throws IOException {
    Path happened =
        Files.writeString(
            folder.resolve("happened.csv"),
            """
            metric,period,value,unit
            driver.brent,2010-03,62,USD/bbl
            driver.brent,2010-06,65,USD/bbl
            flow.goods,2010,12.5,bn USD
            flow.goods,2009,11,bn USD
            question.dear,,1,
            """);
    JsonNode json = json("score", file, "--actuals", happened.toString(), "--json");
    assertThat(json.get("metrics").propertyNames()).containsExactly("driver.brent", "flow.goods");
    JsonNode goods = json.get("metrics").get("flow.goods");
    assertThat(goods.get("horizons").propertyNames()).containsExactly("12");
    assertThat(goods.get("all").get("n").asInt()).isEqualTo(1);
    assertThat(goods.get("all").get("crps").asDouble()).isLessThan(3e9);
    assertThat(json.get("metrics").get("driver.brent").get("horizons").propertyNames())
        .containsExactly("3", "6");
    assertThat(json.get("questions").get("dear").get("n").asInt()).isEqualTo(1);
    JsonNode whole = json.get("joint").get("2010-01");
    assertThat(whole.get("values").propertyNames())
        .containsExactly("n", "inside90", "expected90", "statistic", "share", "power");
    assertThat(whole.at("/values/n").asInt()).isEqualTo(3);
    assertThat(whole.at("/questions/brier").asDouble())
        .isEqualTo(json.at("/questions/dear/brier").asDouble());
    assertThat(whole.at("/questions").get("power").isNull()).isTrue();
    assertThat(json.get("verdict").asString()).contains(" as a whole: ");
    assertThat(corridor("score", file, "--actuals", happened.toString()).out())
        .contains("Can't tell whether the bands for driver.brent hold: ", "flow.goods, USD\n");
  }

  /** A blank is missing, not 0: what it stands for isn't scored, and that is said. */
  @Test
  void aRowWithoutAValueIsToldOf() throws IOException {
    Path happened =
        Files.writeString(
            folder.resolve("happened.csv"),
            "metric,period,value\n"
                + "driver.brent,2010-03,62\n"
                + "driver.brent,2010-06,\n"
                + "flow.goods,2010,NA\n");
    Outcome outcome = corridor("score", file, "--actuals", happened.toString(), "--json");
    assertThat(outcome.err().strip())
        .isEqualTo("note: " + happened + ":3:22: no value; the row is left out, and so is 1 more");
    assertThat(
            JsonMapper.shared().readTree(outcome.out()).at("/metrics/driver.brent/all/n").asInt())
        .isEqualTo(1);
  }

  /** A metric of twelve months has a value in each month; a unit that is the metric's own fits. */
  @Test
  void whatHappenedMayBeOfAMonthAndInTheMetricsUnit() throws IOException {
    Files.writeString(
        Path.of(file),
        SCENARIO.replace("flows:", "  income: {kind: constant, start: 200, unit: bn USD}\nflows:"));
    Path happened =
        Files.writeString(
            folder.resolve("happened.csv"),
            """
            metric,period,value,unit
            driver.income,2010-03,210,bn USD
            total.12m,2010-11,12.5,bn USD/year
            total.12m,2010,13,bn USD/year
            total.12m,2010-01/2010-11,12.5,bn USD/year
            flow.goods,2010-03/2010-08,6,bn USD
            """);
    JsonNode metrics =
        json("score", file, "--actuals", happened.toString(), "--json").get("metrics");
    assertThat(metrics.at("/driver.income/all/crps").asDouble()).isCloseTo(10, within(1e-9));
    assertThat(metrics.at("/total.12m/horizons").propertyNames()).containsExactly("11", "12");
    assertThat(metrics.at("/total.12m/all/crps").asDouble()).isLessThan(4e9);
    assertThat(metrics.at("/flow.goods/horizons").propertyNames()).containsExactly("8");
    assertThat(metrics.at("/flow.goods/all/crps").asDouble()).isLessThan(3e9);
  }

  /** By hand: draws 0 and 2 of what was 1 score 0, draws 1 and 1 of what was 2 score 1. */
  @Test
  void scoreTakesAnybodysDraws() throws IOException {
    String head = "metric,origin,period,draw,value\n";
    Path mine =
        Files.writeString(
            folder.resolve("mine.csv"),
            head
                + "x,2010-01,2010-02,1,0\n"
                + "x,2010-01,2010-02,2,2\n"
                + "question.q,2010-01,2010-02,1,1\n"
                + "question.q,2010-01,2010-02,2,0\n");
    Path theirs =
        Files.writeString(
            folder.resolve("theirs.csv"), head + "x,2010-01,2010-02,1,3\nx,2010-01,2010-02,2,3\n");
    Path happened =
        Files.writeString(
            folder.resolve("happened.csv"),
            "metric,period,value\nx,2010-02,1\nquestion.q,2010-02,1\n");
    JsonNode json = scores(mine, happened, "--against", theirs);
    JsonNode two = json.get("metrics").get("x").get("horizons").get("2");
    assertThat(two.get("crps").asDouble()).isZero();
    assertThat(two.get("naive").get("against").asDouble()).isEqualTo(2);
    assertThat(two.get("best").asString()).isEqualTo("against");
    assertThat(two.get("skill").asDouble()).isEqualTo(1);
    assertThat(json.get("questions").get("q").get("brier").asDouble()).isEqualTo(0.25);
  }

  /** Of such numbers no mean can be made; a device may have no end. */
  @Test
  void whatIsNoNumberOfATableIsSaidWithItsPlace() throws IOException {
    Path draws =
        Files.writeString(
            folder.resolve("draws.csv"),
            "metric,origin,period,draw,value\nx,2020-01,2020-03,1,3\nx,2020-01,2020-03,2,5\n");
    Path happened =
        Files.writeString(
            folder.resolve("happened.csv"),
            "metric,period,value\nx,2020-03,-1e999\nx,2020-04,1e100\n");
    assertThat(corridor("score", draws.toString(), "--actuals", happened.toString()).err())
        .contains("happened.csv:2:11: must be a number from -1e100 to 1e100")
        .contains("found '-1e999'")
        .doesNotContain("happened.csv:3");
    Files.writeString(happened, "metric,period,value\nx,2020-03,4\n");
    Files.writeString(draws, Files.readString(draws).replace(",2,5", ",2,1e308"));
    Outcome outcome = corridor("score", draws.toString(), "--actuals", happened.toString());
    assertThat(outcome.status()).isNotZero();
    assertThat(outcome.err()).contains("draws.csv:3:21: must be a number from -1e100 to 1e100");
    if (Files.exists(Path.of("/dev/zero"))) {
      assertThat(corridor("score", file, "--actuals", "/dev/zero").err())
          .contains("/dev/zero", "is larger than 256 MiB");
      assertThat(corridor("score", "/dev/zero", "--actuals", happened.toString()).err())
          .contains("/dev/zero");
    }
  }

  /** By hand: the paths a and b of two figures, c of the first alone, in any order. */
  @Test
  void drawsOfOneNameAreOnePath() throws IOException {
    Path mine =
        Files.writeString(
            folder.resolve("mine.csv"),
            """
            metric,origin,period,draw,value
            x,2010-01,2010-02,a,1
            x,2010-01,2010-02,b,2
            x,2010-01,2010-02,c,9
            total.12m,2010-01,2010-12,b,5
            total.12m,2010-01,2010-12,a,4
            """);
    Path happened =
        Files.writeString(
            folder.resolve("happened.csv"),
            "metric,period,value\nx,2010-02,9\ntotal.12m,2010,4.5\n");
    JsonNode whole =
        json("score", mine.toString(), "--actuals", happened.toString(), "--json")
            .at("/joint/2010-01/values");
    assertThat(whole.get("n").asInt()).isEqualTo(2);
    // Of three ranks what happened has the third and the second, the paths 1 2 and 1 3.
    assertThat(whole.get("share").asDouble()).isCloseTo(1, within(1e-12));
    Files.writeString(mine, Files.readString(mine) + "x,2010-01,2010-02,a,3\n");
    assertThat(corridor("score", mine.toString(), "--actuals", happened.toString()).err())
        .contains("mine.csv:7:19: draw a of x of 2010-02 is there twice");
  }

  @Test
  void aQuestionOfOthersIsAskedOfItsPeriod() throws IOException {
    Path mine =
        Files.writeString(
            folder.resolve("mine.csv"),
            """
            metric,origin,period,draw,value
            question.q,2010-01,2010-02,1,1
            question.q,2010-01,2010-02,2,1
            question.q,2010-01,2010-03,1,0
            question.q,2010-01,2010-03,2,0
            question.q,2010-02,2010-02,1,1
            question.q,2010-02,2010-02,2,0
            question.q,2010-02,2010-03,1,1
            question.q,2010-02,2010-03,2,0
            question.q,2010-02,2010-04,1,1
            """);
    Path happened =
        Files.writeString(
            folder.resolve("happened.csv"),
            "metric,period,value\nquestion.q,2010-02,1\nquestion.q,2010-03,0\n");
    Path out = folder.resolve("score");
    JsonNode json = scores(mine, happened, "--out", out);
    JsonNode scores = json.at("/questions/q");
    assertThat(scores.get("n").asInt()).isEqualTo(4);
    assertThat(scores.get("brier").asDouble()).isEqualTo(0.125);
    assertThat(scores.get("uncertainty").asDouble()).isEqualTo(0.25);
    assertThat(Files.readAllLines(out.resolve("score.csv")).subList(1, 5))
        .allMatch(row -> row.matches("question.q,2010-0[12],,2010-0[23],[01],[.01-9]+,+"));
    Files.writeString(
        happened, "metric,period,value\nquestion.q,2010-02,0.7\nquestion.q,,1\nquestion.q,,0\n");
    assertThat(corridor("score", mine.toString(), "--actuals", happened.toString()).err())
        .contains("happened.csv:2:20: must be 1, where a question came true, or 0; found '0.7'")
        .contains("happened.csv:4:1: question.q is there twice");
    Files.writeString(
        happened, "metric,period,value\nquestion.dear,2010-02,0\nquestion.dear,2010-03,1\n");
    assertThat(corridor("score", file, "--actuals", happened.toString()).err())
        .contains("happened.csv has several answers to question.dear, of which a run asks once");
  }

  @Test
  void whatIsMissingIsSaid() throws IOException {
    assertThat(corridor("fit", "yardstick").err()).contains("has nothing to fit");
    assertThat(corridor("backtest", "yardstick").err()).contains("has no `backtest`");
    Path wrong =
        Files.writeString(
            folder.resolve("wrong.csv"),
            "metric,period,value\ndriver.brant,2010-03,62\ndriver.brent,soon,62\n");
    Outcome outcome = corridor("score", file, "--actuals", wrong.toString());
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("wrong.csv:2:1: there is no metric 'driver.brant'; did you mean 'driver.brent'?")
        .contains("wrong.csv:3:14: must be a month");
    Path late =
        Files.writeString(
            folder.resolve("late.csv"), "metric,period,value\ndriver.brent,2030-03,62\n");
    assertThat(corridor("score", file, "--actuals", late.toString()).err())
        .contains("has no values within the months of the scenario, 2010-01 to 2010-12");
  }
}
