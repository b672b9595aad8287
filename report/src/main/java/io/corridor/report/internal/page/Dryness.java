package io.corridor.report.internal.page;

import io.corridor.report.data.Result;
import io.corridor.report.words.Amounts;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The mean unserved share of a carrier by month and year. */
final class Dryness {
  private static final String[] NAMES = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };

  private final Story story;
  private final String carrier;
  private final Result.Series series;

  private Dryness(Story story, String carrier, Result.Series series) {
    this.story = story;
    this.carrier = carrier;
    this.series = series;
  }

  /** Returns the figure; empty without energy, or if the share wasn't reported. */
  static Optional<Figure> of(Story story) {
    return story
        .data()
        .unservedOf()
        .flatMap(
            carrier ->
                story
                    .series("energy." + carrier + ".unserved-share")
                    .map(series -> new Dryness(story, carrier, series).figure()));
  }

  private Figure figure() {
    return new Figure(
        "dryness",
        "Unserved share of " + carrier + " by month and year, mean over the paths, %",
        note(),
        true,
        table(),
        chart());
  }

  private String note() {
    int worst = 0;
    for (int month = 0; month < story.months().count(); month++) {
      worst = series.mean()[month] > series.mean()[worst] ? month : worst;
    }
    return "The worst month is "
        + story.months().words(worst)
        + ": on average "
        + Amounts.decimal(100 * series.mean()[worst], 1)
        + Amounts.NO_BREAK
        + "% of the demand for "
        + carrier
        + " is not met.";
  }

  private int firstYear() {
    return story.months().month(0).getYear();
  }

  private int lastYear() {
    return story.months().month(story.months().last()).getYear();
  }

  private Optional<Double> percent(int year, int month) {
    YearMonth calendar = YearMonth.of(year, month);
    YearMonth start = story.months().month(0);
    int index = 12 * (year - start.getYear()) + month - start.getMonthValue();
    return index >= 0 && !calendar.isAfter(story.months().month(story.months().last()))
        ? Optional.of(100 * series.mean()[index])
        : Optional.empty();
  }

  private Table table() {
    List<String> head = new ArrayList<>(List.of("Year"));
    head.addAll(List.of(NAMES));
    Table table = Table.of(head.toArray(String[]::new));
    for (int year = firstYear(); year <= lastYear(); year++) {
      List<String> cells = new ArrayList<>();
      for (int month = 1; month <= 12; month++) {
        cells.add(percent(year, month).map(p -> Amounts.decimal(p, 1)).orElse("–"));
      }
      table.add(String.format(Locale.ROOT, "%d", year), cells);
    }
    return table;
  }

  private Map<String, Object> chart() {
    List<Object> cells = new ArrayList<>();
    List<String> years = new ArrayList<>();
    for (int year = firstYear(); year <= lastYear(); year++) {
      years.add(Integer.toString(year));
      for (int month = 1; month <= 12; month++) {
        int column = month - 1;
        int row = years.size() - 1;
        percent(year, month).ifPresent(p -> cells.add(List.of(column, row, Rounded.of(p))));
      }
    }
    Map<String, Object> chart = new LinkedHashMap<>();
    chart.put("kind", "heat");
    chart.put("unit", "%");
    chart.put("columns", List.of(NAMES));
    chart.put("rows", years);
    chart.put("cells", cells);
    return chart;
  }
}
