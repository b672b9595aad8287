package io.corridor.report.internal.page;

import io.corridor.model.Scenario;
import io.corridor.report.data.Grounds;
import io.corridor.report.data.PageModel;
import io.corridor.report.data.Source;
import io.corridor.report.data.SweepPoint;
import io.corridor.report.data.SweepResults;
import io.corridor.report.internal.chart.Across;
import io.corridor.report.internal.chart.Chart;
import io.corridor.report.internal.chart.DotChart;
import io.corridor.report.internal.chart.HeatChart;
import io.corridor.report.internal.chart.Ink;
import io.corridor.report.internal.chart.Mark;
import io.corridor.report.internal.chart.Plot;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.CauseWords;
import io.corridor.report.words.Estimates;
import io.corridor.report.words.Sentences;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The page {@code sweep.html}: of one key, each question as a line along it with its interval; of
 * two, as a map; of more the first go down, all their values with each other, and the last goes
 * across. All probabilities are on one scale, and so are all numbers of months. Depends on the
 * sweep alone, byte for byte.
 */
public final class SweepPage {
  /** So many columns of a map have room in half of the page; a line always has. */
  private static final int MOST_SMALL = 6;

  /** With fewer paths that count an answer is hatched. */
  private static final double FEW_PATHS = 1000;

  private final SweepResults sweep;
  private final Sentences sentences;

  /** The keys that are varied, in words. */
  private final List<String> keys;

  private final String across;
  private final List<String> columns;
  private final String down;
  private final List<String> rows;
  private final List<String> still = new ArrayList<>();

  private SweepPage(SweepResults sweep) {
    List<Map.Entry<String, List<String>>> axes = List.copyOf(sweep.axes().entrySet());
    Map.Entry<String, List<String>> last = axes.get(axes.size() - 1);
    this.sweep = sweep;
    this.sentences = new Sentences(sweep.scenario());
    CauseWords words = new CauseWords(sweep.scenario());
    this.keys = axes.stream().map(axis -> words.key(axis.getKey())).toList();
    this.across = words.key(last.getKey());
    this.columns = last.getValue();
    this.down = keys.subList(0, keys.size() - 1).stream().collect(Collectors.joining("; "));
    this.rows = new ArrayList<>();
    for (int point = 0; point < sweep.points().size(); point += columns.size()) {
      List<String> values = List.copyOf(sweep.points().get(point).values().values());
      rows.add(String.join(", ", values.subList(0, values.size() - 1)));
    }
  }

  /**
   * Writes the page.
   *
   * @param sweep what was found
   * @param facts where the scenario came from, and whatever else is to be said of that, by name
   * @param asked the base with its model, so that it can be asked; absent: the page is only read
   * @param source where the base came from
   * @param past how forecasts of the base's past would have done; absent: nobody knows
   * @param out takes the text
   * @throws IOException if {@code out} does
   */
  public static void write(
      SweepResults sweep,
      Map<String, String> facts,
      Optional<PageModel> asked,
      Source source,
      Optional<Grounds.Past> past,
      Writer out)
      throws IOException {
    Optional<LivePart> live = asked.map(it -> LivePart.of(it, source, sweep.sample()));
    new SweepPage(sweep).page(facts, live, past).write(out);
  }

  private HtmlPage page(
      Map<String, String> facts, Optional<LivePart> live, Optional<Grounds.Past> past) {
    Scenario scenario = sweep.scenario();
    Map<String, Figure> figures = figures();
    List<PageSection.Group> groups = new ArrayList<>();
    Stream.of(false, true)
        .flatMap(counts -> overview(counts, figures.keySet()).stream())
        .forEach(figure -> groups.add(PageSection.Group.of(List.of(figure))));
    List<Figure> first = figures.values().stream().limit(1).toList();
    figures.values().removeAll(first);
    groups.addAll(Grouped.byMetric(scenario, figures, "at each point"));
    String lead =
        "Each of "
            + sweep.points().size()
            + " points was simulated on the same "
            + Amounts.whole(sweep.sample().paths())
            + " paths of random numbers, so that points differ by what was set there.";
    List<PageBlock> unmoved = new ArrayList<>();
    if (!still.isEmpty()) {
      String questions = still.size() == 1 ? "one question" : still.size() + " questions";
      unmoved.add(
          new PageBlock(
              "",
              "What it makes no difference to at all: " + questions,
              "more",
              List.of(PageBlock.list(still))));
    }
    List<PageBlock> ground = new ArrayList<>();
    past.ifPresent(of -> ground.add(GroundsView.heldAgainst(scenario, of)));
    Map<String, String> known = new LinkedHashMap<>(facts);
    sweep.axes().forEach((key, values) -> known.put(key, String.join("; ", values)));
    ground.add(Provenance.manifest(known, sweep.sample(), Map.of()));
    Months months = Months.of(scenario);
    return new HtmlPage(
        scenario.name() + ": sweep",
        title(),
        months.words(0) + " to " + months.words(months.last()),
        lead,
        List.of(
            PageSection.of("finding", "", "", first),
            new PageSection("answers", "All answers", "", groups).with(unmoved),
            PageSection.restsOn(List.of(), ground)),
        live);
  }

