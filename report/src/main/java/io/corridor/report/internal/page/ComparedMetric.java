package io.corridor.report.internal.page;

import io.corridor.model.Metric;
import io.corridor.projection.Comparison;
import io.corridor.projection.Differences;
import io.corridor.projection.MetricDifference;
import io.corridor.projection.Projection;
import io.corridor.projection.Series;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Estimates;
import io.corridor.report.words.Scale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of one metric in a comparison: fans over each other, and fans of the differences. */
final class ComparedMetric {
  private final Comparison comparison;
  private final String base;
  private final String metric;
  private final String subject;
  private final Months months;

  ComparedMetric(Comparison comparison, String base, String metric, String subject, Months months) {
    this.comparison = comparison;
    this.base = base;
    this.metric = metric;
    this.subject = subject;
    this.months = months;
  }

  /** Returns the fans of all scenarios that report the metric, over each other. */
  Figure overlaid(boolean wide) {
    Map<String, Series> fans = new LinkedHashMap<>();
    fans.put(base, comparison.base().series(metric));
    for (Map.Entry<String, Projection> variant : comparison.variants().entrySet()) {
      if (comparison.differences(variant.getKey()).metrics().containsKey(metric)) {
        fans.put(variant.getKey(), variant.getValue().series(metric));
      }
    }
    Scale scale = scale(fans.values().iterator().next().metric(), fans.values());
    Map<String, Object> chart = new LinkedHashMap<>();
    chart.put("kind", "overlay");
    chart.put("unit", scale.unit());
    List<Object> lines = new ArrayList<>();
    fans.forEach((name, series) -> lines.add(line(name, new Bands(series), scale)));
    chart.put("lines", lines);
    return new Figure(
        id("over"),
        Story.capitalised(subject) + unit(scale),
        overlaidNote(fans, scale),
        wide,
        means(fans, scale),
        chart);
  }

  private static Map<String, Object> line(String name, Bands bands, Scale scale) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("name", name);
    line.put("middle", bands.middle(scale.divisor()));
    bands.all().stream()
        .findFirst()
        .ifPresent(
            band -> {
              line.put("low", bands.percentile(band.low(), scale.divisor()));
              line.put("high", bands.percentile(band.high(), scale.divisor()));
            });
    return line;
  }

  private String overlaidNote(Map<String, Series> fans, Scale scale) {
    Bands bands = new Bands(comparison.base().series(metric));
    String what =
        bands.all().stream()
            .findFirst()
            .map(band -> "Lines: " + bands.middleName() + "; bands: " + band.share() + " of paths.")
            .orElse("Lines: " + bands.middleName() + ".");
    StringBuilder note = new StringBuilder(what);
    note.append(" Means in ").append(months.words(months.last())).append(": ");
    List<String> means = new ArrayList<>();
    fans.forEach((name, series) -> means.add(name + ' ' + mean(series, months.last(), scale)));
    return note.append(String.join(", ", means)).append(unitAfter(scale)).append('.').toString();
  }

  private Table means(Map<String, Series> fans, Scale scale) {
    List<String> head = new ArrayList<>(List.of("Month"));
    fans.keySet().forEach(name -> head.add(name + ", mean"));
    Table table = Table.of(head.toArray(String[]::new));
    for (int month : months.rows()) {
      table.add(
          months.shortWords(month),
          fans.values().stream().map(series -> mean(series, month, scale)).toList());
    }
    return table;
  }

  private static String mean(Series series, int month, Scale scale) {
    return Estimates.value(
        series.mean(month) / scale.divisor(), series.standardError(month) / scale.divisor());
  }

  /** Returns a fan of the differences of each variant that differs at all. */
  List<Figure> differences() {
    List<Figure> figures = new ArrayList<>();
    for (Map.Entry<String, Differences> variant : comparison.differences().entrySet()) {
      Series fan = variant.getValue().fans().get(metric);
      MetricDifference difference = variant.getValue().metrics().get(metric);
      if (fan != null && difference != null && differs(difference)) {
        figures.add(difference(variant.getKey(), fan, difference));
      }
    }
    return figures;
  }

  private static boolean differs(MetricDifference difference) {
    for (int month = 0; month < difference.months(); month++) {
      if (difference.above(month) > 0 || difference.below(month) > 0) {
        return true;
      }
    }
    return false;
  }

  private Figure difference(String variant, Series fan, MetricDifference difference) {
    Bands bands = new Bands(fan);
    Scale scale = inPoints(scale(fan.metric(), List.of(fan)));
    Map<String, Object> chart = new LinkedHashMap<>();
    chart.put("kind", "fan");
    chart.put("unit", scale.unit());
    chart.put("middleName", bands.middleName());
    chart.put("middle", bands.middle(scale.divisor()));
    List<Object> shown = new ArrayList<>();
    for (Bands.Band band : bands.all()) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("name", band.share());
      values.put("low", bands.percentile(band.low(), scale.divisor()));
      values.put("high", bands.percentile(band.high(), scale.divisor()));
      shown.add(values);
    }
    chart.put("bands", shown);
    chart.put("targets", List.of(0));
    chart.put("targetName", "no difference");
    chart.put("paths", List.of());
    return new Figure(
        id("difference-" + variant),
        variant + " less " + base + ": " + subject + unit(scale),
        differenceNote(variant, difference, scale),
        false,
        differenceTable(difference, scale),
        chart);
  }

  private String differenceNote(String variant, MetricDifference difference, Scale scale) {
    int last = months.last();
    return months.words(last)
        + ": "
        + estimate(difference, last, scale)
        + unitAfter(scale)
        + " on average; "
        + variant
        + " is larger on "
        + percent(difference.above(last))
        + " of paths, smaller on "
        + percent(difference.below(last))
        + ".";
  }

  private Table differenceTable(MetricDifference difference, Scale scale) {
    Table table = Table.of("Month", "mean difference", "larger on", "smaller on");
    for (int month : months.rows()) {
      table.add(
          months.shortWords(month),
          List.of(
              estimate(difference, month, scale),
              percent(difference.above(month)),
              percent(difference.below(month))));
    }
    return table;
  }

  private String estimate(MetricDifference difference, int month, Scale scale) {
    return Estimates.difference(
        difference.mean(month) / scale.divisor(),
        comparison.quantile95() * difference.standardError(month) / scale.divisor());
  }

  private static String percent(double share) {
    return Amounts.decimal(100 * share, 1) + Amounts.NO_BREAK + "%";
  }

  private static Scale scale(Metric metric, Iterable<Series> fans) {
    double largest = 0;
    for (Series series : fans) {
      largest = Math.max(largest, new Bands(series).largest());
    }
    return Scale.of(metric, largest);
  }

  /** Per cents differ by percentage points. */
  private static Scale inPoints(Scale scale) {
    return scale.unit().startsWith("%")
        ? new Scale(scale.divisor(), scale.decimals(), "points")
        : scale;
  }

  private static String unit(Scale scale) {
    return scale.unit().isEmpty() ? "" : ", " + scale.unit();
  }

  private static String unitAfter(Scale scale) {
    return scale.unit().isEmpty() ? "" : Amounts.NO_BREAK + scale.unit();
  }

  private String id(String kind) {
    return (kind + '-' + metric).replace('.', '-');
  }
}
