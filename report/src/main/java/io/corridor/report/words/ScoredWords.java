package io.corridor.report.words;

import io.corridor.evidence.forecast.Backtest;
import io.corridor.evidence.forecast.MetricScores;
import io.corridor.evidence.forecast.ScoreVerdict;
import io.corridor.evidence.score.TableScores;
import io.corridor.evidence.score.Widened;
import io.corridor.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what was scored as the scenario calls it, or, of anybody's draws, by its id. */
public final class ScoredWords {
  private final Optional<Scenario> scenario;

  private ScoredWords(Optional<Scenario> scenario) {
    this.scenario = scenario;
  }

  /** Makes the words of a scenario; absent: ids are all there is. */
  public static ScoredWords of(Optional<Scenario> scenario) {
    return new ScoredWords(scenario);
  }

  /** Returns the noun for a metric. */
  public String metric(String id) {
    // A backtest of another variant may have metrics that the scenario hasn't.
    return scenario.map(of -> new PhraseBook(of).subject(id)).orElse(id);
  }

  /** Says what it takes for a metric's forecasts to have a skill; empty where they have one. */
  public static Optional<String> withoutRival(MetricScores scores) {
    boolean any = scores.horizons().values().stream().anyMatch(of -> of.best().isPresent());
    return any
        ? Optional.empty()
        : Optional.of(
            "Skill needs a rival: a series with a past that the file's backtest holds against the"
                + " metric, or draws of others (--against).");
  }

  /** Says how well rows of tables were foretold, a sentence each. */
  public static List<String> tables(Map<String, TableScores> tables) {
    List<String> said = new ArrayList<>();
    tables.forEach(
        (key, scores) ->
            said.add(
                "%s: %d %s of its table foretold from those before, Brier %s, by the base rate %s."
                    .formatted(
                        key,
                        scores.n(),
                        scores.n() == 1 ? "row" : "rows",
                        Digits.three(scores.brier()),
                        Digits.three(scores.base()))));
    return said;
  }

  /**
   * Says how much wider fits should be, and whether the file has it so, a sentence each; those that
   * held, of which it states nothing else, aren't told.
   */
  public static List<String> widen(Backtest.Result result) {
    String one = Amounts.decimal(1, 2);
    List<String> said = new ArrayList<>();
    result
        .widen()
        .forEach(
            (key, found) -> {
              String asked = Amounts.decimal(found.factor(), 2);
              Optional<String> stated =
                  Optional.ofNullable(result.stated().get(key))
                      .map(factor -> Amounts.decimal(factor, 2));
              if (!asked.equals(one) || !stated.orElse(one).equals(one)) {
                said.add(
                    "%s: %s (rms z %s, %d effective of %d)%s"
                        .formatted(
                            key,
                            stated.map(factor -> stated(factor, asked)).orElse(should(asked)),
                            Digits.three(found.rms()),
                            Math.round(found.effective()),
                            found.windows(),
                            stated.filter(asked::equals).isPresent()
                                ? "."
                                : "; `widen: %s` at its fit makes it so.".formatted(asked)));
              }
            });
    return said;
  }

  private static String stated(String factor, String asked) {
    return factor.equals(asked)
        ? "its file states × %s, which is what its misses ask for".formatted(factor)
        : "its file states × %s, but %s".formatted(factor, should(asked));
  }

  private static String should(String asked) {
    return "its band should be × %s by what such forecasts missed".formatted(asked);
  }

  /** Says what fits are widened by, a sentence each. */
  public List<String> widened(Map<String, Widened> widened) {
    List<String> said = new ArrayList<>();
    widened.forEach(
        (key, by) -> {
          String name = scenario.map(of -> new CauseWords(of).key(key)).orElse(key);
          said.add(Sentences.capitalised(name) + ": its band is " + by.words() + ".");
        });
    return said;
  }

  /** Says how all horizons together were as paths; empty where that isn't told. */
  public static Optional<String> paths(MetricScores scores) {
    return scores
        .paths()
        .map(
            paths ->
                "All horizons as paths, of %d %s: energy score %s, variogram score %s%s."
                    .formatted(
                        paths.n(),
                        paths.n() == 1 ? "origin" : "origins",
                        Digits.three(paths.energy()),
                        Digits.three(paths.variogram()),
                        paths
                            .against()
                            .map(
                                rival ->
                                    " (the rival's %s and %s)"
                                        .formatted(
                                            Digits.three(rival.energy()),
                                            Digits.three(rival.variogram())))
                            .orElse("")));
  }

  /** Returns what a question asks, as a statement. */
  public String question(String id) {
    return scenario
        .filter(of -> of.questions().containsKey(id))
        .map(of -> new Sentences(of).unbrokenStatement(id))
        .orElse(id);
  }

  /** Returns the verdict on a metric's bands alone, without its full stop. */
  public String bands(MetricScores scores) {
    return verdict(scores.metric(), ScoreVerdict.of(scores).bands());
  }

  /** Returns the verdict on a metric's forecasts, without its full stop. */
  public String verdict(MetricScores scores) {
    return verdict(scores.metric(), scores.verdict());
  }

  /** Says a verdict with the name of the metric in place of its id. */
  public String verdict(String metric, String sentence) {
    String said = sentence.replace(metric, metric(metric));
    return Sentences.capitalised(said);
  }
}
