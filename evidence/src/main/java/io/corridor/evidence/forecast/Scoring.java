package io.corridor.evidence.forecast;

import static java.util.Objects.requireNonNull;

import io.corridor.evidence.score.Crps;
import io.corridor.evidence.score.Joint;
import io.corridor.evidence.score.Scored;
import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.Period;
import io.corridor.model.Metric;
import io.corridor.model.MetricKind;
import io.corridor.model.Metrics;
import io.corridor.model.Question;
import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import io.corridor.run.CancelledException;
import io.corridor.run.Progress;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Scores forecasts against what happened: those of a scenario, or anybody's draws. */
public final class Scoring {
  /** What a question's id follows where metrics and questions stand in one column. */
  public static final String QUESTION = "question.";

  private static final String AGAINST = "against";

  private final Scenario scenario;
  private final Map<String, Metric> metrics;
  private final Actuals happened;
  private final Map<ForecastTarget, Double> targets = new LinkedHashMap<>();
  private final List<String> questions = new ArrayList<>();

  /**
   * What happened.
   *
   * @param file where it stands
   * @param metrics figures by metric and period, in the metric's unit
   * @param questions whether a question came true, by question and period; without a period,
   *     whenever it was asked
   * @param blanks rows without a value, which say nothing: each by its place, in words
   */
  public record Actuals(
      String file,
      Map<String, Map<Period, Double>> metrics,
      Map<String, Map<Optional<Period>, Boolean>> questions,
      List<String> blanks) {

    /** Returns whether {@code question} came true, asked of {@code period}; empty: unknown. */
    public Optional<Boolean> cameTrue(String question, Period period) {
      Map<Optional<Period>, Boolean> answers = questions.getOrDefault(question, Map.of());
      return Optional.ofNullable(answers.get(Optional.of(period)))
          .or(() -> Optional.ofNullable(answers.get(Optional.<Period>empty())));
    }

    /**
     * Returns what {@code metric} was in {@code period}; one of twelve months in any period that
     * ends with the same month.
     */
    private Optional<Double> value(String metric, Period period) {
      Map<Period, Double> values = metrics.getOrDefault(metric, Map.of());
      return Optional.ofNullable(values.get(period))
          .or(
              () ->
                  values.entrySet().stream()
                      .filter(entry -> MetricKind.isOfYear(metric))
                      .filter(entry -> entry.getKey().last().equals(period.last()))
                      .map(Map.Entry::getValue)
                      .findFirst());
    }
  }

  /**
   * A forecast of a figure.
   *
   * @param metric what was forecast; {@code question.ID} for a question
   * @param origin month at which it was forecast
   * @param period what the figure is of
   */
  public record Forecast(String metric, YearMonth origin, Period period) {}

  /**
   * The scores.
   *
   * @param metrics by metric
   * @param questions by question
   * @param joint how all forecasts of an origin did together
   */
  public record Result(
      List<MetricScores> metrics, List<QuestionScores> questions, Map<YearMonth, Joint> joint) {

    private static Result of(Scoreboard scores, Map<YearMonth, Whole> wholes) {
      Map<YearMonth, Joint> joint = new TreeMap<>();
      wholes.forEach(
          (origin, whole) ->
              Joint.of(whole.rows(), whole.asked()).ifPresent(found -> joint.put(origin, found)));
      return new Result(
          scores.metrics(metric -> "", metric -> List.of()), scores.questions(), joint);
    }

    /** Returns the verdicts on origins as wholes, sentences without their full stop. */
    public List<String> wholes() {
      List<String> wholes = new ArrayList<>();
      joint.forEach(
          (origin, one) ->
              one.verdicts()
                  .forEach(
                      said -> wholes.add(joint.size() == 1 ? said : "Of " + origin + ": " + said)));
      return wholes;
    }

    /** Returns the verdict on wholes, then on the bands of all metrics. */
    public String verdict() {
      return Stream.concat(wholes().stream(), metrics.stream().map(MetricScores::verdict))
          .collect(Collectors.joining(". "));
    }

    /** Whether nothing could be scored. */
    public boolean isEmpty() {
      return metrics.isEmpty() && questions.isEmpty();
    }
  }

  /** What is scored of one origin. */
  private record Whole(List<Joint.Row> rows, List<Joint.Asked> asked) {
    Whole() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  private Scoring(Scenario scenario, Actuals happened) {
    this.scenario = scenario;
    this.metrics = Metrics.of(scenario);
    this.happened = happened;
  }

