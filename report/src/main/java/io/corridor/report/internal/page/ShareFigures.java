package io.corridor.report.internal.page;

import static java.util.Objects.requireNonNull;

import io.corridor.model.MetricKind;
import io.corridor.model.Question;
import io.corridor.projection.Answer;
import io.corridor.projection.Series;
import io.corridor.report.data.ReportData;
import io.corridor.report.internal.chart.Across;
import io.corridor.report.internal.chart.Ink;
import io.corridor.report.internal.chart.Mark;
import io.corridor.report.internal.chart.Plot;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Estimates;
import io.corridor.report.words.MonthSpan;
import io.corridor.report.words.PhraseBook;
import io.corridor.report.words.Sentences;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shares of the paths: in each place, regime or number of months, and by when. */
final class ShareFigures {
  private static final List<Double> WHOLE = List.of(0.0, 100.0);

  /** A window that is shorter shows no curve worth the name. */
  private static final int LEAST_MONTHS = 6;

  private static final int MOST_CURVES = 6;

  /** Where N-1 is beyond this, how far beyond tells nothing of whether there is enough. */
  private static final double MUCH = 2;

  private final Run run;

  ShareFigures(Run run) {
    this.run = run;
  }

  static String percent(double value) {
    return Amounts.decimal(value, 1) + Amounts.NO_BREAK + "%";
  }

  /** Returns how many of the paths are in each place; empty for another sort of metric. */
  Optional<Figure> places(String metric, Figure.Place place) {
    ReportData.Places places = run.data().looks().places().get(metric);
    if (places == null || places.values().isEmpty()) {
      return Optional.empty();
    }
    if (MetricKind.WITHOUT_LARGEST.is(metric)) {
      return run.series(metric)
          .filter(series -> new Bands(series).largest() > MUCH)
          .map(series -> enough(metric, places, place));
    }
    Map<String, double[]> shares = new LinkedHashMap<>();
    int count = places.values().size();
    for (int i = 0; i < count; i++) {
      String name =
          PhraseBook.ordinal(places.values().get(i))
              + (i == count - 1 && count == 5 ? " or lower" : "");
      shares.put(name, times100(places.shares().get(i)));
    }
    List<Mark.Layer> layers = new ArrayList<>();
    shares.forEach(
        (name, values) -> layers.add(new Mark.Layer(name, Ink.place(layers.size()), values)));
    String paths = " Of the first " + Amounts.whole(run.data().looks().paths()) + " paths.";
    return Optional.of(
        new Figure(
            "places-" + metric,
            run.title(metric) + ": share of the paths in each place, %",
            ends(shares) + paths,
            place,
            table("Place", shares),
            new Plot(run.months().axis(), List.of(new Mark.Stack(layers)), WHOLE)));
  }

  /** On how many of the paths there is enough without the largest source; in the fan's place. */
  private Figure enough(String metric, ReportData.Places places, Figure.Place place) {
    double[] values = new double[run.months().count()];
    int there = places.values().indexOf(1);
    for (int month = 0; there >= 0 && month < values.length; month++) {
      // Sums of one over the paths may be past 1 by a rounding, and the end of the axis.
      values[month] = Math.min(100, 100 * places.shares().get(there)[month]);
    }
    String subject = run.phrases().subject(metric);
    Map<String, double[]> shares = Map.of(subject, values);
    String carrier = Sentences.capitalised(run.phrases().carrier(metric.split("\\.")[1]));
    return new Figure(
        "fan-" + metric,
        carrier + " is enough without its largest source: share of the paths, %",
        run.months().words(run.months().last())
            + ": "
            + percent(values[values.length - 1])
            + " have "
            + subject
            + " at 100"
            + Amounts.NO_BREAK
            + "% or more, of the first "
            + Amounts.whole(run.data().looks().paths())
            + " paths.",
        place,
        table("Month", shares),
        lines(shares, WHOLE));
  }

