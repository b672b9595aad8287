package io.corridor.report.internal.page;

import io.corridor.model.Carrier;
import io.corridor.model.MetricKind;
import io.corridor.model.Question;
import io.corridor.model.Regime;
import io.corridor.projection.Series;
import io.corridor.report.data.History;
import io.corridor.report.data.ReportData;
import io.corridor.report.internal.chart.Chart;
import io.corridor.report.internal.chart.Ink;
import io.corridor.report.internal.chart.Mark;
import io.corridor.report.internal.chart.Plot;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.MonthSpan;
import io.corridor.report.words.Numbers;
import io.corridor.report.words.PhraseBook;
import io.corridor.report.words.UnitScale;
import io.corridor.simulation.Typical;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A metric's middle and bands over the months, what questions ask of it, and single paths. */
final class FanFigure {
  /** So many single paths are seen apart in half of the page; each more costs it kilobytes. */
  private static final int FEW_SINGLES = 3;

  private final Run run;
  private final String metric;
  private final Series series;
  private final Bands bands;
  private final UnitScale scale;

  private FanFigure(Run run, Series series) {
    this.run = run;
    this.metric = series.metric().id();
    this.series = series;
    this.bands = new Bands(series);
    this.scale = bands.scale();
  }

  /** Returns the fan of a metric; empty if it wasn't reported. */
  static Optional<Figure> of(Run run, String metric, Figure.Place place) {
    return run.series(metric)
        .map(series -> new FanFigure(run, series))
        .map(
            fan ->
                fan.figure(
                    place,
                    List.of(
                        new Mark.Moments(fan.moments(Optional.empty())),
                        new Mark.Levels(fan.levels(run.scenario().questions().values())))));
  }

  /** Returns the fan that answers a question: with its deadline, and what has happened by then. */
  static Optional<Figure> answering(Run run, String id, String reached) {
    return run.series(run.question(id).metric())
        .map(series -> new FanFigure(run, series))
        .map(
            fan -> {
              List<Mark> asked = new ArrayList<>();
              asked.add(new Mark.Moments(fan.moments(Optional.of(Map.entry(id, reached)))));
              asked.add(new Mark.Levels(fan.levels(List.of(run.question(id)))));
              fan.unchanged().ifPresent(asked::add);
              fan.dots(id).ifPresent(asked::add);
              Figure figure = fan.figure(Figure.Place.WIDE, asked);
              return figure.withNote(figure.note() + legend(run, asked));
            });
  }

  /** Says what is what in the first chart that a reader meets. */
  private static String legend(Run run, List<Mark> asked) {
    boolean turns = run.scenario().regime().filter(r -> !r.events().isEmpty()).isPresent();
    return " Bands hold so many of the paths; thin lines are single ones, as many of ten of which"
        + " come true as of all."
        + (asked.stream().anyMatch(mark -> mark instanceof Mark.Line)
            ? " Grey, level: what a forecast without a model says."
            : "")
        + (asked.stream().anyMatch(mark -> mark instanceof Mark.Dots)
            ? " Dots: where the paths are at the deadline, fifty for all; filled where it is so."
            : "")
        + (turns ? " At the triangles policy may turn." : "");
  }

  private Figure figure(Figure.Place place, List<Mark> marked) {
    String id = "fan-" + metric;
    Chart chart = chart(place, marked);
    return new Figure(id, title(), title(), note(), place, table(), chart, bands.areNothing());
  }

  /** The paths when the time of a question is up; empty where that isn't known. */
  private Optional<Mark> dots(String id) {
    double[] values = run.data().samples().deadline();
    if (values.length == 0) {
      return Optional.empty();
    }
    Question question = run.question(id);
    boolean[] holds = new boolean[values.length];
    for (int i = 0; i < holds.length; i++) {
      holds[i] = question.band().holds(values[i]);
    }
    int last = MonthSpan.of(run.scenario(), question).last();
    return Optional.of(new Mark.Dots(last, divided(values, scale.divisor()), holds));
  }

  /**
   * The simplest forecast: all stays as it was last known, which of what has no season is a random
   * walk's median. Empty for other metrics than of twelve months, and where none was recorded.
   */
  private Optional<Mark> unchanged() {
    History history = run.data().grounds().history().get(metric);
    OptionalDouble last = history == null ? OptionalDouble.empty() : history.lastBefore();
    if (last.isEmpty() || !series.metric().kind().ofYear()) {
      return Optional.empty();
    }
    double[] values = new double[run.months().count()];
    Arrays.fill(values, last.getAsDouble() / scale.divisor());
    String end = "unchanged " + scale.text(last.getAsDouble());
    return Optional.of(new Mark.Line("unchanged", Ink.SINGLE, values, end));
  }

