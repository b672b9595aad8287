package io.corridor.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.corridor.evidence.fit.Fit;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.model.Waiver;
import io.corridor.simulation.Causes;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import io.corridor.why.Cause;
import io.corridor.why.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fits of waivers, projects and the regime, from file to draws. */
class TableFitReadingTest {
  private static final String HEAD =
      """
      corridor: 1
      name: Policy
      parties: {exporter: AAA, importer: BBB}
      start: 2019-03
      months: 24
      """;
  private static final String REGIME =
      """
      regime: {states: [hard, soft], initial: soft, monthly: {soft: {hard: 0.05}}, fit: policy}
      """;
  private static final String WAIVER =
      """
      flows:
        goods: {from: AAA, to: BBB, annual-value: 1 bn USD/year}
      sanctions:
        ban: {from: 2018-11, targets: [goods], cut: 1}
      waivers:
        w: {covers: [goods], expires: 2019-03-20, %s, fit: grants}
      """;
  private static final String PROJECT =
      """
      energy:
        annual-value: 1 bn USD/year
        carriers:
          gas:
            demand: {base: 30 mcm/d}
            supply: {base: 20 mcm/d}
            imports: {capacity: 10 mcm/d}
            price: {base: 9 USD/MMBtu}
            projects:
              field: {capacity: 5 mcm/d, planned: 2019-06, %s, fit: plants}
      """;
  private static final String DATA =
      """
      data:
        policy: {file: policy.csv, date: month, value: regime}
        grants: {file: grants.csv}
        plants: {file: plants.csv}
      """;

  @TempDir private Path folder;

