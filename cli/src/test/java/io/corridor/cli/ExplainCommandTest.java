package io.corridor.cli;

import static io.corridor.cli.CommandLines.corridor;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ObjectArrays;
import io.corridor.cli.CommandLines.Outcome;
import io.corridor.projection.Paths;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.simulation.Replay;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExplainCommandTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"iran-iraq-2019", "germany-russia-gas-2021", "us-china-tariffs-2018", "yardstick"})
  void tellsAStoryThatFitsTheScreen(String name) {
    Outcome story = corridor("explain", name, "--path", "17");
    assertThat(story.status()).isZero();
    assertThat(story.err()).isEmpty();
    assertThat(story.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(story.out()).contains(": path 17, seed 1", "Trade over twelve months is");
    assertThat(story.out()).doesNotContain("NaN", "null", "\u00A0", "\u001B");
    assertThat(corridor("explain", name, "--path", "17").out()).isEqualTo(story.out());
  }

  @Test
  void whatIsNoLongerFiniteIsSaidInWords() {
    String[] explain = {
      "explain", "us-china-tariffs-2018", "--set", "drivers.yuan.volatility=983", "--path", "2048"
    };
    Outcome story = corridor(explain);
    assertThat(story.status()).isZero();
    assertThat(story.out().replaceAll("\\s+", " "))
        .contains("Trade over twelve months is infinity, as some growth, volatility")
        .doesNotContain(" –", "+–", "NaN");
    Outcome table = corridor(ObjectArrays.concat(explain, "--metrics=total"));
    assertThat(table.out())
        .contains("infinity")
        .containsPattern("\\(1\\) .*\n +\\(1\\)\n")
        .doesNotContain("NaN");
    assertThat(table.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void theFirstPathsOfARunAreThoseOnWhichItsQuestionsComeTrue() {
    String seed = "9";
    JsonNode questions =
        parsed("run", "iran-iraq-2019", "--paths", "1500", "--seed", seed, "--json")
            .get("questions");
    for (String question : List.of("reaches-20bn", "lapse", "reach-if-no-lapse", "keeps-buying")) {
      JsonNode first = questions.get(question).get("firstPaths");
      assertThat(first.size()).as(question).isPositive();
      JsonNode path =
          parsed(
              "explain",
              "iran-iraq-2019",
              "--seed",
              seed,
              "--json",
              "--path",
              first.get(0).asString());
      JsonNode outcome = path.get("questions").get(question);
      assertThat(outcome.get("counts").asBoolean()).isTrue();
      assertThat(outcome.get("value").asInt()).isEqualTo(1);
    }
  }

  @Test
  void jsonHoldsTheVeryNumbersOfTheRun() {
    var scenario =
        ScenarioReader.create()
            .withVariant("waivers-lapse")
            .readShipped("iran-iraq-2019")
            .scenario();
    Paths paths = Replay.of(scenario, 5, List.of("total.12m", "arrears")).paths(0, 1_100);
    JsonNode json =
        parsed(
            "explain",
            "iran-iraq-2019",
            "--variant",
            "waivers-lapse",
            "--seed",
            "5",
            "--path",
            "1090",
            "--json");
    assertThat(json.at("/run/path").asInt()).isEqualTo(1_090);
    assertThat(json.at("/scenario/variant").asString()).isEqualTo("waivers-lapse");
    for (String metric : List.of("total.12m", "arrears")) {
      JsonNode values = json.get("metrics").get(metric).get("values");
      for (int t = 0; t < scenario.months(); t++) {
        assertThat(values.get(t).asDouble()).isEqualTo(paths.value(metric, t, 1_090));
      }
    }
    assertThat(json.at("/metrics/arrears/unit").asString()).isEqualTo("USD");
  }

  @Test
  void aTableShowsEveryMonthOfTheMetricsAskedFor() {
    Outcome table =
        corridor(
            "explain", "iran-iraq-2019", "--path", "3", "--metrics", "total,flow.goods,arrears");
    assertThat(table.status()).isZero();
    assertThat(table.out())
        .contains("(1) monthly trade", "(3) arrears, ", "  Mar 2019 ", "  Dec 2025 ");
    Outcome standard = corridor("explain", "iran-iraq-2019", "--path", "3", "--months");
    assertThat(standard.out()).contains("(1) trade, bn USD a year", "1 under pressure");
    Outcome all = corridor("explain", "iran-iraq-2019", "--path", "3", "--metrics", "all");
    assertThat(all.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void whatIsWrongIsToldInWords() {
    Outcome metric = corridor("explain", "iran-iraq-2019", "--path", "3", "--metrics", "arears");
    assertThat(metric.status()).isEqualTo(2);
    assertThat(metric.err()).contains("no metric 'arears'; did you mean 'arrears'?");
    Outcome path = corridor("explain", "iran-iraq-2019", "--path", "-1");
    assertThat(path.status()).isEqualTo(2);
    assertThat(path.err()).contains("--path is -1, must be at least 0");
    assertThat(corridor("explain", "iran-iraq-2019").err()).contains("--path");
  }

  private static JsonNode parsed(String... args) {
    return JsonMapper.shared().readTree(corridor(args).out());
  }
}
