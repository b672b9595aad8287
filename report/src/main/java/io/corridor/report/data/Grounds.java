package io.corridor.report.data;

import static java.util.Objects.requireNonNull;

import io.corridor.evidence.fit.Fit;
import io.corridor.evidence.fit.Posterior;
import io.corridor.evidence.forecast.Backtest;
import io.corridor.evidence.forecast.MetricScores;
import io.corridor.evidence.score.Band;
import io.corridor.evidence.score.Coverage;
import io.corridor.evidence.score.Scores;
import io.corridor.model.Metrics;
import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import io.corridor.run.CancelledException;
import io.corridor.run.Progress;
import io.corridor.scenarios.Evidence;
import io.corridor.simulation.Replay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a scenario's numbers rest on: which of them data have measured, and how such forecasts would
 * have done in the past.
 *
 * @param measured numbers that were fitted, in the order of the file
 * @param judged keys of the other uncertain inputs: what stands there is judged, or derived from
 *     published figures as the file's remarks say; empty where nothing is measured
 * @param past how such forecasts of its past would have done; absent: the file has no backtest, or
 *     nobody wanted it
 * @param history what was known of metrics at the start, by id
 */
public record Grounds(
    List<Measured> measured,
    List<String> judged,
    Optional<Past> past,
    Map<String, History> history) {

  /** Of a scenario without data. */
  public static final Grounds NONE = new Grounds(List.of(), List.of(), Optional.empty(), Map.of());

  /**
   * Paths of an origin: enough for a verdict beside a run. More digits, and all else, come from the
   * command {@code backtest}.
   */
  public static final long PATHS_OF_PAST = 1_000;

  /** Checks that nothing is missing, as it may be in a damaged file. */
  public Grounds {
    measured = List.copyOf(requireNonNull(measured, "measured is missing"));
    judged = List.copyOf(requireNonNull(judged, "judged is missing"));
    requireNonNull(past, "past is missing");
    requireNonNull(history, "history is missing");
  }

  /**
   * A number that data have measured.
   *
   * @param key where it stands in the scenario file
   * @param judged whether it was judged before: the file states a distribution that the data
   *     updated
   * @param low 5th percentile, with the data
   * @param median with the data
   * @param high 95th percentile, with the data
   * @param series id of the data
   * @param source their file, and what it says of itself
   * @param from first period used
   * @param to last period used
   * @param n how many observations were used
   */
  public record Measured(
      String key,
      boolean judged,
      double low,
      double median,
      double high,
      String series,
      String source,
      String from,
      String to,
      int n) {}

  /**
   * How a scenario did when it was moved to its past.
   *
   * @param paths of each origin
   * @param origins how many could be scored
   * @param skipped why others couldn't, a line for each reason
   * @param verdicts by metric, a sentence each
   * @param scores by metric and horizon
   * @param asserted how many keys stayed as they are at every origin, and so may know the future
   */
  public record Past(
      long paths,
      int origins,
      List<String> skipped,
      List<Verdict> verdicts,
      List<Score> scores,
      int asserted) {

    /** Copies the lists. */
    public Past {
      skipped = List.copyOf(skipped);
      verdicts = List.copyOf(verdicts);
      scores = List.copyOf(scores);
    }
  }

  /**
   * Whether the bands of a metric held.
   *
   * @param metric its id
   * @param sentence that says so, without its full stop
   */
  public record Verdict(String metric, String sentence) {}

  /**
   * How good forecasts of one horizon were.
   *
   * @param metric its id
   * @param horizon months from the origin to the end of what is forecast
   * @param half how many of {@code n} lay in the 50 % band
   * @param ninety how many lay in the 90 % band
   * @param n how many forecasts
   * @param apart how many of those whose periods don't overlap lay in the 90 % band
   * @param ofApart how many these are
   * @param rival the best forecast without a model; empty if there is none
   * @param skill against it; NaN if there is none
   */
  public record Score(
      String metric,
      int horizon,
      int half,
      int ninety,
      int n,
      int apart,
      int ofApart,
      String rival,
      double skill) {}

  /**
   * Returns the grounds of a scenario.
   *
   * @param scenario the scenario
   * @param evidence of it
   * @param sample of the run
   * @param past how such forecasts would have done; absent: that isn't known
   */
  public static Grounds of(
      Scenario scenario, Evidence evidence, Sample sample, Optional<Past> past) {
    List<Measured> measured = new ArrayList<>();
    for (Fit fit : evidence.fits()) {
      for (String number : fit.posterior().names()) {
        measured.add(measured(fit, number, evidence));
      }
    }
    return new Grounds(
        measured,
        measured.isEmpty() ? List.of() : judged(scenario, sample),
        past,
        History.of(evidence, scenario));
  }

  /**
   * Returns how forecasts of a scenario's past would have done; empty if it has no backtest.
   *
   * @param evidence of the scenario
   * @param seed of the random numbers
   * @param progress told of origins times paths
   * @throws CancelledException if {@code progress} ended it
   */
  public static Optional<Past> past(Evidence evidence, long seed, Progress progress) {
    return evidence
        .backtest()
        .map(plan -> new Backtest(plan, evidence, PATHS_OF_PAST, seed).run(progress))
        .map(result -> past(result, evidence.asserted().size()));
  }

  /** All inputs that are drawn, but for the columns of joint draws. */
  private static List<String> judged(Scenario scenario, Sample sample) {
    return Replay.of(scenario, sample, Metrics.of(scenario).keySet()).inputs().stream()
        .filter(key -> !key.startsWith("draws."))
        .toList();
  }

  private static Measured measured(Fit fit, String number, Evidence evidence) {
    Posterior posterior = fit.posterior();
    return new Measured(
        fit.key() + "." + number,
        evidence.isJudged(fit.key(), number),
        posterior.percentile(number, 5),
        posterior.percentile(number, 50),
        posterior.percentile(number, 95),
        fit.series(),
        evidence.sources().getOrDefault(fit.series(), ""),
        fit.from().toString(),
        fit.to().toString(),
        fit.n());
  }

  private static Past past(Backtest.Result result, int asserted) {
    List<Verdict> verdicts = new ArrayList<>();
    List<Score> scores = new ArrayList<>();
    for (MetricScores metric : result.metrics()) {
      verdicts.add(new Verdict(metric.metric(), metric.verdict()));
      metric
          .horizons()
          .forEach((horizon, found) -> scores.add(score(metric.metric(), horizon, found)));
    }
    int origins =
        (int) result.origins().values().stream().filter(left -> left.all().isEmpty()).count();
    return new Past(PATHS_OF_PAST, origins, result.skipped(), verdicts, scores, asserted);
  }

  private static Score score(String metric, int horizon, Scores scores) {
    Coverage ninety = scores.covered(Band.NINETY).all();
    Coverage apart = scores.covered(Band.NINETY).apart().orElse(ninety);
    return new Score(
        metric,
        horizon,
        scores.covered(Band.HALF).all().hits(),
        ninety.hits(),
        ninety.n(),
        apart.hits(),
        apart.n(),
        scores.best().map(Scores.Against::name).orElse(""),
        scores.best().map(Scores.Against::skill).orElse(Double.NaN));
  }
}
