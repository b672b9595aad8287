package io.corridor.report.internal.page;

import io.corridor.model.MetricKind;
import io.corridor.model.Parties;
import io.corridor.projection.Answer;
import io.corridor.projection.Comparison;
import io.corridor.projection.Differences;
import io.corridor.projection.MetricDifference;
import io.corridor.projection.Projection;
import io.corridor.projection.QuestionDifference;
import io.corridor.projection.Series;
import io.corridor.report.internal.chart.DotChart;
import io.corridor.report.internal.chart.Ink;
import io.corridor.report.internal.chart.Mark;
import io.corridor.report.internal.chart.Plot;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Estimates;
import io.corridor.report.words.PhraseBook;
import io.corridor.report.words.Sentences;
import io.corridor.report.words.UnitScale;
import java.util.ArrayList;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The figures of a comparison: what is compared stands on one scale. */
final class ComparedFigures {
  private static final Mark.Level SAME = new Mark.Level(0, "no difference");

  private final Comparison comparison;
  private final String base;
  private final PhraseBook phrases;
  private final Months months;

  ComparedFigures(Comparison comparison, String base) {
    this.comparison = comparison;
    this.base = base;
    this.phrases = new PhraseBook(comparison.base().scenario());
    this.months = Months.of(comparison.base().scenario());
  }

  /** Returns all scenarios by name, the base first. */
  Map<String, Projection> scenarios() {
    Map<String, Projection> scenarios = new LinkedHashMap<>();
    scenarios.put(base, comparison.base());
    scenarios.putAll(comparison.variants());
    return scenarios;
  }

  String name(String scenario) {
    return phrases.variant(scenario);
  }