  private void csv(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private LoadedScenario read(String yaml) throws IOException {
    csv("a.yaml", yaml);
    return ScenarioReader.create().read(folder.resolve("a.yaml"));
  }

  /** Fourteen decisions a quarter apart, all granted but the sixth and the ninth. */
  private void write() throws IOException {
    StringBuilder grants = new StringBuilder("from,granted,regime,days,until\n");
    for (int i = 0; i < 14; i++) {
      LocalDate from = LocalDate.of(2015, 1, 10).plusDays(91L * i);
      boolean granted = i != 5 && i != 8;
      String length = !granted ? "," : i % 3 == 0 ? "90," : "," + from.plusDays(44);
      grants.append(
          "%s,%d,%s,%s%n".formatted(from, granted ? 1 : 0, i < 4 ? "hard" : "soft", length));
    }
    grants.append("2019-03-01,0,soft,,\n2019-04-01,0,soft,,\n");
    csv("grants.csv", grants.toString());
    StringBuilder plants = new StringBuilder("plant;planned;done;cancelled;seen\n");
    for (int i = 0; i < 12; i++) {
      YearMonth planned = YearMonth.of(2010, 1).plusMonths(5L * i);
      String done = i % 4 == 3 ? "" : planned.plusMonths(8 + i).toString();
      plants.append(
          "p%d;%s;%s;%s;2019-02%n"
              .formatted(i, planned, done, i == 3 ? "1" : i % 2 == 0 ? "" : "0"));
    }
    plants.append("later;2018-01;;1;2019-03\n");
    csv("plants.csv", plants.toString());
    StringBuilder policy = new StringBuilder("month,regime\n");
    for (int t = 0; t < 60; t++) {
      policy.append(
          "%s,%s%n"
              .formatted(YearMonth.of(2014, 3).plusMonths(t), t / 10 % 3 == 2 ? "hard" : "soft"));
    }
    policy.append("2019-03,hard\n2019-04,nonsense\n");
    csv("policy.csv", policy.toString());
  }

  private static Fit fit(LoadedScenario loaded, String key) {
    return loaded.evidence().fits().stream()
        .filter(fit -> fit.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aWaiverIsRenewedAsItWas() throws IOException {
    write();
    LoadedScenario loaded = read(HEAD + REGIME + WAIVER.formatted("renew: fit") + DATA);
    Waiver waiver = loaded.scenario().waivers().get("w");
    assertThat(waiver.renew().in("hard"))
        .isEqualTo(Value.draw("fit-waivers-w", "waivers.w.renew.hard"));
    // Of twelve grants before March 2019 five of 90 days; what begins with the start isn't known.
    assertThat(waiver.terms().everywhere())
        .containsExactly(new Waiver.Term(45, 7), new Waiver.Term(90, 5));
    Fit fit = fit(loaded, "waivers.w");
    assertThat(fit.counted())
        .containsExactly(
            "renew.hard: 3 of 3 renewed",
            "renew.soft: 6 of 8 renewed",
            "terms: 45 days 7 times, 90 days 5 times");
    assertThat(fit.n()).isEqualTo(11);
    assertThat(fit.from()).hasToString("2015-04");
    assertThat(loaded.evidence().isJudged("waivers.w", "renew.hard")).isFalse();
    assertThat(loaded.evidence().sources()).containsEntry("grants", "grants.csv");
    double covered =
        Simulator.run(loaded.scenario(), Settings.of(loaded.scenario()).withPaths(2000))
            .series("waiver.w.coverage")
            .mean(12);
    assertThat(covered).isBetween(0.05, 0.9);
  }

  @Test
  void aRegimeMovesAsItDid() throws IOException {
    write();
    LoadedScenario loaded = read(HEAD + REGIME + DATA);
    Fit fit = fit(loaded, "regime");
    assertThat(fit.n()).isEqualTo(59);
    assertThat(fit.counted())
        .containsExactly("hard: 19 months, 1 to soft", "soft: 40 months, 2 to hard");
    Map<String, Map<String, Value>> monthly = loaded.scenario().regime().orElseThrow().monthly();
    // Each path has its row of the 4 000, and none of them the mean.
    assertThat(monthly.get("soft").get("hard"))
        .isEqualTo(Value.draw("fit-regime", "regime.monthly.soft.hard"));
    assertThat(monthly.get("hard").get("soft"))
        .isEqualTo(Value.draw("fit-regime", "regime.monthly.hard.soft"));
    assertThat(
            loaded.scenario().draws().get("fit-regime").columns().get("regime.monthly.soft.hard"))
        .hasSize(4000);
    // 24 months of what is stated, and those of the data; of `hard` nothing is stated.
    assertThat(mean(fit, "monthly.soft.hard")).isCloseTo((1.2 + 2) / (24 + 40), within(0.002));
    assertThat(mean(fit, "monthly.hard.soft")).isCloseTo((0.48 + 1) / (24 + 19), within(0.002));
    assertThat(loaded.evidence().isJudged("regime", "monthly.soft.hard")).isTrue();
    assertThat(loaded.evidence().isJudged("regime", "monthly.hard.soft")).isFalse();
  }

  @Test
  void aFittedRegimesRatesAreACauseOfTheirOwn() throws IOException {
    write();
    Scenario scenario = read(HEAD + REGIME + DATA).scenario();
    Target target = Target.metric("regime.hard", scenario.lastMonth());
    assertThat(
            Causes.of(scenario, List.of(target), Settings.of(scenario).withPaths(2000))
                .outcomes()
                .get(target.id())
                .shares()
                .orElseThrow()
                .causes())
        .extracting(Cause::id)
        .contains("regime", "regime.fit");
  }

  private static double mean(Fit fit, String number) {
    return Arrays.stream(fit.posterior().draws(number)).average().orElseThrow();
  }

  @Test
  void aFittedRegimesOwnRowsAreNumbers() throws IOException {
    write();
    assertThatThrownBy(() -> read(HEAD + REGIME.replace("0.05", "{uniform: [0, 0.1]}") + DATA))
        .hasMessageContaining("regime.monthly.soft.hard: must be a number");
  }

  @Test
  void aProjectIsAsLateAsPlantsLikeIt() throws IOException {
    write();
    LoadedScenario loaded =
        read(HEAD + PROJECT.formatted("delay: {lognormal: [6, 0.5]}, cancel: fit") + DATA);
    var project =
        loaded.scenario().energy().orElseThrow().carriers().get("gas").projects().get("field");
    String key = "energy.carriers.gas.projects.field";
    String table = "fit-energy-carriers-gas-projects-field";
    assertThat(project.delay()).isEqualTo(Value.draw(table, key + ".delay"));
    assertThat(project.cancel()).isEqualTo(Value.draw(table, key + ".cancel"));
    Fit fit = fit(loaded, key);
    assertThat(fit.counted()).containsExactly("12 plants: 9 done, 2 not yet, 1 cancelled");
    assertThat(fit.posterior().percentile("delay.median", 50)).isBetween(11.0, 22.0);
    assertThat(loaded.evidence().isJudged(key, "delay.median")).isTrue();
    assertThat(loaded.evidence().isJudged(key, "cancel")).isFalse();
    assertThat(loaded.evidence().isJudged(key, "delay")).isFalse();
    assertThat(
            Simulator.run(loaded.scenario(), Settings.of(loaded.scenario()).withPaths(200))
                .series("energy.gas.unserved")
                .mean(23))
        .isNotNegative();
  }

  @Test
  void aSourceOpensAsLateAsPlantsLikeIt() throws IOException {
    write();
    String opens = "opens: {planned: 2019-06, delay: 6 to 24, cancel: fit, fit: plants}";
    for (String imports :
        List.of(
            "{capacity: 10 mcm/d, " + opens + "}",
            "{sources: {lng: {from: CCC, capacity: 10 mcm/d, " + opens + "}}}")) {
      LoadedScenario loaded =
          read(
              HEAD
                  + PROJECT
                      .replaceAll("\\n *projects:\\n.*", "")
                      .replace("{capacity: 10 mcm/d}", imports)
                  + DATA);
      var source =
          loaded.scenario().energy().orElseThrow().carriers().get("gas").sources().values();
      var opening = source.iterator().next().opens().orElseThrow();
      String key =
          "energy.carriers.gas.imports"
              + (imports.contains("lng") ? ".sources.lng" : "")
              + ".opens";
      assertThat(opening.delay())
          .isEqualTo(Value.draw("fit-" + key.replace('.', '-'), key + ".delay"));
      assertThat(opening.cancel())
          .isEqualTo(Value.draw("fit-" + key.replace('.', '-'), key + ".cancel"));
      assertThat(fit(loaded, key).n()).isEqualTo(12);
      assertThat(loaded.evidence().isJudged(key, "delay.median")).isTrue();
    }
  }

  /** The written scenario and the draws beside it are an ordinary scenario, without data. */
  @Test
  void isWrittenAsAnOrdinaryScenario() throws IOException {
    write();
    Scenario scenario =
        read(HEAD
                + REGIME
                + WAIVER.formatted("renew: {hard: 0.5 to 0.9, soft: fit}, term-days: 60")
                + PROJECT.formatted("delay: fit, cancel: 0.1")
                + DATA)
            .scenario();
    csv("draws.csv", DrawsCsv.of(scenario));
    Scenario again = read(ScenarioWriter.write(scenario)).scenario();
    assertThat(again.waivers()).isEqualTo(scenario.waivers());
    assertThat(again.regime()).isEqualTo(scenario.regime());
    assertThat(again.energy()).isEqualTo(scenario.energy());
  }

  /** What came after the start is poison; nothing of it may be seen. */
  @Test
  void nothingLaterThanTheStartIsUsed() throws IOException {
    write();
    String yaml =
        HEAD
            + REGIME
            + WAIVER.formatted("renew: fit")
            + PROJECT.formatted("delay: fit, cancel: fit")
            + DATA;
    String one = ScenarioHash.of(read(yaml).scenario());
    for (String file : List.of("grants.csv", "plants.csv", "policy.csv")) {
      String text = Files.readString(folder.resolve(file));
      csv(
          file,
          text.replace("2019-03-01,0,soft", "2019-03-01,1,nobody")
              .replace("2018-01;;1;2019-03", "2018-01;2018-02;;2020-01")
              .replace("2019-03,hard", "2019-03,poison"));
    }
    assertThat(ScenarioHash.of(read(yaml).scenario())).isEqualTo(one);
  }

  /** A variant may leave a table alone, or take it for another fit. */
  @Test
  void variantsHaveFitsOfTheirOwn() throws IOException {
    write();
    String variants =
        """
        variants:
          judged: {waivers.w.fit: null, waivers.w.renew: 0.9, waivers.w.term-days: 90, regime.fit: null}
          narrower: {waivers.w.fit: {to: grants, until: 2017-08}}
        """;
    read(HEAD + REGIME + WAIVER.formatted("renew: fit") + DATA + variants);
    Path file = folder.resolve("a.yaml");
    LoadedScenario judged = ScenarioReader.create().withVariant("judged").read(file);
    assertThat(judged.evidence().fits()).isEmpty();
    LoadedScenario narrower = ScenarioReader.create().withVariant("narrower").read(file);
    assertThat(fit(narrower, "waivers.w").n()).isEqualTo(8);
  }

  @Test
  void mistakesNameFileLineAndColumn() throws IOException {
    write();
    csv("grants.csv", "from,granted,days\n2015-01-01,yes,90\n2015-04,1,90\n2015-07-01,1,some\n");
    assertThatThrownBy(() -> read(HEAD + WAIVER.formatted("renew: fit") + DATA))
        .hasMessageContaining("grants.csv:2:12: data.grants: must be 1 or 0; found 'yes'")
        .hasMessageContaining(
            "grants.csv:3:1: data.grants: must be a day such as 2019-03-31; found" + " '2015-04'")
        .hasMessageContaining(
            "grants.csv:4:14: data.grants: must be a whole number of days; found" + " 'some'");
    csv("plants.csv", "planned,done,cancelled,seen\n2010-01,2010-05,1,2019-01\n2010,,,2019-01\n");
    assertThatThrownBy(() -> read(HEAD + PROJECT.formatted("delay: fit") + DATA))
        .hasMessageContaining("plants.csv:2:9: data.plants: is both done and cancelled")
        .hasMessageContaining(
            "plants.csv:3:1: data.plants: must be a month such as 2019-03; found" + " '2010'");
    csv("plants.csv", "planned,finished,cancelled,seen\n");
    assertThatThrownBy(() -> read(HEAD + PROJECT.formatted("delay: fit") + DATA))
        .hasMessageContaining("plants.csv:1:1: data.plants: there is no column 'done'");
    csv("policy.csv", "month,regime\n2014-01,soft\n2014-02,hardd\n2014-02,soft\n");
    assertThatThrownBy(() -> read(HEAD + REGIME + DATA))
        .hasMessageContaining(
            "policy.csv:4:1: data.policy: 2014-02 is there twice, first in line 3");
  }

  @Test
  void whatDoesNotFitIsSaid() throws IOException {
    write();
    csv("policy.csv", "month,regime\n2014-01,soft\n2014-02,hardd\n");
    assertThatThrownBy(() -> read(HEAD + REGIME + DATA))
        .hasMessageContaining("policy.csv:3:1")
        .hasMessageContaining("there is no regime 'hardd'; did you mean 'hard'?");
    csv("policy.csv", "month,regime\n2014-01,soft\n2014-02,hard\n");
    assertThatThrownBy(() -> read(HEAD + REGIME + DATA))
        .hasMessageContaining("policy has 1 steps from one month to the next to fit to");
    write();
    assertThatThrownBy(
            () ->
                read(
                    HEAD
                        + WAIVER.formatted("renew: fit").replace("fit: grants", "fit: grant")
                        + DATA))
        .hasMessageContaining("there is no table 'grant' in `data`; did you mean 'grants'?");
    csv("grants.csv", Files.readString(folder.resolve("grants.csv")).replace("hard", "tough"));
    assertThatThrownBy(() -> read(HEAD + REGIME + WAIVER.formatted("renew: fit") + DATA))
        .hasMessageContaining("grants.csv:2:1")
        .hasMessageContaining("regime must be one of hard, soft; found 'tough'");
    // Where there are no regimes, the column says nothing.
    assertThat(fit(read(HEAD + WAIVER.formatted("renew: fit") + DATA), "waivers.w").counted())
        .containsExactly("renew: 9 of 11 renewed", "terms: 45 days 7 times, 90 days 5 times");
    csv("grants.csv", "from,granted\n" + "2015-01-01,1\n".repeat(1));
    assertThatThrownBy(() -> read(HEAD + WAIVER.formatted("renew: fit") + DATA))
        .hasMessageContaining("has neither `days` nor `until`");
    assertThatThrownBy(() -> read(HEAD + WAIVER.formatted("renew: fit, term-days: 90") + DATA))
        .hasMessageContaining("grants tells of 0 renewals");
  }

  /** A what-if without renewals fixes what the file fits; what can't be is said of the variant. */
  @Test
  void aVariantMayFixWhatTheFileFits() throws IOException {
    write();
    String yaml = HEAD + WAIVER.formatted("renew: fit") + DATA;
    LoadedScenario never = read(yaml + "variants:\n  never:\n    waivers.w.renew: 0\n");
    assertThat(never.variants()).containsExactly("never");
    Scenario scenario =
        ScenarioReader.create().withVariant("never").read(folder.resolve("a.yaml")).scenario();
    assertThat(scenario.waivers().get("w").renew().otherwise()).contains(Value.ZERO);
    String wrong = yaml + "variants:\n  early:\n    start: 2016-01\n";
    assertThatThrownBy(() -> read(wrong))
        .hasMessageContaining("waivers.w.fit: grants tells of")
        .hasMessageContaining("(variant early; see line 11)");
  }
}
