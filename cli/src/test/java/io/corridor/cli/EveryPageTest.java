package io.corridor.cli;

import static io.corridor.cli.CommandLines.corridor;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.cli.CommandLines.Outcome;
import io.corridor.model.RandomScenarios;
import io.corridor.model.Scenario;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.scenarios.ScenarioWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a scenario may hold, and whatever data may decide in it, its pages are made. */
class EveryPageTest {

  /** All kinds of what can be fitted, and of each all keys that can be. */
  private static final String FITTED =
      """
      corridor: 1
      name: All that data may decide
      parties: {exporter: AAA, importer: BBB}
      start: 2019-03
      months: 12
      regime: {states: [hard, soft], initial: soft, fit: policy}
      drivers:
        gbm: {kind: gbm, drift: fit, unit: USD, fit: level}
        ou: {kind: ou, unit: USD, fit: level}
        log-ou: {kind: log-ou, level: 40 to 90, unit: USD, fit: level}
        jump:
          kind: jump
          start: 50
          drift: 0
          volatility: fit
          jump-rate: 0.5 to 2
          jump-mean: 0
          jump-sd: fit
          unit: USD
          fit: level
      correlations:
        - {fit: [ou, log-ou]}
      waivers:
        w: {covers: [goods], expires: 2019-03-20, renew: fit, fit: grants}
      sanctions:
        ban: {from: 2018-11, targets: [goods], cut: 1}
      energy:
        annual-value: 1 bn USD/year
        carriers:
          gas:
            demand: {base: fit, growth: fit, fit: volume}
            supply: {base: 5 to 40 mcm/d, growth: 0, fit: volume}
            imports: {capacity: 10 to 30 mcm/d, fit: volume}
            price: {base: 9 USD/MMBtu}
            projects:
              field: {capacity: 5 mcm/d, planned: 2019-06, delay: fit, cancel: fit, fit: plants}
      flows:
        goods:
          from: AAA
          to: BBB
          annual-value: fit
          growth: fit
          season: fit
          elasticities: {log-ou: fit}
          noise: {reversion: fit, volatility: fit}
          fit: trade
      partners:
        CHN: {growth: fit, fit: trade}
      questions:
        dear: {metric: driver.log-ou, at-least: 60, by: 2019-12}
      data:
        level: {file: level.csv, date: month, value: x, unit: USD}
        volume: {file: volume.csv, date: month, value: x, unit: mcm/d}
        trade: {file: trade.csv, date: month, value: x, unit: mn USD}
        policy: {file: policy.csv, date: month, value: regime}
        grants: {file: grants.csv}
        plants: {file: plants.csv}
      variants:
        dearer: {questions.dear.at-least: 70}
      """;

  @TempDir private Path folder;

  private void series(String file, IntToDoubleFunction value) throws IOException {
    StringBuilder csv = new StringBuilder("month,x\n");
    for (int t = 0; t < 60; t++) {
      YearMonth month = YearMonth.of(2014, 3).plusMonths(t);
      csv.append(String.format(Locale.ROOT, "%s,%.4f%n", month, value.applyAsDouble(t)));
    }
    Files.writeString(folder.resolve(file), csv);
  }

  private Path writeFitted() throws IOException {
    Random random = new Random(1);
    series("level.csv", t -> 60 * Math.exp(0.1 * random.nextGaussian()));
    series("volume.csv", t -> 20 * Math.exp(0.05 * random.nextGaussian()));
    series("trade.csv", t -> (500 + t % 12 * 20) * Math.exp(0.1 * random.nextGaussian()));
    StringBuilder policy = new StringBuilder("month,regime\n");
    StringBuilder plants = new StringBuilder("plant,planned,done,cancelled,seen\n");
    StringBuilder grants = new StringBuilder("from,granted,regime,days,until\n");
    for (int t = 0; t < 60; t++) {
      YearMonth month = YearMonth.of(2014, 3).plusMonths(t);
      policy.append(month).append(t / 10 % 3 == 2 ? ",hard\n" : ",soft\n");
      if (t % 5 == 0) {
        String fate = t % 20 == 15 ? ",,1," : "," + month.minusMonths(50) + ",0,";
        plants.append("p" + t + "," + month.minusMonths(60) + fate + "2019-02\n");
        LocalDate from = month.atDay(1);
        grants.append(from + (t == 25 ? ",0,soft,,\n" : ",1,soft,90,\n"));
      }
    }
    Files.writeString(folder.resolve("policy.csv"), policy);
    Files.writeString(folder.resolve("plants.csv"), plants);
    Files.writeString(folder.resolve("grants.csv"), grants);
    return Files.writeString(folder.resolve("fitted.yaml"), FITTED);
  }

  @Test
  void ofAllThatDataMayDecide() throws IOException {
    String file = writeFitted().toString();
    String page = made("report.html", "run", file, "--paths", "200");
    assertThat(page).contains("Goods, factor of January", "Goods, factor of December");
    made("fit.html", "fit", file);
    made("comparison.html", "compare", file, "dearer", "--paths", "100");
    made("sweep.html", "sweep", file, "--vary", "drivers.jump.drift=0,0.1", "--paths", "100");
    made("why.html", "why", file, "--paths", "100");
  }

  @ParameterizedTest(name = "random scenario {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void ofWhateverAScenarioMayHold(long seed) throws IOException {
    Scenario scenario = RandomScenarios.small(seed);
    for (Map.Entry<String, String> each : ScenarioWriter.files(scenario).entrySet()) {
      Path path = folder.resolve(each.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, each.getValue());
    }
    Path path = Files.writeString(folder.resolve("any.yaml"), ScenarioWriter.write(scenario));
    String file = path.toString();
    made("report.html", "run", file, "--paths", "100");
    String other = Files.copy(path, folder.resolve("other.yaml")).toString();
    made("comparison.html", "compare", file, other, "--paths", "100");
    if (!scenario.questions().isEmpty()) {
      made("why.html", "why", file, "--paths", "100");
    }
    String key = ScenarioReader.create().read(path).levers().get(0).key();
    double value = ScenarioReader.create().read(path).levers().get(0).value();
    made("sweep.html", "sweep", file, "--vary", key + "=" + value, "--paths", "100");
  }

  /** Returns the page that a command makes. */
  private String made(String page, String... line) throws IOException {
    Path out = folder.resolve(page + "-of");
    List<String> args = new ArrayList<>(List.of(line));
    args.addAll(List.of("--out", out.toString()));
    Outcome ended = corridor(args.toArray(new String[0]));
    assertThat(ended.status()).as(ended.err()).isZero();
    String text = Files.readString(out.resolve(page));
    assertThat(text.replaceAll("(?s)<script.*?</script>", ""))
        .doesNotContain(">NaN", "Infinity", "null ");
    return text;
  }
}