  private static double[] times100(double[] shares) {
    return Arrays.stream(shares).map(share -> 100 * share).toArray();
  }

  /**
   * Returns by when the main question has come true, in this run and where variants leave it open;
   * empty where it has no such curve.
   */
  Optional<Figure> chance(String question) {
    Map<String, double[]> curves = new LinkedHashMap<>();
    String own = run.data().alternatives().isEmpty() ? "" : VariantFigures.own(run);
    answered(run.projection().answer(question))
        .flatMap(answer -> curve(question, answer))
        .ifPresent(curve -> curves.put(own, curve));
    if (curves.isEmpty()) {
      return Optional.empty();
    }
    run.answerBefore(question)
        .flatMap(ShareFigures::answered)
        .flatMap(answer -> curve(question, answer))
        .ifPresent(curve -> curves.put("in the report", curve));
    List<Alike> variants = variants(question);
    variants.forEach(variant -> curves.put(variant.inShort(), variant.curve()));
    int last = MonthSpan.of(run.scenario(), run.question(question)).last();
    List<Mark> marks = new ArrayList<>();
    marks.add(
        new Mark.Moments(
            List.of(new Mark.Moment(last, run.months().words(last), Mark.Moment.Kind.DEADLINE))));
    List<String> ends = new ArrayList<>();
    curves.forEach(
        (name, values) -> {
          String end = (name.isEmpty() ? "" : name + ' ') + percent(values[last]);
          ends.add(end);
          boolean isOwn = name.equals(own);
          Ink ink =
              isOwn
                  ? Ink.MIDDLE
                  : name.equals("in the report") ? Ink.PAST : Ink.series(marks.size() - 1);
          marks.add(new Mark.Line(isOwn && own.isEmpty() ? "this run" : name, ink, values, end));
        });
    return Optional.of(
        new Figure(
            "chance-" + question,
            run.sentences().unbrokenStatement(question) + ": share of the paths so far, %",
            "By "
                + run.months().words(last)
                + ": "
                + String.join(", ", ends)
                + "."
                + variants.stream().map(Alike::inFull).collect(Collectors.joining()),
            Figure.Place.WIDE,
            table("By", curves),
            new Plot(run.months().axis(), marks)));
  }

  /** Variants whose curves are one. */
  private record Alike(List<String> names, double[] curve) {
    /** Returns what their line has room for. */
    String inShort() {
      int others = names.size() - 1;
      return names.get(0) + (others == 0 ? "" : " and " + others + " alike");
    }

    /** Returns a sentence that names all; none of one alone. */
    String inFull() {
      return names.size() == 1 ? "" : " Alike: " + String.join("; ", names) + ".";
    }
  }

  /** Returns the variants that leave the question open, those together whose curves are one. */
  private List<Alike> variants(String question) {
    Map<String, Alike> alike = new LinkedHashMap<>();
    for (ReportData.Alternative variant : VariantFigures.unforced(run)) {
      Answer.Probability answer =
          new Answer.Probability(variant.paths(), 0, variant.byMonth(), List.of(), List.of());
      curve(question, answer)
          .ifPresent(
              curve ->
                  alike
                      .computeIfAbsent(
                          Arrays.toString(curve), same -> new Alike(new ArrayList<>(), curve))
                      .names()
                      .add(run.phrases().variant(variant.name())));
    }
    return List.copyOf(alike.values());
  }

  private static Optional<Answer.Probability> answered(Answer answer) {
    return answer.match(Optional::of, count -> Optional.empty());
  }

