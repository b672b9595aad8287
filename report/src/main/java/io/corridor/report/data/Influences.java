package io.corridor.report.data;

import io.corridor.model.Driver;
import io.corridor.model.Metric;
import io.corridor.model.Metrics;
import io.corridor.model.Question;
import io.corridor.model.Scenario;
import io.corridor.projection.Answer;
import io.corridor.projection.Outcome;
import io.corridor.projection.Paths;
import io.corridor.projection.Projection;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.PhraseBook;
import io.corridor.report.words.Windows;
import io.corridor.run.Progress;
import io.corridor.simulation.Replay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What moved the outcome of the main question, the scenario's first: each uncertain input as it was
 * drawn, and each driver's mean from the start to the end of the question's window, against the
 * outcome on the same paths.
 */
final class Influences {
  private static final int MOST_PATHS = 20_000;

  /** Where fewer or more paths than this share come out alike, the metric says more. */
  private static final double RARE = 0.02;

  private final Scenario scenario;
  private final String id;
  private final Question question;
  private final int last;
  private final List<Observed> observed = new ArrayList<>();
  private final Growing outcome = new Growing();
  private final Growing metric = new Growing();

  /** An input, or the mean of a metric. */
  private record Observed(String key, String name, boolean isInput, Growing values) {}

  private Influences(Scenario scenario, String id, Question question) {
    this.scenario = scenario;
    this.id = id;
    this.question = question;
    this.last = Windows.last(scenario, question);
  }

  static Optional<ReportData.Influence> of(Projection projection, Progress progress) {
    Scenario scenario = projection.scenario();
    return scenario.questions().entrySet().stream()
        .findFirst()
        .map(main -> new Influences(scenario, main.getKey(), main.getValue()))
        .flatMap(influences -> influences.observe(projection, progress));
  }

  private Optional<ReportData.Influence> observe(Projection projection, Progress progress) {
    List<String> metrics = new ArrayList<>(drivers());
    metrics.addAll(regimes());
    List<String> recorded = new ArrayList<>(metrics);
    recorded.add(question.metric());
    Replay replay = Replay.of(scenario, projection.sample(), recorded);
    PhraseBook phrases = new PhraseBook(scenario);
    replay.inputs().stream()
        .filter(key -> !isDelayOfProject(key, replay))
        .forEach(
            key -> observed.add(new Observed(key, InputNames.input(key), true, new Growing())));
    metrics.forEach(
        key ->
            observed.add(new Observed(key, InputNames.mean(key, phrases), false, new Growing())));
    replay.forEach(0, Math.min(MOST_PATHS, projection.paths()), progress, this::add);
    return outcome.size() < 20 || observed.isEmpty()
        ? Optional.empty()
        : Optional.of(influence(projection.answer(id)));
  }

  /** The drivers that chance moves. */
  private List<String> drivers() {
    return scenario.drivers().entrySet().stream()
        .filter(
            entry ->
                !(entry.getValue() instanceof Driver.Constant)
                    && !(entry.getValue() instanceof Driver.Path))
        .map(entry -> "driver." + entry.getKey())
        .toList();
  }

  /** The regimes, unless the question is about them: each would explain itself. */
  private List<String> regimes() {
    if (question.metric().startsWith("regime.")) {
      return List.of();
    }
    return scenario.regime().stream()
        .flatMap(regime -> regime.states().stream())
        .map(state -> "regime." + state)
        .toList();
  }

  /** The month of completion says it all. */
  private static boolean isDelayOfProject(String key, Replay replay) {
    return key.endsWith(".delay")
        && replay.inputs().contains(key.substring(0, key.length() - ".delay".length()));
  }

  private void add(Paths paths) {
    for (int path = 0; path < paths.count(); path++) {
      Outcome out = paths.outcome(id, path);
      if (out.counts()) {
        outcome.add(out.value());
        metric.add(paths.value(question.metric(), last, path));
        for (Observed factor : observed) {
          factor.values.add(
              factor.isInput ? paths.input(factor.key, path) : mean(paths, factor.key, path));
        }
      }
    }
  }

  private double mean(Paths paths, String key, int path) {
    double sum = 0;
    for (int month = 0; month <= last; month++) {
      sum += paths.value(key, month, path);
    }
    return sum / (last + 1);
  }

  private ReportData.Influence influence(Answer answer) {
    double[] hits = outcome.values();
    if (answer instanceof Answer.Count) {
      return influence("number of months", "months", Optional.empty(), hits);
    }
    double share = Ranked.mean(hits);
    if (share >= RARE && share <= 1 - RARE) {
      return influence("whether it comes true", "%", Optional.empty(), percent(hits));
    }
    Metric looked = Objects.requireNonNull(Metrics.of(scenario).get(question.metric()));
    String words = new PhraseBook(scenario).subject(looked.id());
    return influence(
        words + " in " + Amounts.month(scenario.month(last)).replace(Amounts.NO_BREAK, ' '),
        looked.unit(),
        Optional.of(looked.id()),
        metric.values());
  }

  private ReportData.Influence influence(
      String what, String unit, Optional<String> looked, double[] y) {
    Ranked outcomes = new Ranked(y);
    List<ReportData.Factor> factors = new ArrayList<>();
    for (Observed factor : observed) {
      Ranked values = new Ranked(factor.values.values());
      double correlation = values.correlation(outcomes);
      if (!Double.isNaN(correlation)) {
        factors.add(new ReportData.Factor(factor.key, factor.name, correlation, values.tenths(y)));
      }
    }
    factors.sort(Comparator.comparingDouble(factor -> -Math.abs(factor.correlation())));
    return new ReportData.Influence(id, what, unit, looked, y.length, Ranked.mean(y), factors);
  }

  private static double[] percent(double[] shares) {
    double[] percent = new double[shares.length];
    for (int i = 0; i < percent.length; i++) {
      percent[i] = 100 * shares[i];
    }
    return percent;
  }
}
