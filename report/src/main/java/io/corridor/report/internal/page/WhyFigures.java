package io.corridor.report.internal.page;

import io.corridor.model.Scenario;
import io.corridor.projection.Answer.Interval;
import io.corridor.report.internal.chart.Across;
import io.corridor.report.internal.chart.DotChart;
import io.corridor.report.internal.chart.Ink;
import io.corridor.report.internal.chart.Mark;
import io.corridor.report.internal.chart.Plot;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.CauseWords;
import io.corridor.report.words.Digits;
import io.corridor.report.words.Sentences;
import io.corridor.report.words.TableColumn;
import io.corridor.report.words.WhyWords;
import io.corridor.why.Box;
import io.corridor.why.Cause;
import io.corridor.why.Direction;
import io.corridor.why.Ratio;
import io.corridor.why.Shares;
import io.corridor.why.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The figures that tell why an outcome is what it is. */
final class WhyFigures {
  private static final int MOST_CAUSES = 7;
  private static final int MOST_CURVES = 6;
  private static final int LEAST_DIGITS = 3;
  private static final int MOST_DIGITS = 6;

  private final Target target;
  private final CauseWords words;
  private final boolean isTruth;
  private final String id;

  WhyFigures(Scenario scenario, Target target) {
    this.target = target;
    this.words = new CauseWords(scenario);
    this.isTruth = words.isTruth(target);
    this.id = target.id();
  }

  /** Returns the shares of the causes, with their first-order and total indices. */
  Optional<Figure> shares(Shares shares) {
    List<Cause> shown =
        shares.causes().stream()
            .filter(cause -> cause.total().value() > 0)
            .limit(MOST_CAUSES)
            .toList();
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    List<DotChart.Row> rows = new ArrayList<>();
    for (Cause cause : shown) {
      rows.add(
          new DotChart.Row(
              words.cause(cause),
              List.of(dot(cause.share())),
              Digits.percent(cause.share().value()),
              true));
    }
    List<TableColumn> columns = new ArrayList<>();
    columns.add(TableColumn.text("Cause", shares.causes(), words::cause));
    columns.addAll(WhyWords.shares(shares.causes()));
    return Optional.of(
        new Figure(
                "shares-" + id,
                "Shares of the variance, %",
                "What each cause has, so that all add up to 100"
                    + Amounts.NO_BREAK
                    + "%, with its interval. Below: what would go if it alone were known, and what"
                    + " would stay if all else were.",
                Figure.Place.WIDE,
                Table.of(columns),
                new DotChart(rows, wholeScale(rows)))
            .about(subject()));
  }

  /** From nothing to the end of the longest interval: a share that is close to 100 % looks so. */
  private static List<Double> wholeScale(List<DotChart.Row> rows) {
    double low = 0;
    double high = 0;
    for (DotChart.Row row : rows) {
      for (DotChart.Dot dot : row.dots()) {
        low = Math.min(low, dot.low());
        high = Math.max(high, dot.high());
      }
    }
    return List.of(low, high);
  }

  /** Returns what is explained; two questions may come to the same words, so with its id. */
  private String subject() {
    return words.target(target) + " (" + target.id() + ")";
  }

  private static DotChart.Dot dot(Ratio ratio) {
    Interval interval = ratio.interval95();
    return new DotChart.Dot(
        "share", 0, 100 * ratio.value(), Math.max(0, 100 * interval.low()), 100 * interval.high());
  }

  /** Returns the curves of the numbers that go with the outcome more than chance would. */
  List<Figure> curves(List<Direction> directions) {
    return Direction.telling(directions).stream().limit(MOST_CURVES).map(this::curve).toList();
  }

  private Figure curve(Direction direction) {
    double scale = isTruth ? 100 : 1;
    int count = direction.classes().size();
    List<String> names = points(direction);
    double[] places = new double[count];
    double below = 0;
    double[][] values = new double[3][count];
    Table table =
        Table.of(words.number(direction.id()), "paths", isTruth ? "comes true, %" : "mean", "95 %");
    for (int i = 0; i < count; i++) {
      Direction.PathClass each = direction.classes().get(i);
      places[i] = below + each.paths() / 2.0;
      below += each.paths();
      values[0][i] = scale * each.mean();
      values[1][i] = scale * each.interval95().map(Interval::low).orElse(each.mean());
      values[2][i] = scale * each.interval95().map(Interval::high).orElse(each.mean());
      table.add(
          range(direction.id(), each),
          List.of(
              Amounts.whole(each.paths()),
              WhyWords.estimate(values[0][i], (values[2][i] - values[1][i]) / 4),
              WhyWords.estimate(values[1][i], (values[2][i] - values[1][i]) / 4)
                  + " to "
                  + WhyWords.estimate(values[2][i], (values[2][i] - values[1][i]) / 4)));
    }
    return new Figure(
            "with-" + id + "-" + direction.id(),
            Sentences.capitalised(words.number(direction.id())),
            "Explains "
                + Digits.percent(direction.explained())
                + " of the variance by itself; correlation of the ranks "
                + signed(direction.spearman())
                + ".",
            Figure.Place.HALF,
            table,
            new Plot(
                new Across.Points(words.number(direction.id()), names, places),
                List.of(new Mark.Estimates(Ink.series(0), values[0], values[1], values[2]))))
        .about(subject());
  }