  /** Returns how many of the paths are in each regime; empty without regimes. */
  Optional<Figure> regimes(Figure.Place place) {
    List<String> states = run.scenario().regimeStates();
    Map<String, double[]> shares = new LinkedHashMap<>();
    Map<String, Ink> inks = Severity.inks(run.scenario());
    for (String state : Severity.fromHarshToMild(run.scenario())) {
      run.series(MetricKind.REGIME.id(state))
          .ifPresent(series -> shares.put(name(state), new Bands(series).mean(0.01)));
    }
    if (shares.isEmpty() || shares.size() < states.size()) {
      return Optional.empty();
    }
    List<Mark.Layer> layers = new ArrayList<>();
    for (String state : Severity.fromHarshToMild(run.scenario())) {
      String name = name(state);
      layers.add(
          new Mark.Layer(name, requireNonNull(inks.get(state)), requireNonNull(shares.get(name))));
    }
    return Optional.of(
        new Figure(
            "regimes",
            "Share of the paths under each policy, %",
            ends(shares),
            place,
            table("Policy", shares),
            new Plot(run.months().axis(), List.of(new Mark.Stack(layers)), WHOLE)));
  }

  private String name(String state) {
    return run.phrases().state(state);
  }

  /** Returns how much of the time each waiver is in force; empty without waivers. */
  Optional<Figure> waivers(Figure.Place place) {
    Map<String, double[]> shares = new LinkedHashMap<>();
    for (String id : run.scenario().waivers().keySet()) {
      run.series(MetricKind.COVERAGE.id(id))
          .ifPresent(series -> shares.put(run.phrases().waiver(id), new Bands(series).mean(0.01)));
    }
    return shares.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Figure(
                "waivers",
                shares.size() == 1
                    ? Sentences.capitalised(run.phrases().waiver(first(run.scenario().waivers())))
                        + ": share of the paths on which it is in force, %"
                    : "Share of the paths on which each waiver is in force, %",
                ends(shares),
                place,
                table("Waiver", shares),
                lines(shares, WHOLE)));
  }

  private static String first(Map<String, ?> map) {
    return map.keySet().iterator().next();
  }

  /** Returns the mean of a metric that is 0 or 1. */
  Figure switched(Series series, Figure.Place place) {
    String metric = series.metric().id();
    Map<String, double[]> shares = new LinkedHashMap<>();
    shares.put(run.phrases().subject(metric), new Bands(series).mean(0.01));
    return new Figure(
        "share-" + metric,
        run.title(metric) + ": share of the paths, %",
        ends(shares),
        place,
        table("Month", shares),
        lines(shares, List.of()));
  }

  private Plot lines(Map<String, double[]> shares, List<Double> scale) {
    List<Mark> lines = new ArrayList<>();
    shares.forEach(
        (name, values) ->
            lines.add(
                new Mark.Line(
                    name,
                    Ink.series(lines.size()),
                    values,
                    (shares.size() == 1 ? "" : name + ' ') + percent(values[values.length - 1]))));
    return new Plot(run.months().axis(), lines, scale);
  }

  private String ends(Map<String, double[]> lines) {
    int last = run.months().last();
    return lines.entrySet().stream()
        .map(line -> line.getKey() + " " + percent(line.getValue()[last]))
        .collect(Collectors.joining(", ", run.months().words(last) + ": ", "."));
  }

  private Table table(String what, Map<String, double[]> lines) {
    List<Integer> rows = run.months().rows();
    Table table = Table.of(what, rows.stream().map(run.months()::shortWords).toList());
    lines.forEach(
        (name, values) ->
            table.add(
                name,
                rows.stream()
                    .map(month -> Double.isNaN(values[month]) ? "–" : percent(values[month]))
                    .toList()));
    return table;
  }

  /** Returns by when questions about a metric have come true; empty where none has such a curve. */
  Optional<Figure> byWhen(String metric, List<String> ids, Figure.Place place) {
    Map<String, double[]> curves = new LinkedHashMap<>();
    for (String id : ids) {
      Answer answer = run.projection().answer(id);
      if (answer instanceof Answer.Probability probability
          && run.question(id).given().isEmpty()
          && curves.size() < MOST_CURVES) {
        curve(id, probability)
            .ifPresent(curve -> curves.merge(name(id, metric), curve, ShareFigures::longer));
      }
    }
    if (curves.isEmpty()) {
      return Optional.empty();
    }
    List<Mark> lines = new ArrayList<>();
    List<String> ends = new ArrayList<>();
    curves.forEach(
        (name, values) -> {
          int last = lastOf(values);
          String end = percent(values[last]);
          ends.add(name + ": " + end + " by " + run.months().words(last));
          String label = curves.size() == 1 ? end : name + ' ' + end;
          lines.add(new Mark.Line(name, Ink.series(lines.size()), values, label));
        });
    return Optional.of(
        new Figure(
            "by-when-" + metric,
            run.title(metric) + ": share of the paths on which it has come true, %",
            String.join("; ", ends) + ".",
            place,
            table("Question", curves),
            new Plot(run.months().axis(), lines)));
  }

  /** Of curves of one event, which ends sooner in one, the one that shows both. */
  private static double[] longer(double[] curve, double[] other) {
    return lastOf(curve) < lastOf(other) ? other : curve;
  }

  /** What a question about {@code metric} waits for, without the metric itself. */
  private String name(String id, String metric) {
    String event = run.sentences().unbrokenEvent(id);
    String subject = run.phrases().subject(metric) + ' ';
    return event.startsWith(subject) ? event.substring(subject.length()) : event;
  }

  private static int lastOf(double[] values) {
    int last = values.length - 1;
    while (last > 0 && Double.isNaN(values[last])) {
      last--;
    }
    return last;
  }

  private Optional<double[]> curve(String id, Answer.Probability answer) {
    List<Long> hits = answer.hitsByMonth();
    Question question = run.question(id);
    int last = MonthSpan.of(run.scenario(), question).last();
    int first = 0;
    while (first < hits.size() && hits.get(first) == 0) {
      first++;
    }
    if (hits.isEmpty() || answer.paths() == 0 || last - first + 1 < LEAST_MONTHS) {
      return Optional.empty();
    }
    double[] curve = new double[run.months().count()];
    long sum = 0;
    for (int month = 0; month < curve.length; month++) {
      sum += month < hits.size() ? hits.get(month) : 0;
      curve[month] = month <= last ? 100.0 * sum / answer.paths() : Double.NaN;
    }
    return Optional.of(curve);
  }

  /** Returns how many paths have each number of months; empty where that isn't known. */
  Optional<Figure> counted(String id, Answer.Count answer, Figure.Place place) {
    List<Long> paths = answer.pathsByMonths();
    int first = 0;
    int end = paths.size();
    while (first < end && paths.get(first) == 0) {
      first++;
    }
    while (end > first && paths.get(end - 1) == 0) {
      end--;
    }
    if (end - first < 2) {
      return Optional.empty();
    }
    double[] shares = new double[end - first];
    Table table = Table.of("Months", "share of the paths");
    for (int i = 0; i < shares.length; i++) {
      shares[i] = 100.0 * paths.get(first + i) / answer.paths();
      table.add(Integer.toString(first + i), List.of(Amounts.decimal(shares[i], 2) + " %"));
    }
    String rest = run.sentences().unbrokenRest(id, answer);
    String note =
        "On average " + Estimates.answer(answer) + (rest.isEmpty() ? "." : "; " + rest + ".");
    return Optional.of(
        new Figure(
            "count-" + id,
            run.sentences().unbrokenStatement(id) + ": share of the paths by number",
            note,
            place,
            table,
            new Plot(
                new Across.Bins("months", first, shares.length),
                List.of(
                    new Mark.Columns("share of paths, %", shares),
                    new Mark.Moments(
                        List.of(
                            new Mark.Moment(
                                answer.mean() - first,
                                "mean " + Estimates.mean(answer),
                                Mark.Moment.Kind.MEAN)))))));
  }
}
