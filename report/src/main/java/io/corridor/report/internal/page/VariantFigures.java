package io.corridor.report.internal.page;

import io.corridor.model.Question;
import io.corridor.projection.Answer;
import io.corridor.projection.Series;
import io.corridor.report.data.ReportData;
import io.corridor.report.internal.chart.DotChart;
import io.corridor.report.internal.chart.Ink;
import io.corridor.report.internal.chart.Mark;
import io.corridor.report.internal.chart.Plot;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Estimates;
import io.corridor.report.words.UnitScale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the file's other variants say to the main question. */
final class VariantFigures {
  private final Run run;
  private final String question;
  private final Answer answer;

  private VariantFigures(Run run, String question, Answer answer) {
    this.run = run;
    this.question = question;
    this.answer = answer;
  }

  /**
   * What a variant answers.
   *
   * @param isForced whether the answer is the same on all paths
   */
  record Told(String name, Estimate answer, boolean isForced) {
    double value() {
      return answer.value();
    }
  }

  /** Returns the figures; none without variants. */
  static List<Figure> of(Run run) {
    if (run.main().isEmpty() || told(run).isEmpty()) {
      return List.of();
    }
    VariantFigures figures =
        new VariantFigures(run, run.main().get().getKey(), run.main().get().getValue());
    List<Figure> all = new ArrayList<>();
    all.add(figures.dots());
    figures.fan().ifPresent(all::add);
    return all;
  }

  /** Returns what the alternatives answer to the main question, ascending. */
  static List<Told> told(Run run) {
    if (run.main().isEmpty()) {
      return List.of();
    }
    String question = run.main().get().getKey();
    boolean counts = run.main().get().getValue().countsMonths();
    List<Told> told = new ArrayList<>();
    for (ReportData.Alternative alternative : run.data().alternatives()) {
      ReportData.Brief brief = alternative.answers().get(question);
      if (brief != null && !Double.isNaN(brief.value())) {
        told.add(told(run.phrases().variant(alternative.name()), brief, counts, alternative));
      }
    }
    told.sort(Comparator.comparingDouble(Told::value));
    return told;
  }

  /** Returns the alternatives that leave the main question open. */
  static List<ReportData.Alternative> unforced(Run run) {
    Set<String> forced =
        told(run).stream().filter(Told::isForced).map(Told::name).collect(Collectors.toSet());
    return run.data().alternatives().stream()
        .filter(alternative -> !forced.contains(run.phrases().variant(alternative.name())))
        .toList();
  }

  private static Told told(
      String name, ReportData.Brief brief, boolean counts, ReportData.Alternative alternative) {
    if (counts) {
      double half = Answer.Interval.Z95 * brief.standardError();
      return new Told(name, Estimate.ofMonths(brief.value(), half), half == 0);
    }
    long hits = Math.round(brief.value() * alternative.paths());
    Estimate counted =
        Estimate.of(
            new Answer.Probability(alternative.paths(), hits, List.of(), List.of(), List.of()));
    return new Told(
        name,
        new Estimate(100 * brief.value(), counted.low(), counted.high(), false),
        hits == 0 || hits == alternative.paths());
  }

  private Figure dots() {
    List<Told> all = new ArrayList<>(told(run));
    all.add(own());
    all.sort(Comparator.comparingDouble(Told::value));
    List<DotChart.Row> rows = new ArrayList<>();
    Table table = Table.of("Variant", "answer", "95 % interval of the simulation");
    for (Told one : all) {
      int series = one.name().equals(own().name()) ? 1 : 0;
      String text = one.answer().text();
      rows.add(new DotChart.Row(one.name(), one.answer().dot(one.name(), series), text));
      table.add(
          one.name(), List.of(text, Estimates.range(one.answer().low(), one.answer().high())));
    }
    boolean counts = answer.countsMonths();
    long paths = run.data().alternatives().get(0).paths();
    return new Figure(
        "variants",
        run.sentences().unbrokenStatement(question) + (counts ? "" : ", % of the paths"),
        "The variants of the file, on the first "
            + Amounts.whole(paths)
            + " paths; corridor compare tells more.",
        Figure.Place.WIDE,
        table,
        new DotChart(rows, counts ? List.of() : List.of(0.0, 100.0)));
  }

  private Told own() {
    return new Told(own(run), Estimate.of(answer), false);
  }

  /** What the run is called among the alternatives. */
  static String own(Run run) {
    return run.results().source().variant().map(run.phrases()::variant).orElse("this run");
  }

  /** The run's fan with the variants' medians over it. */
  private Optional<Figure> fan() {
    Question asked = run.question(question);
    Optional<Series> series = run.series(asked.metric());
    if (series.isEmpty() || series.get().metric().whole()) {
      return Optional.empty();
    }
    Bands bands = new Bands(series.get());
    UnitScale scale = bands.scale();
    List<Mark.Line> lines = new ArrayList<>();
    double[] middle = bands.middle(scale.divisor());
    lines.add(new Mark.Line(own().name(), Ink.MIDDLE, middle, own().name()));
    for (ReportData.Alternative alternative : run.data().alternatives()) {
      double[] values = alternative.middles().get(asked.metric());
      if (values != null) {
        String name = run.phrases().variant(alternative.name());
        double[] scaled = FanFigure.divided(values, scale.divisor());
        lines.add(new Mark.Line(name, Ink.series(lines.size()), scaled, name));
      }
    }
    String title = run.title(asked.metric());
    Table table =
        Table.of(
            "Median in " + run.months().words(run.months().last()),
            scale.unit().isEmpty() ? title : scale.unit());
    int last = run.months().last();
    lines.forEach(
        line ->
            table.add(
                line.name(), List.of(Amounts.decimal(line.values()[last], scale.decimals()))));
    List<Mark> marks = new ArrayList<>();
    bands.areas(Ink.MIDDLE, scale.divisor()).stream().limit(1).forEach(marks::add);
    marks.addAll(lines);
    return Optional.of(
        new Figure(
            "variants-over-time",
            title + ": medians of the variants" + scale.unitAfterComma(),
            "The bands are this run’s.",
            Figure.Place.WIDE,
            table,
            new Plot(run.months().axis(), marks)));
  }
}
