package io.corridor.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.model.Question;
import io.corridor.model.RandomScenarios;
import io.corridor.model.RunDefaults;
import io.corridor.model.Sampling;
import io.corridor.model.Scenario;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioWriterTest {
  @Test
  void randomScenariosReadBackEqual() {
    for (long seed = 0; seed < 120; seed++) {
      Scenario scenario = RandomScenarios.of(seed);
      String written = ScenarioWriter.write(scenario);

      Scenario read = read(scenario, written);
      assertThat(read).as("seed %d:%n%s", seed, written).isEqualTo(withDrawsOf(read, scenario));
    }
  }

  /** What nobody refers to of a table of draws isn't read. */
  private static Scenario withDrawsOf(Scenario read, Scenario scenario) {
    read.draws()
        .forEach(
            (id, table) ->
                assertThat(scenario.draws().get(id).columns())
                    .containsAllEntriesOf(table.columns()));
    Scenario.Builder same = scenario.toBuilder();
    read.draws().forEach(same::draws);
    return same.buildUnchecked();
  }

  @ParameterizedTest
  @MethodSource("io.corridor.scenarios.ShippedScenariosTest#names")
  void shippedScenariosReadBackEqual(String name) {
    Scenario scenario = ShippedScenarios.read(name).scenario();

    Scenario read = read(scenario, ScenarioWriter.write(scenario));
    assertThat(read).isEqualTo(withDrawsOf(read, scenario));
  }

  @Test
  void textsThatLookLikeSomethingElseReadBackEqual() {
    Scenario scenario =
        Minimal.scenario().toBuilder()
            .name("2019: a \"year\" # no comment")
            .description("- not a list\n\n  indented: line\nNo")
            .source("true")
            .source("null")
            .source("0x1F")
            .source("@ % & * ! | > ' \u2013 \u00e9")
            .build();

    assertThat(read(scenario, ScenarioWriter.write(scenario))).isEqualTo(scenario);
  }

  @Test
  void aPrecisionReadsBackEqual() {
    Scenario scenario =
        Minimal.scenario().toBuilder()
            .run(
                new RunDefaults(5, 1, Sampling.RANDOM, Optional.of(0.005), List.of("total"), 7_000))
            .build();
    assertThat(read(scenario, ScenarioWriter.write(scenario))).isEqualTo(scenario);
    String written =
        "run: {precision: 0.5 %, precision-metrics: [total], max-paths: 7k, paths: 5}\n";
    assertThat(ScenarioReader.create().readText(Minimal.with(written), "x").scenario())
        .isEqualTo(scenario);
  }

  @Test
  void windowWithoutLastMonthIsWrittenUpToTheEnd() {
    Question open =
        Question.of("total", Question.Band.atLeast(1))
            .withWindow(new Question.Window(Optional.of(YearMonth.of(2020, 3)), Optional.empty()));
    Scenario scenario = Minimal.scenario().toBuilder().question("late", open).build();

    assertThat(read(scenario, ScenarioWriter.write(scenario)).questions().get("late").window())
        .isEqualTo(Question.Window.in(YearMonth.of(2020, 3), YearMonth.of(2020, 12)));
  }

  @Test
  void numbersAreWrittenAsTheShortestDecimalThatReadsTheSame() {
    Scenario scenario =
        Minimal.scenario().toBuilder()
            .index("sizes", Map.of("total", 2e23, "exports", 1e-10, "imports", 0.1))
            .build();

    assertThat(ScenarioWriter.write(scenario))
        .contains("total: 2E+23")
        .contains("exports: 1E-10")
        .contains("imports: 0.1");
  }

  /** Reads {@code yaml} with the files that {@code scenario} names. */
  private static Scenario read(Scenario scenario, String yaml) {
    return ScenarioReader.create()
        .readText(yaml, "written.yaml", ScenarioWriter.files(scenario))
        .scenario();
  }
}