  /** Says what becomes of the first question. */
  private String title() {
    String named = keys.stream().map(key -> "“" + key + "”").collect(Collectors.joining(" and "));
    Optional<String> first = sweep.scenario().questions().keySet().stream().findFirst();
    if (first.isEmpty() || Double.isNaN(sweep.base().answer(first.get()))) {
      return "What " + named + (sweep.axes().size() == 1 ? " makes" : " make") + " of the answers";
    }
    String question = first.get();
    List<SweepPoint> ascending =
        sweep.points().stream()
            .filter(point -> !Double.isNaN(point.answer(question)))
            .sorted(Comparator.comparingDouble(point -> point.answer(question)))
            .toList();
    String least = text(ascending.get(0), question);
    String most = text(ascending.get(ascending.size() - 1), question);
    return sentences.statement(question)
        + ": "
        + (least.equals(most) ? most : least + " to " + most)
        + unitAfter(question)
        + (least.equals(most) ? " whatever " : " over ")
        + named;
  }

  /**
   * Returns how far the answers to all questions of a kind go: along one key its ends, else the
   * least and the greatest.
   */
  private Optional<Figure> overview(boolean counts, Set<String> questions) {
    boolean isLine = rows.size() == 1;
    List<DotChart.Row> shown = new ArrayList<>();
    String from = isLine ? across + " " + columns.get(0) : "least";
    String to = isLine ? across + " " + columns.get(columns.size() - 1) : "greatest";
    Table table = Table.of("Question", from, to);
    for (String id : questions) {
      List<SweepPoint> points =
          new ArrayList<>(
              sweep.points().stream()
                  .filter(point -> counts(id) == counts && !Double.isNaN(point.answer(id)))
                  .toList());
      if (!isLine) {
        points.sort(Comparator.comparingDouble(point -> point.answer(id)));
      }
      if (!points.isEmpty()) {
        SweepPoint first = points.get(0);
        SweepPoint last = points.get(points.size() - 1);
        String statement = sentences.unbrokenStatement(id);
        shown.add(
            new DotChart.Row(
                statement,
                List.of(estimate(first, id).dot(from, 0), estimate(last, id).dot(to, 1)),
                text(first, id) + " to " + text(last, id),
                true));
        table.add(statement, List.of(text(first, id), text(last, id)));
      }
    }
    return shown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Figure(
                counts ? "overview-months" : "overview",
                counts ? "How many months, on average" : "How likely, % of the paths",
                isLine
                    ? "From the first value of "
                        + across
                        + " to the last; lines are 95 % intervals."
                    : "From the least answer to the greatest over all points; lines are 95 %"
                        + " intervals.",
                Figure.Place.WIDE,
                table,
                new DotChart(shown, List.of(0.0, most(counts)))));
  }

  /** Returns the figures by question; none of those that nothing moves at all. */
  private Map<String, Figure> figures() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (String id : sweep.scenario().questions().keySet()) {
      if (isStill(id)) {
        still.add(sentences.unbrokenStatement(id) + ", " + text(sweep.base(), id) + unitAfter(id));
        continue;
      }
      boolean small = rows.size() == 1;
      figures.put(
          id,
          new Figure(
              "grid-" + id,
              sentences.unbrokenStatement(id) + (counts(id) ? ", months" : ", % of the paths"),
              note(id),
              figures.isEmpty() || !small && columns.size() > MOST_SMALL
                  ? Figure.Place.WIDE
                  : Figure.Place.HALF,
              table(id),
              small ? line(id) : map(id)));
    }
    return figures;
  }

  private boolean counts(String question) {
    return sweep.base().counts(question);
  }

  /** Whether all points say the very same. */
  private boolean isStill(String question) {
    double first = sweep.base().answer(question);
    return sweep.points().stream()
        .allMatch(point -> Double.compare(point.answer(question), first) == 0);
  }

  private String unitAfter(String question) {
    return Amounts.NO_BREAK + (counts(question) ? "months" : "%");
  }

  private String note(String question) {
    boolean few = sweep.points().stream().anyMatch(point -> isThin(point, question));
    return "As it stands: "
        + text(sweep.base(), question)
        + unitAfter(question)
        + "."
        + (down.isEmpty() ? "" : " Down: " + down + "; across: " + across + ".")
        + (few && rows.size() > 1
            ? " Hatched: fewer than " + Amounts.whole((long) FEW_PATHS) + " paths count."
            : "");
  }

  private static boolean isThin(SweepPoint point, String question) {
    return point.numbers().getOrDefault(question + ".paths", FEW_PATHS) < FEW_PATHS;
  }

  private Estimate estimate(SweepPoint point, String question) {
    double answer = point.answer(question);
    Map<String, Double> numbers = point.numbers();
    return point.counts(question)
        ? Estimate.ofMonths(
            answer,
            sweep.sample().sampling().quantile95()
                * numbers.getOrDefault(question + ".standardError", 0.0))
        : new Estimate(
            100 * answer,
            100 * numbers.getOrDefault(question + ".low", Double.NaN),
            100 * numbers.getOrDefault(question + ".high", Double.NaN),
            false);
  }

  private String text(SweepPoint point, String question) {
    return estimate(point, question).digits();
  }

  private Table table(String question) {
    Table table = Table.of(down.isEmpty() ? across : down + " \\ " + across, columns);
    for (int row = 0; row < rows.size(); row++) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < columns.size(); column++) {
        cells.add(text(sweep.points().get(row * columns.size() + column), question));
      }
      table.add(down.isEmpty() ? "answer" : rows.get(row), cells);
    }
    return table;
  }

  private Chart line(String question) {
    int count = columns.size();
    double[] values = new double[count];
    double[] low = new double[count];
    double[] high = new double[count];
    for (int i = 0; i < count; i++) {
      SweepPoint point = sweep.points().get(i);
      Estimate estimate = estimate(point, question);
      values[i] = estimate.value();
      low[i] = estimate.low();
      high[i] = estimate.high();
    }
    double base = estimate(sweep.base(), question).value();
    return new Plot(
        new Across.Points(across, columns, places()),
        List.of(
            new Mark.Estimates(Ink.MIDDLE, values, low, high),
            new Mark.Levels(List.of(new Mark.Level(base, "as it stands")))),
        List.of(0.0, most(counts(question))));
  }

  /** The values as numbers where they are ascending ones, else their places. */
  private double[] places() {
    double[] places = new double[columns.size()];
    boolean ascending = true;
    for (int i = 0; i < places.length; i++) {
      places[i] = number(columns.get(i));
      ascending &= !Double.isNaN(places[i]) && (i == 0 || places[i] > places[i - 1]);
    }
    return ascending ? places : IntStream.range(0, places.length).asDoubleStream().toArray();
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text.replaceAll("[ _%].*$", ""));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** The end of the scale that all questions of the kind share. */
  private double most(boolean counts) {
    return !counts
        ? 100
        : sweep.scenario().questions().keySet().stream()
            .filter(this::counts)
            .flatMap(id -> sweep.points().stream().map(point -> estimate(point, id).value()))
            .filter(value -> !Double.isNaN(value))
            .mapToDouble(Math::ceil)
            .reduce(1, Math::max);
  }

  private Chart map(String question) {
    List<HeatChart.Cell> cells = new ArrayList<>();
    for (SweepPoint point : sweep.points()) {
      Estimate estimate = estimate(point, question);
      String more =
          estimate.isKnown()
              ? "95 % interval "
                  + Estimates.range(estimate.low(), estimate.high())
                  + ", "
                  + Amounts.whole(
                      point.numbers().getOrDefault(question + ".paths", 0.0).longValue())
                  + " paths"
              : "";
      cells.add(
          new HeatChart.Cell(estimate.value(), estimate.digits(), more, isThin(point, question)));
    }
    return new HeatChart(
        across,
        columns,
        down,
        rows,
        cells,
        counts(question) ? "months" : "%",
        0,
        most(counts(question)));
  }
}