  /**
   * Scores draws.
   *
   * @param draws by forecast; of one origin's forecasts in the same order, NaN where one lacks a
   *     draw
   * @param happened what came of it
   * @param rival draws of somebody else; may be empty
   */
  public static Result ofDraws(
      Map<Forecast, double[]> draws, Actuals happened, Map<Forecast, double[]> rival) {
    Scoreboard scores = new Scoreboard();
    Map<YearMonth, Whole> wholes = new LinkedHashMap<>();
    draws.forEach(
        (forecast, values) -> {
          YearMonth origin = forecast.origin();
          Period period = forecast.period();
          Whole whole = wholes.computeIfAbsent(origin, o -> new Whole());
          if (forecast.metric().startsWith(QUESTION)) {
            String id = forecast.metric().substring(QUESTION.length());
            happened
                .cameTrue(id, period)
                .ifPresent(
                    cameTrue -> {
                      scores.ask(id, origin, Optional.of(period), values, cameTrue);
                      whole.asked().add(new Joint.Asked(values, cameTrue));
                    });
            return;
          }
          happened
              .value(forecast.metric(), period)
              .ifPresent(
                  actual -> {
                    Scored scored =
                        Scored.of(
                            origin, period, known(values), actual, rival(rival, forecast, actual));
                    scores.add(forecast.metric(), "", scored, values, drawn(rival, forecast));
                    whole.rows().add(new Joint.Row(values, scored));
                  });
        });
    return Result.of(scores, wholes);
  }

  private static double[] known(double[] draws) {
    return Arrays.stream(draws).filter(draw -> !Double.isNaN(draw)).toArray();
  }

  /**
   * Returns what can be scored of a scenario.
   *
   * @param scenario valid
   * @param happened what came of it
   * @throws IllegalArgumentException if that asks what the scenario doesn't answer, or is about no
   *     month of it
   */
  public static Scoring of(Scenario scenario, Actuals happened) {
    Scoring scoring = new Scoring(scenario, happened);
    happened
        .metrics()
        .forEach((metric, values) -> values.forEach((p, actual) -> scoring.add(metric, p, actual)));
    happened.questions().keySet().forEach(scoring::addQuestion);
    if (scoring.targets.isEmpty() && scoring.questions.isEmpty()) {
      throw new IllegalArgumentException(
          happened.file()
              + " has no values within the months of the scenario, "
              + scenario.start()
              + " to "
              + scenario.lastMonth());
    }
    return scoring;
  }

  private void add(String metric, Period period, double actual) {
    ForecastTarget target = ForecastTarget.of(metric, unit(metric), period);
    if (PathFigures.isInside(scenario, target)) {
      targets.put(target, actual);
    }
  }

  private String unit(String metric) {
    return Optional.ofNullable(metrics.get(metric)).map(Metric::unit).orElse("");
  }

  private void addQuestion(String id) {
    if (requireNonNull(happened.questions().get(id)).size() > 1) {
      throw new IllegalArgumentException(
          "%s has several answers to question.%s, of which a run asks once"
              .formatted(happened.file(), id));
    }
    Question question = scenario.questions().get(id);
    if (question == null) {
      throw new IllegalArgumentException("the scenario has no question '" + id + "'");
    }
    if (question.countsMonths()) {
      throw new IllegalArgumentException(
          "question '" + id + "' counts months, and comes true or not");
    }
    questions.add(id);
  }

  /**
   * Simulates the scenario and scores what it says.
   *
   * @param sample its paths
   * @param rival draws of somebody else; absent: naive forecasts are the rivals
   * @param series what was known of metrics, for naive forecasts
   * @param progress told of progress
   * @throws CancelledException if {@code progress} ended it
   */
  public Result run(
      Sample sample,
      Optional<Map<Forecast, double[]>> rival,
      Map<String, DataSeries> series,
      Progress progress) {
    YearMonth start = scenario.start();
    Scoreboard scores = new Scoreboard();
    Whole whole = new Whole();
    PathFigures figures = PathFigures.of(scenario, sample, targets.keySet(), questions, progress);
    targets.forEach(
        (target, actual) -> {
          Period period = target.period();
          Map<String, Double> against =
              rival
                  .map(draws -> rival(draws, new Forecast(target.metric(), start, period), actual))
                  .orElseGet(() -> naive(series.get(target.metric()), period, actual));
          double[] values = requireNonNull(figures.figures().get(target));
          Scored scored = Scored.of(start, period, values, actual, against);
          scores.add(
              target.metric(),
              target.unit(unit(target.metric())),
              scored,
              values,
              rival.flatMap(draws -> drawn(draws, new Forecast(target.metric(), start, period))));
          whole.rows().add(new Joint.Row(values, scored));
        });
    for (String question : questions) {
      Map<Optional<Period>, Boolean> answers = requireNonNull(happened.questions().get(question));
      double[] outcomes = requireNonNull(figures.outcomes().get(question));
      boolean cameTrue = answers.containsValue(true);
      scores.ask(question, start, Optional.empty(), outcomes, cameTrue);
      whole.asked().add(new Joint.Asked(outcomes, cameTrue));
    }
    return Result.of(scores, Map.of(start, whole));
  }

  private Map<String, Double> naive(@Nullable DataSeries series, Period period, double actual) {
    return series == null || !period.isOf(series.every())
        ? Map.of()
        : Scoreboard.naive(series.knownBefore(scenario.start()), period, actual);
  }

  private static Optional<double[]> drawn(Map<Forecast, double[]> rival, Forecast forecast) {
    return Optional.ofNullable(rival.get(forecast));
  }

  private static Map<String, Double> rival(
      Map<Forecast, double[]> rival, Forecast forecast, double actual) {
    return drawn(rival, forecast)
        .map(draws -> Map.of(AGAINST, Crps.fair(known(draws), actual)))
        .orElse(Map.of());
  }
}