  /**
   * Returns the answers to all questions of a kind, a row a question and a dot a scenario.
   *
   * @param counts whether of those that count months, or of the others
   */
  Optional<Figure> overview(boolean counts, Sentences sentences, double mostMonths) {
    List<DotChart.Row> rows = new ArrayList<>();
    Table table = Table.of("Question", names(scenarios()));
    comparison
        .base()
        .answers()
        .forEach(
            (id, answer) -> {
              if (answer.countsMonths() == counts) {
                List<DotChart.Dot> dots = new ArrayList<>();
                List<String> cells = new ArrayList<>();
                scenarios()
                    .forEach(
                        (scenario, projection) -> {
                          Answer other = projection.answers().get(id);
                          if (other == null || other.countsMonths() != counts) {
                            cells.add("–");
                          } else {
                            dots.add(dot(scenario, other));
                            cells.add(other.paths() > 0 ? Estimates.answer(other) : "–");
                          }
                        });
                String statement = sentences.unbrokenStatement(id);
                rows.add(new DotChart.Row(statement, dots, "", false));
                table.add(statement, cells);
              }
            });
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Figure(
                counts ? "overview-months" : "overview",
                counts ? "How many months, on average" : "How likely, % of the paths",
                "A mark is a scenario, the bar “" + name(base) + "”; lines are 95 % intervals.",
                Figure.Place.WIDE,
                table,
                new DotChart(rows, scale(counts, mostMonths))));
  }

  private List<String> names(Map<String, ?> scenarios) {
    return scenarios.keySet().stream().map(this::name).toList();
  }

  private static List<Double> scale(boolean counts, double mostMonths) {
    return List.of(0.0, counts ? mostMonths : 100.0);
  }

  /** Returns the answers to a question, a row a scenario, with the differences from the base. */
  Figure answers(String id, Sentences sentences, double mostMonths, Figure.Place place) {
    List<DotChart.Row> rows = new ArrayList<>();
    Table table = Table.of("Scenario", "answer", "95 % interval");
    boolean counts = comparison.base().answer(id).countsMonths();
    scenarios()
        .forEach(
            (scenario, projection) -> {
              Answer answer = projection.answers().get(id);
              if (answer != null && answer.countsMonths() == counts) {
                String difference = difference(scenario, id, answer);
                rows.add(row(scenario, answer, difference));
                table.add(
                    name(scenario),
                    answer.paths() == 0
                        ? List.of("no path meets the condition", "")
                        : List.of(
                            Estimates.answer(answer) + difference, Estimates.interval(answer)));
              }
            });
    return new Figure(
        "answer-" + id,
        sentences.unbrokenStatement(id) + (counts ? ", months" : ", % of the paths"),
        rows.size() == 1
            ? "No other scenario asks this."
            : "In brackets: the difference from “" + name(base) + "”.",
        place,
        table,
        new DotChart(rows, scale(counts, mostMonths)));
  }

  private String difference(String scenario, String id, Answer answer) {
    if (scenario.equals(base)) {
      return "";
    }
    QuestionDifference difference = comparison.differences(scenario).questions().get(id);
    return difference == null
        ? ""
        : Estimates.difference(difference, answer, comparison.quantile95());
  }

  private DotChart.Row row(String scenario, Answer answer, String difference) {
    String text = answer.paths() == 0 ? "no path" : Estimates.answer(answer) + difference;
    return new DotChart.Row(name(scenario), dot(scenario, answer), text);
  }

  /** A variant has the colour that its lines have; the base is what all are seen against. */
  private DotChart.Dot dot(String scenario, Answer answer) {
    int series =
        scenario.equals(base)
            ? DotChart.REFERENCE
            : List.copyOf(comparison.variants().keySet()).indexOf(scenario);
    return Estimate.of(answer).dot(name(scenario), series);
  }

  /** Returns the series of all scenarios that report a metric in the base's unit. */
  private Map<String, Series> reported(String metric) {
    Map<String, Series> reported = new LinkedHashMap<>();
    reported.put(base, comparison.base().series(metric));
    comparison
        .variants()
        .forEach(
            (name, variant) -> {
              if (comparison.differences(name).metrics().containsKey(metric)) {
                reported.put(name, variant.series(metric));
              }
            });
    return reported;
  }

  private String over(String metric) {
    return Sentences.capitalised(phrases.subject(metric))
        + (MetricKind.isOfYear(metric) ? " over twelve months" : "");
  }

  /** Returns the middles of all scenarios in one chart. */
  Figure middles(String metric) {
    Map<String, Series> fans = reported(metric);
    UnitScale scale = SmallMultiples.scale(fans.values());
    boolean isShare =
        MetricKind.COVERAGE.is(metric) || Objects.requireNonNull(fans.get(base)).metric().whole();
    String middle = isShare ? "mean" : new Bands(comparison.base().series(metric)).middleName();
    Map<String, double[]> values = new LinkedHashMap<>();
    fans.forEach(
        (scenario, series) -> {
          Bands bands = new Bands(series);
          double[] all = isShare ? bands.mean(scale.divisor()) : bands.middle(scale.divisor());
          values.put(scenario, all);
        });
    String title = over(metric) + ": " + middle + scale.unitAfterComma();
    return lines("middle-" + metric, title, Figure.Place.WIDE, values, scale, List.of());
  }

  /** Returns a line for each scenario, of values that are divided already. */
  private Figure lines(
      String id,
      String title,
      Figure.Place place,
      Map<String, double[]> byScenario,
      UnitScale scale,
      List<Double> axis) {
    List<Mark.Line> lines = new ArrayList<>();
    Table table = Table.of("Month", names(byScenario));
    byScenario.forEach(
        (scenario, values) -> {
          int variant = List.copyOf(comparison.variants().keySet()).indexOf(scenario);
          Ink ink = scenario.equals(base) ? Ink.PAST : Ink.series(variant);
          lines.add(new Mark.Line(name(scenario), ink, values, name(scenario)));
        });
    for (int month : months.rows()) {
      table.add(
          months.shortWords(month),
          lines.stream()
              .map(line -> Amounts.decimal(line.values()[month], scale.decimals()))
              .toList());
    }
    String ends =
        lines.stream()
            .map(line -> line.name() + ' ' + end(line.values(), scale))
            .collect(Collectors.joining(", "));
    return new Figure(
        id,
        title,
        months.words(months.last()) + ": " + ends + Amounts.NO_BREAK + scale.unit() + ".",
        place,
        table,
        new Plot(months.axis(), List.copyOf(lines), axis));
  }

  /** Returns the last of values that are divided already. */
  private String end(double[] values, UnitScale scale) {
    return Amounts.decimal(values[months.last()], scale.decimals());
  }

  /** Returns a fan for each scenario, all on one scale. */
  List<Figure> fans(String metric) {
    Map<String, Series> fans = reported(metric);
    UnitScale scale = SmallMultiples.scale(fans.values());
    SmallMultiples multiples = new SmallMultiples(months, scale, fans.values());
    List<Figure> figures = new ArrayList<>();
    fans.forEach(
        (scenario, series) ->
            figures.add(multiples.fan("fan-" + scenario, name(scenario), series, List.of())));
    return figures;
  }

  /** Returns a fan of the differences of each variant that differs at all, all on one scale. */
  List<Figure> differences(String metric) {
    Map<String, Series> fans = new LinkedHashMap<>();
    for (Map.Entry<String, Differences> variant : comparison.differences().entrySet()) {
      Series fan = variant.getValue().fans().get(metric);
      MetricDifference difference = variant.getValue().metrics().get(metric);
      if (fan != null && difference != null && differs(difference)) {
        fans.put(variant.getKey(), fan);
      }
    }
    if (fans.isEmpty()) {
      return List.of();
    }
    UnitScale scale = inPoints(SmallMultiples.scale(fans.values()));
    SmallMultiples multiples = new SmallMultiples(months, scale, fans.values());
    List<Figure> figures = new ArrayList<>();
    fans.forEach(
        (variant, fan) ->
            figures.add(
                multiples.fan(
                    "difference-" + variant + "-" + metric,
                    name(variant) + " less " + name(base),
                    fan,
                    List.of(SAME),
                    note(comparison.differences(variant).metric(metric), scale))));
    return figures;
  }

  /** Returns who gains and who loses from each variant that moves welfare, all on one scale. */
  List<Figure> gains() {
    Map<String, List<WorldFigures.Gain>> gains = new LinkedHashMap<>();
    comparison
        .differences()
        .forEach(
            (variant, differences) -> {
              List<WorldFigures.Gain> moved =
                  WorldFigures.wanted(differences.fans().keySet()).stream()
                      .map(differences.fans()::get)
                      .filter(Objects::nonNull)
                      .map(fan -> WorldFigures.Gain.of(fan, 0, Optional.empty()))
                      .toList();
              if (WorldFigures.wanted(differences.metrics().keySet()).stream()
                  .anyMatch(metric -> differs(differences.metric(metric)))) {
                gains.put(variant, moved);
              }
            });
    WorldFigures world = new WorldFigures(comparison.base().scenario());
    List<Double> ends = WorldFigures.ends(gains.values().stream().flatMap(List::stream).toList());
    List<Figure> figures = new ArrayList<>();
    gains.forEach(
        (variant, all) ->
            figures.add(
                world.gains(
                    WorldFigures.GAINS + "-" + variant,
                    "Welfare, " + name(variant) + " less " + name(base) + ", points",
                    better(all),
                    Figure.Place.HALF,
                    SAME,
                    all,
                    ends)));
    return figures;
  }

  private static String better(List<WorldFigures.Gain> gains) {
    long better = gains.stream().filter(gain -> gain.middle() > 0).count();
    return "Better off: " + better + " of " + gains.size() + ".";
  }

  /** Says what the figures of who gains show. */
  String gainsLegend() {
    return comparison.differences().values().stream()
        .flatMap(differences -> differences.fans().values().stream())
        .filter(fan -> fan.metric().kind() == MetricKind.WORLD_WELFARE)
        .findFirst()
        .map(new WorldFigures(comparison.base().scenario())::legend)
        .orElse("");
  }

  /** Returns what variants add to exports by partner, on average, all on one scale. */
  List<Figure> partners() {
    Parties parties = comparison.base().scenario().parties();
    List<MetricDifference> all =
        comparison.differences().values().stream()
            .flatMap(differences -> differences.metrics().values().stream())
            .filter(each -> WorldFigures.isOfParties(each.metric(), parties))
            .filter(ComparedFigures::differs)
            .toList();
    if (all.isEmpty()) {
      return List.of();
    }
    double[] means = all.stream().flatMapToDouble(ComparedFigures::means).toArray();
    double low = DoubleStream.of(means).reduce(0, Math::min);
    double high = DoubleStream.of(means).reduce(0, Math::max);
    UnitScale scale = UnitScale.of(all.get(0).metric(), Math.max(-low, high));
    List<Double> ends = List.of(low / scale.divisor(), high / scale.divisor());
    Map<String, Double> most = new LinkedHashMap<>();
    all.forEach(
        each ->
            most.merge(
                each.metric().id(), means(each).map(Math::abs).reduce(0, Math::max), Math::max));
    return WorldFigures.largest(most).stream()
        .map(
            metric -> {
              String title = Sentences.capitalised(phrases.subject(metric));
              Map<String, double[]> added = added(metric, scale);
              return lines("partner-" + metric, title, Figure.Place.HALF, added, scale, ends)
                  .withNote(range(added.values(), scale));
            })
        .toList();
  }

  /** {@code December 2021: −15.04 to 24.39 bn USD a year.} */
  private String range(Collection<double[]> lines, UnitScale scale) {
    DoubleSummaryStatistics ends =
        lines.stream().mapToDouble(line -> line[months.last()]).summaryStatistics();
    String low = Amounts.decimal(ends.getMin(), scale.decimals());
    String high = Amounts.decimal(ends.getMax(), scale.decimals());
    return months.words(months.last())
        + ": "
        + (low.equals(high) ? low : low + " to " + high)
        + Amounts.NO_BREAK
        + scale.unit()
        + ".";
  }

  /** What each variant adds to a metric, on average, by name. */
  private Map<String, double[]> added(String metric, UnitScale scale) {
    Map<String, double[]> added = new LinkedHashMap<>();
    comparison
        .differences()
        .forEach(
            (variant, differences) -> {
              MetricDifference difference = differences.metrics().get(metric);
              if (difference != null && differs(difference)) {
                added.put(variant, means(difference).map(mean -> mean / scale.divisor()).toArray());
              }
            });
    return added;
  }

  private static DoubleStream means(MetricDifference difference) {
    return IntStream.range(0, difference.months()).mapToDouble(difference::mean);
  }

  private String note(MetricDifference difference, UnitScale scale) {
    int last = months.last();
    return "Larger on "
        + ShareFigures.percent(100 * difference.above(last))
        + " of the paths, smaller on "
        + ShareFigures.percent(100 * difference.below(last))
        + " in "
        + months.words(last)
        + "; on average "
        + Estimates.difference(
            difference.mean(last) / scale.divisor(),
            comparison.quantile95() * difference.standardError(last) / scale.divisor());
  }

  private static boolean differs(MetricDifference difference) {
    return IntStream.range(0, difference.months())
        .anyMatch(month -> difference.above(month) > 0 || difference.below(month) > 0);
  }

  /** Per cents differ by percentage points. */
  private static UnitScale inPoints(UnitScale scale) {
    return scale.unit().startsWith("%")
        ? new UnitScale(scale.divisor(), scale.decimals(), "points")
        : scale;
  }
}