  /** The names of the classes, to as many digits as it takes to tell them apart. */
  private List<String> points(Direction direction) {
    for (int digits = LEAST_DIGITS; ; digits++) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < direction.classes().size(); i++) {
        names.add(point(direction, i, digits));
      }
      if (digits == MOST_DIGITS || names.stream().distinct().count() == names.size()) {
        return names;
      }
    }
  }

  /**
   * What a class stands for: its middle, or of the outer ones, which reach far, their inner end.
   */
  private String point(Direction direction, int index, int digits) {
    Direction.PathClass each = direction.classes().get(index);
    int last = direction.classes().size() - 1;
    if (each.from() == each.to() || index > 0 && index < last) {
      return words.value(direction.id(), (each.from() + each.to()) / 2, digits);
    }
    return index == 0
        ? "to " + words.value(direction.id(), each.to(), digits)
        : "from " + words.value(direction.id(), each.from(), digits);
  }

  private String range(String number, Direction.PathClass each) {
    String from = words.value(number, each.from());
    String to = words.value(number, each.to());
    return from.equals(to) ? from : from + " to " + to;
  }

  private static String signed(double correlation) {
    String text = Amounts.decimal(Math.abs(correlation), 2);
    return (correlation < 0 ? '−' : '+') + text;
  }

  /**
   * Returns a box as ranges beside the whole range, and what it was chosen among.
   *
   * @param name unique in the outcome
   * @param title what holds in it
   * @param box its numbers
   */
  List<Figure> box(String name, String title, Box box) {
    List<DotChart.Row> rows = new ArrayList<>();
    Table table = Table.of("Number", "from", "to", "quasi-p");
    List<Box.Restriction> all = box.restrictions();
    for (int i = 0; i < all.size(); i++) {
      Box.Restriction one = all.get(i);
      boolean both = i + 1 < all.size() && all.get(i + 1).id().equals(one.id());
      Optional<Box.Restriction> low = one.lower() ? Optional.of(one) : Optional.empty();
      Optional<Box.Restriction> high =
          both ? Optional.of(all.get(i + 1)) : one.lower() ? Optional.empty() : Optional.of(one);
      double from = low.map(WhyFigures::place).orElse(0.0);
      double to = high.map(WhyFigures::place).orElse(100.0);
      rows.add(
          new DotChart.Row(
              words.number(one.id()),
              List.of(new DotChart.Dot("from", 0, from), new DotChart.Dot("to", 0, to)),
              bounds(one.id(), low, high),
              true));
      table.add(
          words.number(one.id()),
          List.of(
              low.map(r -> words.value(r.id(), r.bound())).orElse(""),
              high.map(r -> words.value(r.id(), r.bound())).orElse(""),
              quasiP(one) + (both ? ", " + quasiP(all.get(i + 1)) : "")));
      i += both ? 1 : 0;
    }
    List<Figure> figures = new ArrayList<>();
    figures.add(
        new Figure(
                "box-" + id + "-" + name,
                title,
                "Of all paths, ordered by the number: which part the box has, from none below to"
                    + " all. Found on one half of the paths, counted on the other.",
                Figure.Place.HALF,
                table,
                new DotChart(rows, List.of(0.0, 100.0)))
            .about(subject()));
    figures.add(tradeOff(name, box).about(title + ", " + subject()));
    return figures;
  }

  private static String quasiP(Box.Restriction restriction) {
    double p = restriction.quasiP().orElse(Double.NaN);
    return p < 0.0001 ? "below 0.0001" : Amounts.decimal(p, 4);
  }

  private String bounds(
      String number, Optional<Box.Restriction> low, Optional<Box.Restriction> high) {
    if (low.isPresent() && high.isPresent()) {
      return words.value(number, low.get().bound())
          + " to "
          + words.value(number, high.get().bound());
    }
    return low.or(() -> high).map(words::bound).orElse("");
  }

  /** Returns the per cent of the paths on which a number is below a bound. */
  private static double place(Box.Restriction restriction) {
    return 100 * restriction.below().orElse(restriction.lower() ? 0 : 1);
  }

  private Figure tradeOff(String name, Box box) {
    List<Box.Peeled> peeled = new ArrayList<>(box.trajectory());
    peeled.removeIf(one -> !Double.isFinite(one.density()));
    Collections.reverse(peeled);
    int count = peeled.size();
    double[] coverage = new double[count];
    double[] density = new double[count];
    List<String> names = new ArrayList<>();
    Table table = Table.of("Coverage, %", "density, %", "of all paths, %", "numbers");
    double least = 0;
    for (int i = 0; i < count; i++) {
      Box.Peeled one = peeled.get(i);
      least = Math.max(least, 100 * one.coverage());
      coverage[i] = least;
      density[i] = 100 * one.density();
      names.add(Amounts.decimal(100 * one.coverage(), 0));
      table.add(
          Amounts.decimal(100 * one.coverage(), 1),
          List.of(
              Amounts.decimal(100 * one.density(), 1),
              Amounts.decimal(100 * one.mass(), 1),
              Long.toString(
                  one.restrictions().stream().map(Box.Restriction::id).distinct().count())));
    }
    return new Figure(
        "peel-" + id + "-" + name,
        "How much a narrower box gains and loses",
        "From all paths, at the right, to the narrowest box: how often it comes out so in the box,"
            + " over how many of all such paths the box has. The line marks the box that was"
            + " chosen.",
        Figure.Place.HALF,
        table,
        new Plot(
            new Across.Points("coverage, %", names, coverage),
            List.of(
                new Mark.Estimates(Ink.series(0), density, density, density),
                new Mark.Levels(
                    List.of(new Mark.Level(100 * box.density(), Digits.percent(box.density())))))));
  }
}
