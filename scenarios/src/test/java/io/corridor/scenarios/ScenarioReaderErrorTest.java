package io.corridor.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioReaderErrorTest {

  static Stream<BrokenScenarios.Case> broken() {
    return Stream.concat(BrokenScenarios.ofShape(), BrokenScenarios.ofMeaning());
  }

  static List<FileProblem> problems(String yaml) {
    ScenarioFileException exception =
        catchThrowableOfType(
            ScenarioFileException.class, () -> ScenarioReader.create().readText(yaml, "x.yaml"));
    assertThat(exception).as("the scenario is refused:%n%s", yaml).isNotNull();
    return exception.problems();
  }

  @ParameterizedTest
  @MethodSource("broken")
  void oneMistakeIsOneProblemAtItsPlace(BrokenScenarios.Case broken) {
    List<FileProblem> problems = problems(broken.yaml());

    assertThat(problems).as("%s", problems).hasSize(1);
    FileProblem problem = problems.get(0);
    assertThat(problem.key()).isEqualTo(broken.key());
    assertThat(problem.message()).contains(broken.words());
    assertThat(problem)
        .extracting(FileProblem::file, FileProblem::line, FileProblem::column)
        .containsExactly("x.yaml", broken.line(), broken.column());
  }

  @Test
  void allMistakesAreToldAtOnceInTheOrderOfTheFile() {
    String yaml =
        Minimal.YAML
            .replace("start: 50", "start: fifty")
            .replace("tense: 0.1", "tnse: 0.1")
            .replace("to: BBB,", "to: CCC, colour: red,")
            .replace("4 bn USD/year", "4 bn MW");

    assertThat(problems(yaml))
        .extracting(problem -> problem.line() + " " + problem.key())
        .containsExactly(
            "6 regime.monthly.calm.tnse",
            "8 drivers.oil.start",
            "18 flows.goods.to",
            "18 flows.goods.colour",
            "20 questions.grows.at-least");
  }

  @Test
  void problemsPrintAsFileLineColumnKeyAndMessage() {
    assertThat(problems(Minimal.replacing("kind: gbm", "kind: gmb")).get(0))
        .hasToString(
            "x.yaml:8:15: drivers.oil.kind: must be one of constant, path, gbm, ou, log-ou, jump,"
                + " bootstrap; found 'gmb'; did you mean 'gbm'?");
  }

  @Test
  void aMistakeInAFileWithoutMonthsIsStillTold() {
    String yaml =
        Minimal.YAML
            .replace("months: 12", "months: many")
            .replace("at-least: 4 bn USD/year", "at-least: 4 bn USD/year, by: 2024-01")
            .replace("{oil: 0.1}", "{coal: 0.1}");

    assertThat(problems(yaml))
        .extracting(FileProblem::key)
        .containsExactly("months", "flows.goods.elasticities.coal");
  }

  @Test
  void manyProblemsAreCutShort() {
    StringBuilder yaml = new StringBuilder(Minimal.YAML);
    for (int i = 0; i < 5000; i++) {
      yaml.append("unknown-").append(i).append(": 1\n");
    }

    List<FileProblem> problems = problems(yaml.toString());

    assertThat(problems).hasSize(Flaws.MOST + 1);
    assertThat(problems.get(Flaws.MOST).message()).isEqualTo("and 4900 more problems");
  }

  @Test
  void wordsOfTheFileCantForgeOutput() {
    String key = "a\\e[31m\\nx.yaml:1:1: \\u202e";

    assertThat(problems(Minimal.with("\"" + key + "\": 1\n")).get(0).toString())
        .doesNotContain("\u001b", "\n", "\u202e");
  }

  @Test
  void theOnlyKeyOfASectionIsNamedAsSuch() {
    String yaml = Minimal.replacing("4 bn USD/year}", "4 bn USD/year, given: {regime: calm}}");
    assertThatThrownBy(() -> ScenarioReader.create().readText(yaml, "x.yaml"))
        .hasMessageContaining("unknown key 'regime'; the only one is not;");
  }
}
