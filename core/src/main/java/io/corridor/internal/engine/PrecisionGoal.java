package io.corridor.internal.engine;

import io.corridor.internal.plan.Plan;
import io.corridor.model.Metric;
import io.corridor.model.Precision;
import io.corridor.model.Sampling;
import io.corridor.projection.Answer;
import io.corridor.projection.Reached;
import io.corridor.projection.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Goes on until the answers are as precise as asked.
 *
 * <p>A run may end at 16, 20, 24, 28, 32, 40, … times 1024 paths, four numbers from each power of
 * two to the next, and at the most paths allowed. Precision is tested there alone, on all paths up
 * to there: so threads, restarts and other ways of sharing out the work change nothing. The numbers
 * are few, so that chance is seldom tempted (see {@code docs/decisions/stopping.md}), and at most a
 * quarter apart, so that a run takes at most about a quarter more paths than needed. Sobol points
 * are evenly spread only where their number is a power of two, so that runs of these end at 16, 32,
 * 64, … times 1024 paths alone.
 */
public final class PrecisionGoal implements Goal {
  /** Full blocks, as are all numbers up to the last. */
  private static final long FIRST = 16_384;

  private static final int STEPS = 4;

  /** With fewer counted paths than this, the spread of a count says too little of its error. */
  private static final long FEWEST_COUNTED = 1_000;

  private final Plan plan;
  private final Precision asked;

  private PrecisionGoal(Plan plan, Precision asked) {
    this.plan = plan;
    this.asked = asked;
  }

  /**
   * Returns the goal of making the answers of {@code plan} as precise as {@code asked}.
   *
   * @throws IllegalArgumentException if it names a metric that isn't reported, or if there is
   *     neither a metric nor a question
   */
  public static PrecisionGoal of(Plan plan, Precision asked) {
    List<String> reported = plan.metrics().stream().map(Metric::id).toList();
    for (String metric : asked.metrics()) {
      if (!reported.contains(metric)) {
        throw new IllegalArgumentException(
            "precision of metric '"
                + metric
                + "', which is not reported; reported are "
                + reported);
      }
    }
    if (asked.metrics().isEmpty() && plan.inquiries().isEmpty()) {
      throw new IllegalArgumentException(
          "nothing to be precise about: no question is asked, and no metric named");
    }
    return new PrecisionGoal(plan, asked);
  }

  @Override
  public long next(long done) {
    int steps = plan.sample().sampling() == Sampling.SOBOL ? 1 : STEPS;
    for (long octave = FIRST; ; octave = Math.multiplyExact(octave, 2)) {
      for (int step = 0; step < steps; step++) {
        long paths = Math.addExact(octave, octave / steps * step);
        if (paths >= done || paths >= asked.maxPaths()) {
          return Math.min(paths, asked.maxPaths());
        }
      }
    }
  }

  @Override
  public boolean isReached(Summary summary) {
    return summary.paths() >= asked.maxPaths() || precision(summary).isEnough();
  }

  /** Errors fall with the square root of the number of paths, or faster. */
  @Override
  public long expected(Summary summary) {
    long done = summary.paths();
    double ratio = precision(summary).widest() / asked.target();
    double needed = Math.min(done * ratio * ratio, asked.maxPaths());
    return next(Math.max(done + 1, (long) needed));
  }

  @Override
  public Optional<Reached> reached(Summary summary) {
    return Optional.of(precision(summary));
  }

  private Reached precision(Summary summary) {
    Map<String, Double> questions = new LinkedHashMap<>();
    summary.answers(0, List.of()).forEach((id, answer) -> questions.put(id, halfWidth(answer)));
    Map<String, Double> metrics = new LinkedHashMap<>();
    summary
        .series(0, List.of())
        .forEach(
            (id, series) -> {
              if (asked.metrics().contains(id)) {
                metrics.put(id, relativeError(series));
              }
            });
    return new Reached(asked, questions, metrics);
  }

  static double halfWidth(Answer answer) {
    return answer.match(
        probability ->
            probability
                .interval95()
                .map(interval -> (interval.high() - interval.low()) / 2)
                .orElse(Double.POSITIVE_INFINITY),
        count ->
            count.paths() < FEWEST_COUNTED
                ? Double.POSITIVE_INFINITY
                : count.halfWidth95() / Math.max(count.mean(), 1));
  }

  /** Returns the largest relative error; a mean that is the same on every path has none. */
  private static double relativeError(Series series) {
    double largest = 0;
    for (int month = 0; month < series.months(); month++) {
      double error = series.standardError(month);
      if (error > 0) {
        largest = Math.max(largest, error / Math.abs(series.mean(month)));
      }
    }
    return largest;
  }
}