  private String title() {
    String over = series.metric().kind().ofYear() ? " over twelve months" : "";
    return run.title(metric) + over + scale.unitAfterComma();
  }

  private String note() {
    int last = run.months().last();
    StringBuilder note = new StringBuilder(run.months().words(last));
    double middle = bands.middle(1)[last];
    note.append(": ").append(bands.middleName()).append(' ').append(scale.text(middle));
    bands.all().stream()
        .findFirst()
        .ifPresent(
            band ->
                note.append("; ")
                    .append(band.share())
                    .append(" of paths from ")
                    .append(scale.text(series.percentile(band.low(), last)))
                    .append(" to ")
                    .append(scale.text(series.percentile(band.high(), last))));
    note.append(scale.unit().isEmpty() ? "" : Amounts.NO_BREAK + scale.unit());
    String regions =
        run.data().looks().regions().containsKey(metric)
            ? ". The values gather in more than one place: the areas are the smallest that hold"
                + " half and nine tenths of the first "
                + Amounts.whole(run.data().looks().paths())
                + " paths"
            : "";
    return note.toString().strip() + regions + "." + recorded() + openings();
  }

  private static String partly(History history) {
    return history.part() + ", a part of it";
  }

  private String recorded() {
    History history = run.data().grounds().history().get(metric);
    if (history == null) {
      return "";
    }
    int[] before = history.before();
    boolean goesOn = before[0] > 0 && before[before.length - 1] <= 0;
    return " Black: "
        + (history.part().isEmpty() ? PhraseBook.words(history.series()) : partly(history))
        + ", as recorded"
        + (goesOn ? ", and as it came after the start." : ".");
  }

  /** The months in which what the metric is about is planned to open, by name. */
  private Map<String, YearMonth> planned() {
    Map<String, YearMonth> planned = new LinkedHashMap<>();
    String[] parts = metric.split("\\.");
    if (!parts[0].equals("energy")) {
      return planned;
    }
    String id = parts[1];
    Carrier carrier =
        Objects.requireNonNull(run.scenario().energy().orElseThrow().carriers().get(id));
    boolean isOfSource = parts.length > 3 && parts[2].equals("source");
    carrier
        .openings()
        .forEach(
            (name, opening) -> {
              if (!isOfSource || parts[3].equals(name)) {
                planned.put(run.phrases().source(id, name), opening.planned());
              }
            });
    if (!isOfSource) {
      carrier
          .projects()
          .forEach(
              (name, project) -> planned.put(run.phrases().project(id, name), project.planned()));
    }
    planned.values().removeIf(month -> !isShown(month));
    return planned;
  }

  private boolean isShown(YearMonth month) {
    int at = (int) run.months().start().until(month, ChronoUnit.MONTHS);
    return at >= 0 && at < run.months().count();
  }

  private String openings() {
    Map<String, YearMonth> planned = planned();
    List<String> said = new ArrayList<>();
    planned.forEach((name, month) -> said.add(name + ' ' + Amounts.shortMonth(month)));
    return said.isEmpty() ? "" : " Diamonds: planned openings, " + String.join(", ", said) + ".";
  }

  private Table table() {
    List<String> columns = new ArrayList<>(List.of("mean", "standard error"));
    series.percentiles().forEach(p -> columns.add(Numbers.percentile(p) + Amounts.NO_BREAK + "%"));
    Table table = Table.of("Month", columns);
    for (int month : run.months().rows()) {
      List<String> cells = new ArrayList<>();
      cells.add(scale.text(series.mean(month)));
      cells.add(
          Amounts.decimal(series.standardError(month) / scale.divisor(), scale.decimals() + 2));
      for (double percentile : series.percentiles()) {
        cells.add(scale.text(series.percentile(percentile, month)));
      }
      table.add(run.months().shortWords(month), cells);
    }
    return table;
  }

