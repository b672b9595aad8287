package io.corridor.report.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.model.Distribution;
import io.corridor.model.Flow;
import io.corridor.model.Question;
import io.corridor.model.Question.Band;
import io.corridor.model.Question.Test.CountMonths;
import io.corridor.model.Question.Window;
import io.corridor.model.Scenario;
import io.corridor.projection.Paths;
import io.corridor.projection.Projection;
import io.corridor.report.Reports;
import io.corridor.run.Progress;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.scenarios.ShippedScenarios;
import io.corridor.simulation.Replay;
import io.corridor.why.Direction;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReportDataTest {
  private static Projection iran;
  private static ReportData data;

  @BeforeAll
  static void run() {
    iran = Reports.run(ShippedScenarios.read("iran-iraq-2019").scenario(), 1200);
    data = ReportData.of(iran, "text", Progress.NONE);
  }

  @Test
  void samplesArePathsOfTheRun() {
    ReportData.Samples samples = data.samples();
    assertThat(samples.count()).isEqualTo(10);
    assertThat(samples.metrics())
        .containsKeys(
            "total.12m",
            "exports",
            "imports",
            "flow.goods",
            "energy.gas.dependency",
            "waiver.energy-waiver.coverage")
        .doesNotContainKeys("total", "flow.goods.share", "energy.gas.demand");
    Replay replay = Replay.of(iran.scenario(), 1, List.of("exports", "regime.detente"));
    for (int sample = 0; sample < 10; sample++) {
      Paths path = replay.paths(samples.numbers()[sample], 1);
      for (int month = 0; month < iran.scenario().months(); month++) {
        assertThat(samples.metrics().get("exports").get(sample)[month])
            .isEqualTo(path.value("exports", month, 0));
        assertThat(
                iran.scenario()
                    .regimeStates()
                    .get(samples.regimes().get(sample)[month])
                    .equals("detente"))
            .isEqualTo(path.value("regime.detente", month, 0) == 1);
      }
    }
  }

  /** Of ten paths at even quantiles a share p is {@code 10 p} to the nearest, but for one. */
  @Test
  void theMainQuestionComesTrueOnAsManyOfTheSamplesAsOfAll() {
    int last = iran.scenario().index(YearMonth.of(2024, 12));
    long crossing =
        data.samples().metrics().get("total.12m").stream()
            .filter(path -> Arrays.stream(path, 0, last + 1).anyMatch(value -> value >= 20e9))
            .count();
    double share = iran.probability("reaches-20bn").probability().orElseThrow();
    assertThat((double) crossing).isCloseTo(10 * share, within(1.0));
  }

  @Test
  void atTheDeadlineThereAreFiftyQuantiles() {
    double[] deadline = data.samples().deadline();
    assertThat(deadline).hasSize(50).isSorted();
    double holds = data.looks().holds().get("reaches-20bn");
    assertThat(Arrays.stream(deadline).filter(value -> value >= 20e9).count() / 50.0)
        .isCloseTo(holds, within(0.011));
  }

  @Test
  void whatDecidesIsFoundOnPathsThatFollowFromTheSizes() {
    ReportData.Decided decided = ReportData.Decided.of(iran, Progress.NONE).orElseThrow();
    assertThat(decided.paths()).isEqualTo(512);
    assertThat(decided.question()).isEqualTo("reaches-20bn");
    assertThat(decided.shares().causes().stream().mapToDouble(c -> c.share().value()).sum())
        .as("Shapley's effects add up to 1")
        .isCloseTo(1, within(1e-9));
    assertThat(ReportData.Decided.of(Reports.run(iran.scenario(), 900), Progress.NONE)).isEmpty();
  }

  @Test
  void balancesAddUp() {
    assertThat(data.balances()).containsOnlyKeys("gas", "electricity");
    data.balances()
        .forEach(
            (id, balances) -> {
              assertAddsUp(balances.typical());
              assertAddsUp(balances.dry());
            });
  }

  @Test
  void sourcesAreInTheOrderOfUse() {
    assertThat(data.balances().get("gas").dry().sources().keySet())
        .containsExactly("baghdad-pipeline", "basra-pipeline");
    assertThat(data.balances().get("electricity").typical().sources().keySet())
        .startsWith("diyala-line", "amara-line")
        .endsWith("gulf-link");
  }

  private static void assertAddsUp(ReportData.Balance balance) {
    for (int month = 0; month < balance.demand().length; month++) {
      double sum =
          balance.domestic()[month]
              + balance.projects()[month]
              + balance.imports()[month]
              + balance.storage()[month]
              + balance.unserved()[month];
      // More than the demand in months in which some path has a surplus.
      assertThat(sum).isGreaterThanOrEqualTo(balance.demand()[month] * (1 - 1e-12));
      int at = month;
      double bySource = balance.sources().values().stream().mapToDouble(s -> s[at]).sum();
      assertThat(bySource).isCloseTo(balance.imports()[month], within(1e-9 * sum));
    }
  }

  @Test
  void dryYearsAreDrierThanTypicalOnes() {
    ReportData.Balances balances = data.balances().get("electricity");
    assertThat(balances.unit()).isEqualTo("MW");
    assertThat(sum(balances.dry().unserved()))
        .isGreaterThan(1.1 * sum(balances.typical().unserved()));
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  @Test
  void whatGoesTogetherIsOfTheRunsOwnPaths() {
    ReportData.Together together = data.together().orElseThrow();
    assertThat(together.question()).isEqualTo("reaches-20bn");
    assertThat(together.paths()).isEqualTo(1200);
    assertThat(together.directions()).isNotEmpty();
    for (Direction direction : together.directions()) {
      double mean = 0;
      for (Direction.PathClass each : direction.classes()) {
        mean += each.mean() * each.paths() / 1200;
      }
      assertThat(mean)
          .as(direction.id())
          .isCloseTo(iran.probability("reaches-20bn").probability().orElseThrow(), within(1e-9));
    }
  }

  @Test
  void theStrongestComeFirstAndChanceIsNotShown() {
    List<Direction> directions = data.together().orElseThrow().directions();
    assertThat(directions).extracting(direction -> -direction.explained()).isSorted();
    assertThat(directions).allMatch(direction -> direction.pValue() < 1e-3);
    assertThat(directions).extracting(Direction::id).contains("drivers.income.mean");
  }

  /** A flow whose yearly value is all that is uncertain, and the one thing that is asked about. */
  private static Scenario.Builder oneInput() {
    return Scenario.builder("one input", "A", "B", YearMonth.of(2020, 1), 12)
        .flow("goods", Flow.of("A", "B", new Distribution.Uniform(1e9, 2e9)));
  }

  private static ReportData.Together together(Band band, Question.Test test) {
    Question question = new Question("total", band, Window.ALL, test, Optional.empty(), List.of());
    Projection projection = Reports.run(oneInput().question("big", question).build(), 2000);
    return ReportData.of(projection, "", Progress.NONE).together().orElseThrow();
  }

  @Test
  void whatDecidesTheOutcomeExplainsIt() {
    ReportData.Together together = together(Band.atLeast(1.5e9 / 12), Question.Test.ANY_MONTH);
    assertThat(together.directions()).hasSize(1);
    Direction direction = together.directions().get(0);
    assertThat(direction.id()).isEqualTo("flows.goods.annual-value");
    assertThat(direction.classes().get(0).mean()).isZero();
    assertThat(direction.classes().get(19).mean()).isEqualTo(1);
    assertThat(direction.spearman()).isGreaterThan(0.8);
  }

  @Test
  void whatNeverVariesGoesTogetherWithNothing() {
    assertThat(together(Band.atLeast(1), Question.Test.ANY_MONTH).directions()).isEmpty();
  }

  @Test
  void ofACountTheNumberOfMonthsIsLookedAt() {
    ReportData.Together together = together(Band.atLeast(1.5e9 / 12), new CountMonths());
    assertThat(together.directions().get(0).classes().get(19).mean()).isEqualTo(12);
  }

  @Test
  void withoutQuestionsThereIsNothingToMove() {
    ReportData bare = ReportData.of(Reports.run(oneInput().build(), 50), "", Progress.NONE);
    assertThat(bare.together()).isEmpty();
    assertThat(bare.balances()).isEmpty();
    assertThat(bare.byMonth()).isEmpty();
    assertThat(bare.looks().holds()).isEmpty();
    assertThat(bare.samples().regimes()).isEmpty();
  }

  @Test
  void placesAreSharesOfTheFirstPaths() {
    ReportData.Places places = data.looks().places().get("rank");
    Paths paths = Replay.of(iran.scenario(), 1, List.of("rank")).paths(0, 1200);
    for (int month = 0; month < iran.scenario().months(); month++) {
      double all = 0;
      for (int i = 0; i < places.values().size(); i++) {
        boolean isLast = i == places.values().size() - 1;
        int count = 0;
        for (int path = 0; path < 1200; path++) {
          double rank = paths.value("rank", month, path);
          count +=
              rank == places.values().get(i) || isLast && rank > places.values().get(i) ? 1 : 0;
        }
        assertThat(places.shares().get(i)[month]).isCloseTo(count / 1200.0, within(1e-9));
        all += places.shares().get(i)[month];
      }
      assertThat(all).isCloseTo(1, within(1e-9));
    }
  }

  /** Whoever has reached a level by a month has been above it, so no fewer than are above then. */
  @Test
  void noMoreAreThereThanHaveBeenThere() {
    assertThat(data.looks().holds()).containsKey("reaches-20bn").doesNotContainKey("months-dark");
    assertThat(data.looks().paths()).isEqualTo(1200);
    data.looks()
        .holds()
        .forEach(
            (id, share) ->
                assertThat(share)
                    .as(id)
                    .isLessThanOrEqualTo(iran.probability(id).probability().orElseThrow()));
  }

  @Test
  void alternativesAnswerOnTheFirstPathsOfTheRun() {
    Scenario variant =
        ScenarioReader.create()
            .withVariant("no-sanctions")
            .readShipped("iran-iraq-2019")
            .scenario();
    ReportData with = ReportData.of(iran, "", Map.of("no-sanctions", variant), Progress.NONE);
    ReportData.Alternative alternative = with.alternatives().get(0);
    Projection alone = Reports.run(variant, alternative.paths());
    assertThat(alternative.paths()).isEqualTo(1000);
    assertThat(alternative.answers().get("reaches-20bn").value())
        .isEqualTo(alone.probability("reaches-20bn").probability().orElseThrow());
    assertThat(alternative.middles().get("total.12m")[81])
        .isEqualTo(alone.series("total.12m").percentile(50, 81));
  }

  @Test
  void valuesInTwoPlacesHaveTwoRegions() {
    double[][] two = new double[1][2000];
    double[][] one = new double[1][2000];
    for (int i = 0; i < 2000; i++) {
      double within = (i % 1000) / 1000.0;
      one[0][i] = within;
      two[0][i] = i < 800 ? within : 9 + within;
    }
    assertThat(DensestRegions.of(one)).isEmpty();
    double[] ends = DensestRegions.of(two).orElseThrow().intervals().get(1).get(0);
    assertThat(ends).hasSize(4);
    assertThat(ends[1]).isCloseTo(1, within(0.6));
    assertThat(ends[2]).isCloseTo(9, within(0.6));
  }

  @Test
  void aRunOfOnePathHasAReport() {
    ReportData one =
        ReportData.of(
            Reports.run(ShippedScenarios.read("iran-iraq-2019").scenario(), 1), "", Progress.NONE);
    assertThat(one.samples().count()).isEqualTo(1);
    assertThat(one.together()).isEmpty();
    assertThat(one.balances().get("gas").typical().demand()[0]).isPositive();
  }
}
