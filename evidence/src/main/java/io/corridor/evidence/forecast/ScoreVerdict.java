package io.corridor.evidence.forecast;

import io.corridor.evidence.score.Band;
import io.corridor.evidence.score.Coverage;
import io.corridor.evidence.score.Scored;
import io.corridor.evidence.score.Scores;
import io.corridor.internal.numeric.SignificantDigits;
import io.corridor.projection.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the scores of a metric's forecasts say, in plain words. Where several horizons were scored
 * it is about the one whose bands fail most clearly; forecasts of periods that don't overlap
 * decide.
 *
 * @param knowing that it knows the future, where levels that it rests on aren't fitted
 * @param bands how many forecasts don't overlap, how many of them lay in the 90 % band, and whether
 *     that tells anything
 * @param side whether they were above or below what happened
 * @param skill how they compare with the best other forecast; empty if there is none
 */
public record ScoreVerdict(
    Optional<String> knowing, String bands, String side, Optional<String> skill) {
  /** Of fewer, bands half as wide as they should be would often go unnoticed. */
  private static final int FEWEST_TO_TRUST = 20;

  /** Of more levels that aren't fitted the number is said. */
  private static final int MOST_NAMED = 5;

  /** Of fewer nothing is said where others are more. */
  private static final int FEWEST = 5;

  private static final double NOMINAL = Band.NINETY.percent() / 100.0;

  private static final Map<String, String> RIVALS =
      Map.of(
          "random-walk", "a random walk",
          "drift", "a random walk with drift",
          "seasonal", "the value of a year before",
          "trend", "a straight line through the past");

  /** Returns the verdict on a metric's forecasts. */
  public static ScoreVerdict of(MetricScores metric) {
    List<Judged> all =
        metric.horizons().entrySet().stream()
            .map(entry -> Judged.of(entry.getKey(), entry.getValue()))
            .toList();
    List<Judged> telling = all.stream().filter(one -> one.apart().n() >= FEWEST).toList();
    Judged judged =
        (telling.isEmpty() ? all : telling)
            .stream()
                .min(Comparator.comparing(Judged::fits).thenComparingDouble(Judged::p))
                .orElseThrow();
    List<Scored> forecasts =
        metric.forecasts().stream().filter(one -> one.horizon() == judged.horizon()).toList();
    return new ScoreVerdict(
        knowing(metric.knowing()),
        bands(metric.metric(), judged),
        side(forecasts),
        judged
            .scores()
            .best()
            .filter(best -> !Double.isNaN(best.skill()))
            .map(ScoreVerdict::skill));
  }

  /** Returns the facts, each a sentence without its full stop. */
  public List<String> facts() {
    List<String> facts = new ArrayList<>(knowing.stream().toList());
    facts.addAll(List.of(bands, side));
    skill.ifPresent(facts::add);
    return facts;
  }

  /**
   * The bands of a horizon.
   *
   * @param p of Kupiec's test, by which horizons that all fit are ranked
   */
  private record Judged(int horizon, Scores scores, Coverage apart, double p) {
    static Judged of(int horizon, Scores scores) {
      Coverage apart = scores.covered(Band.NINETY).apart().orElseThrow();
      return new Judged(
          horizon,
          scores,
          apart,
          apart.kupiec(Band.NINETY.miss()).map(Coverage.Test::p).orElse(1.0));
    }

    boolean isNarrow() {
      return apart.interval90().filter(interval -> interval.high() < NOMINAL).isPresent();
    }

    boolean isWide() {
      return apart.interval90().filter(interval -> interval.low() > NOMINAL).isPresent();
    }

    boolean fits() {
      return !isNarrow() && !isWide();
    }
  }

  private static Optional<String> knowing(List<String> keys) {
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    int more = keys.size() - MOST_NAMED;
    return Optional.of(
        "Knows the future: no data decide "
            + String.join(", ", keys.subList(0, Math.min(MOST_NAMED, keys.size())))
            + (more > 0 ? " and %d more".formatted(more) : ""));
  }

  private static String bands(String metric, Judged judged) {
    Coverage apart = judged.apart();
    String counted =
        "%d of %d forecasts of separate periods fell in the 90 %% band, %s ahead"
            .formatted(
                apart.hits(),
                apart.n(),
                judged.horizon() == 1 ? "1 month" : judged.horizon() + " months");
    if (!judged.fits()) {
      return "Bands for %s are too %s: %s"
          .formatted(metric, judged.isNarrow() ? "narrow" : "wide", counted);
    }
    return (apart.n() < FEWEST_TO_TRUST
            ? "Can't tell whether the bands for %s hold: %s; %s"
            : "The bands for %s fit: at worst %s; %s")
        .formatted(metric, counted, power(apart));
  }

  /** Says what would have been too few, and how likely bands that are too narrow show so few. */
  private static String power(Coverage apart) {
    return apart
        .tells(Band.NINETY)
        .map(
            most ->
                "%d or fewer would have told, as bands that hold %d %% do in %d %% of cases"
                    .formatted(
                        most, Band.NINETY.narrow(), Math.round(100 * apart.power(Band.NINETY))))
        .orElse("no number of hits would have been too few");
  }

  private static String side(List<Scored> forecasts) {
    long above = forecasts.stream().filter(one -> one.p50() > one.actual()).count();
    int n = forecasts.size();
    String counted = "%d of %d were above what happened".formatted(above, n);
    if (n < FEWEST) {
      return "Of the forecasts there, " + counted;
    }
    long below = forecasts.stream().filter(one -> one.p50() < one.actual()).count();
    if (3 * below >= 2L * n) {
      return "They ran low: %d of %d were below what happened".formatted(below, n);
    }
    return (3 * above >= 2L * n ? "They ran high: " : "They ran neither high nor low: ") + counted;
  }

  private static String skill(Scores.Against best) {
    String rival = RIVALS.getOrDefault(best.name(), "the draws of the rival");
    String skill = number(best.skill());
    if (best.skill90().isEmpty()) {
      return "Skill against %s: %s, from too few forecasts to be sure".formatted(rival, skill);
    }
    Answer.Interval interval = best.skill90().get();
    String counted =
        "skill %s (90 %%: %s to %s)"
            .formatted(skill, number(interval.low()), number(interval.high()));
    if (interval.low() > 0) {
      return "Better than %s: %s".formatted(rival, counted);
    }
    return interval.high() < 0
        ? "Worse than %s: %s".formatted(rival, counted)
        : "Not surely better than %s: %s".formatted(rival, counted);
  }

  private static String number(double skill) {
    String digits = SignificantDigits.plain(Math.rint(Math.abs(skill) * 100) / 100, 4);
    return (skill < 0 && !digits.equals("0") ? "−" : "") + digits;
  }
}