  private Plot chart(Figure.Place place, List<Mark> marked) {
    double divisor = scale.divisor();
    ReportData.Regions regions = run.data().looks().regions().get(metric);
    List<Mark> marks = new ArrayList<>(marked.subList(0, 1));
    marks.addAll(regions == null ? bands.areas(Ink.MIDDLE, divisor) : areas(regions, divisor));
    History history = run.data().grounds().history().get(metric);
    if (history != null) {
      marks.add(past(history, divisor));
    }
    ReportData.Samples samples = run.data().samples();
    List<double[]> singles = samples.metrics().getOrDefault(metric, List.of());
    int count = place == Figure.Place.WIDE ? singles.size() : Math.min(FEW_SINGLES, singles.size());
    for (int i = 0; i < count; i++) {
      int path = (2 * i + 1) * singles.size() / (2 * count);
      marks.add(new Mark.Single(samples.numbers()[path], divided(singles.get(path), divisor)));
    }
    run.before(metric)
        .map(before -> new Bands(before).middle(divisor))
        .ifPresent(
            before ->
                marks.add(new Mark.Line("in the report", Ink.PLAIN, before, "in the report")));
    double[] middle = bands.middle(divisor);
    String end = bands.middleName() + ' ' + scale.text(middle[middle.length - 1] * divisor);
    marks.add(new Mark.Line(bands.middleName(), Ink.MIDDLE, middle, end));
    marks.addAll(marked.subList(1, marked.size()));
    return new Plot(run.months().axis(), marks);
  }

  private static Mark.Past past(History history, double divisor) {
    int[] before = history.before();
    int months = Math.max(0, before[0]);
    double[] values = Plot.nowhere(months + Math.max(0, 1 - before[before.length - 1]));
    for (int i = 0; i < before.length; i++) {
      values[months - before[i]] = history.values()[i] / divisor;
    }
    return new Mark.Past(history.part().isEmpty() ? "recorded" : partly(history), months, values);
  }

  private static List<Mark.Band> areas(ReportData.Regions regions, double divisor) {
    List<Mark.Band> areas = new ArrayList<>();
    for (int i = regions.shares().size() - 1; i >= 0; i--) {
      List<double[]> intervals =
          regions.intervals().get(i).stream().map(ends -> divided(ends, divisor)).toList();
      String share = Amounts.decimal(100 * regions.shares().get(i), 0) + Amounts.NO_BREAK + "%";
      areas.add(new Mark.Band(share + " of paths", Ink.MIDDLE, 1 + areas.size(), intervals));
    }
    return areas;
  }

  static double[] divided(double[] values, double divisor) {
    return Arrays.stream(values).map(value -> value / divisor).toArray();
  }

  /** The values that questions ask about, each once; of N-1 the one that it is held against. */
  private List<Mark.Level> levels(Collection<Question> questions) {
    Map<Double, Mark.Level> levels = new TreeMap<>();
    if (MetricKind.WITHOUT_LARGEST.is(metric)) {
      add(levels, 1);
    }
    for (Question question : questions) {
      if (question.metric().equals(metric)) {
        question.band().lower().ifPresent(value -> add(levels, value));
        question.band().upper().ifPresent(value -> add(levels, value));
      }
    }
    return List.copyOf(levels.values());
  }

  private void add(Map<Double, Mark.Level> levels, double value) {
    levels.put(
        value,
        new Mark.Level(value / scale.divisor(), Amounts.amount(value, series.metric().unit())));
  }

  /** {@code detente 30 %}. */
  private String turn(Regime.Event event) {
    return run.phrases().state(event.to())
        + ' '
        + Amounts.decimal(100 * new Typical(run.scenario()).of(event.probability()), 0)
        + Amounts.NO_BREAK
        + '%';
  }

  /** The deadline of a question, and the months in which the regime may change. */
  private List<Mark.Moment> moments(Optional<Map.Entry<String, String>> asked) {
    List<Mark.Moment> moments = new ArrayList<>();
    run.scenario()
        .regime()
        .ifPresent(
            regime ->
                regime.events().stream()
                    .collect(
                        Collectors.groupingBy(
                            event ->
                                (int) run.months().start().until(event.month(), ChronoUnit.MONTHS),
                            TreeMap::new,
                            Collectors.mapping(this::turn, Collectors.joining(", "))))
                    .forEach(
                        (month, turns) -> {
                          if (month >= 0 && month < run.months().count()) {
                            moments.add(new Mark.Moment(month, turns, Mark.Moment.Kind.TURN));
                          }
                        }));
    planned()
        .forEach(
            (name, month) ->
                moments.add(
                    new Mark.Moment(
                        (int) run.months().start().until(month, ChronoUnit.MONTHS),
                        name,
                        Mark.Moment.Kind.OPENING)));
    asked.ifPresent(
        question ->
            moments.add(
                new Mark.Moment(
                    MonthSpan.of(run.scenario(), run.question(question.getKey())).last(),
                    question.getValue(),
                    Mark.Moment.Kind.DEADLINE)));
    moments.sort(Comparator.comparingDouble(Mark.Moment::at));
    return moments;
  }
}
