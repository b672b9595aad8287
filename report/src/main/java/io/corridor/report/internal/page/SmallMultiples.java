package io.corridor.report.internal.page;

import io.corridor.projection.Series;
import io.corridor.report.internal.chart.Ink;
import io.corridor.report.internal.chart.Mark;
import io.corridor.report.internal.chart.Plot;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.UnitScale;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Fans on one scale, to stand side by side. */
final class SmallMultiples {
  private final Months months;
  private final UnitScale scale;
  private final List<Double> ends;

  /**
   * Makes ready to draw some series.
   *
   * @param scale of their values
   * @param all that will be drawn
   */
  SmallMultiples(Months months, UnitScale scale, Iterable<Series> all) {
    this.months = months;
    this.scale = scale;
    this.ends = ends(all, scale);
  }

  /** Returns the scale that fits all of some series of one unit. */
  static UnitScale scale(Collection<Series> all) {
    double largest =
        all.stream().mapToDouble(series -> new Bands(series).largest()).reduce(0, Math::max);
    return UnitScale.of(all.iterator().next().metric(), largest);
  }

  private static List<Double> ends(Iterable<Series> all, UnitScale scale) {
    double low = 0;
    double high = 0;
    for (Series series : all) {
      for (Mark.Band area : new Bands(series).areas(Ink.MIDDLE, scale.divisor())) {
        for (double[] ends : area.intervals()) {
          low = Math.min(low, ends[0]);
          high = Math.max(high, ends[1]);
        }
      }
      for (double value : new Bands(series).middle(scale.divisor())) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return List.of(low, high);
  }

  /** Returns the fan of a series, which says where it ends. */
  Figure fan(String id, String title, Series series, List<Mark.Level> levels) {
    Bands bands = new Bands(series);
    String end = scale.text(bands.middle(1)[months.last()]);
    String note = months.words(months.last()) + ": " + bands.middleName() + ' ' + end;
    return fan(id, title, series, levels, note);
  }

  /** Returns the fan of a series with a note that the unit ends. */
  Figure fan(String id, String title, Series series, List<Mark.Level> levels, String note) {
    Bands bands = new Bands(series);
    double[] middle = bands.middle(scale.divisor());
    List<Mark> marks = new ArrayList<>(bands.areas(Ink.MIDDLE, scale.divisor()));
    marks.add(new Mark.Line(bands.middleName(), Ink.MIDDLE, middle, ""));
    marks.add(new Mark.Levels(levels));
    Table table = Table.of("Month", "mean", "standard deviation");
    for (int month : months.rows()) {
      table.add(
          months.shortWords(month),
          List.of(scale.text(series.mean(month)), scale.text(series.sd(month))));
    }
    return new Figure(
        id,
        title,
        note + Amounts.NO_BREAK + scale.unit() + ".",
        Figure.Place.HALF,
        table,
        new Plot(months.axis(), marks, ends));
  }
}
