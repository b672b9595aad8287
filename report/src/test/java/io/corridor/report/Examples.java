package io.corridor.report;

import io.corridor.model.Carrier;
import io.corridor.model.Energy;
import io.corridor.model.Flow;
import io.corridor.model.Metrics;
import io.corridor.model.Output;
import io.corridor.model.Partner;
import io.corridor.model.Quantity;
import io.corridor.model.Question;
import io.corridor.model.Question.Band;
import io.corridor.model.Question.Test;
import io.corridor.model.Question.Window;
import io.corridor.model.Regime;
import io.corridor.model.Sample;
import io.corridor.model.Sampling;
import io.corridor.model.Scenario;
import io.corridor.model.Unrest;
import io.corridor.model.Value;
import io.corridor.model.Waiver;
import io.corridor.projection.Answer;
import io.corridor.projection.Projection;
import io.corridor.projection.Series;
import io.corridor.report.data.Source;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scenario, and results made up for it. */
public final class Examples {
  public static final YearMonth START = YearMonth.of(2019, 3);
  public static final Source SOURCE =
      new Source("example.yaml", "ab12", Optional.empty(), Map.of());

  private Examples() {}

  /** Returns a scenario with a metric of every sort, and no questions. */
  public static Scenario.Builder scenario() {
    return Scenario.builder("Iran–Iraq", "IRN", "IRQ", START, 70)
        .regime(new Regime(List.of("pressure", "detente"), "pressure", Map.of(), List.of()))
        .waiver(
            "energy-waiver",
            Waiver.of(LocalDate.of(2019, 3, 19), Waiver.Terms.of(90), 0.9, "electricity"))
        .energy(Energy.of(1.75e9).withCarriers(Map.of("electricity", electricity())))
        .flow("goods", Flow.of("IRN", "IRQ", 7.65e9))
        .unrest(new Unrest(Value.of(0.02), Value.of(6), 2, Value.of(0.15)))
        .partner(
            "CHN", new Partner(Value.of(9e9), Value.ZERO, Map.of(), Optional.empty(), Map.of()));
  }

  /** Returns the scenario with one question. */
  public static Scenario asking(Question question) {
    return scenario().question("question", question).buildUnchecked();
  }

  /** Returns the scenario with a question or two, and few metrics. */
  public static Scenario small() {
    return scenario()
        .question("reaches-20bn", reaches20bn())
        .question("months-dark", counted())
        .output(
            new Output(
                List.of(2.5, 50.0, 97.5),
                Optional.of(List.of("total.12m", "energy.electricity.unserved-share"))))
        .buildUnchecked();
  }

  /** Returns made-up results of {@link #small()}. */
  public static Projection projection() {
    Scenario scenario = small();
    Map<String, Series> series = new LinkedHashMap<>();
    series.put("total.12m", series(scenario, "total.12m", 1.2e10));
    series.put(
        "energy.electricity.unserved-share",
        series(scenario, "energy.electricity.unserved-share", 0.1));
    Map<String, Answer> answers = new LinkedHashMap<>();
    answers.put(
        "reaches-20bn",
        new Answer.Probability(
            100_000,
            31_012,
            List.of(),
            List.of(
                new Answer.FirstMonth(2.5, YearMonth.of(2021, 2)),
                new Answer.FirstMonth(50, YearMonth.of(2023, 1)),
                new Answer.FirstMonth(97.5, YearMonth.of(2024, 10))),
            List.of(2L, 5L, 7L, 11L)));
    answers.put(
        "months-dark",
        new Answer.Count(
            100_000,
            3.2,
            2.8,
            List.of(
                new Answer.Months(2.5, 0), new Answer.Months(50, 3), new Answer.Months(97.5, 9))));
    return new Projection(
        scenario,
        new Sample(1, Sampling.RANDOM, 100_000),
        new Projection.Timing(0.9, 7.8e6, 2),
        series,
        answers);
  }

  /** Returns the question of the target. */
  public static Question reaches20bn() {
    return question(
        "total.12m", Band.atLeast(2e10), Window.by(YearMonth.of(2024, 12)), Test.ANY_MONTH);
  }

  /** Returns a question without until or given. */
  public static Question question(String metric, Band band, Window window, Test test) {
    return new Question(metric, band, window, test, Optional.empty(), List.of());
  }

  private static Question counted() {
    return question(
        "energy.electricity.unserved-share", Band.atLeast(0.2), Window.ALL, new Test.CountMonths());
  }

  private static Series series(Scenario scenario, String metric, double level) {
    int months = scenario.months();
    double[] mean = new double[months];
    double[] sd = new double[months];
    double[] error = new double[months];
    double[][] values = new double[3][months];
    for (int month = 0; month < months; month++) {
      mean[month] = level * (1 + month / 100.0);
      sd[month] = level * month / 300.0;
      error[month] = sd[month] / Math.sqrt(100_000);
      values[0][month] = mean[month] - 2 * sd[month];
      values[1][month] = mean[month];
      values[2][month] = mean[month] + 2 * sd[month];
    }
    return new Series(
        Metrics.of(scenario).get(metric), START, mean, sd, error, List.of(2.5, 50.0, 97.5), values);
  }

  private static Carrier electricity() {
    return Carrier.of(
        Carrier.Kind.ELECTRICITY,
        Quantity.of(14_500),
        Quantity.of(11_200),
        Carrier.Imports.of(Value.of(1_200)),
        Carrier.Price.of(95));
  }
}
