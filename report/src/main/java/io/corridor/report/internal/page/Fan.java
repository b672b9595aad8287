package io.corridor.report.internal.page;

import io.corridor.report.data.ReportData;
import io.corridor.report.data.Result;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Numbers;
import io.corridor.report.words.Scale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A metric's median and bands over the months, thresholds asked about, and single paths. */
final class Fan {
  private final Story story;
  private final String metric;
  private final Result.Series series;
  private final Scale scale;
  private final List<Band> bands;

  /** A pair of percentiles with as much below the one as above the other. */
  private record Band(double low, double high, double[] lowValues, double[] highValues) {
    String share() {
      return Numbers.percentile(high - low) + Amounts.NO_BREAK + "%";
    }
  }

  private Fan(Story story, String metric, Result.Series series) {
    this.story = story;
    this.metric = metric;
    this.series = series;
    this.scale = finer(Story.scale(metric, series), series);
    this.bands = bands(series);
  }

  /** Returns the fan of a metric; empty if it wasn't reported. */
  static Optional<Figure> of(Story story, String metric, boolean wide) {
    return story.series(metric).map(series -> new Fan(story, metric, series).figure(wide));
  }

  /** Per cents of little are told to the tenth. */
  private static Scale finer(Scale scale, Result.Series series) {
    boolean isLittle = series.unit().equals("fraction");
    return isLittle ? new Scale(scale.divisor(), 1, scale.unit()) : scale;
  }

  /** The widest first. */
  private static List<Band> bands(Result.Series series) {
    List<Band> bands = new ArrayList<>();
    for (Map.Entry<String, double[]> low : series.percentiles().entrySet()) {
      for (Map.Entry<String, double[]> high : series.percentiles().entrySet()) {
        double below = Double.parseDouble(low.getKey());
        double above = Double.parseDouble(high.getKey());
        if (below < above && below + above == 100) {
          bands.add(new Band(below, above, low.getValue(), high.getValue()));
        }
      }
    }
    return bands;
  }

  private Figure figure(boolean wide) {
    return new Figure("fan-" + metric.replace('.', '-'), title(), note(), wide, table(), chart());
  }

  private String title() {
    String unit = scale.unit().isEmpty() ? "" : ", " + scale.unit();
    String over = metric.endsWith(".12m") ? " over twelve months" : "";
    return story.title(metric) + over + unit;
  }

  private double[] middle() {
    return series.percentiles().getOrDefault("50", series.mean());
  }

  private String middleName() {
    return series.percentiles().containsKey("50") ? "median" : "mean";
  }

  private String note() {
    int last = story.months().last();
    StringBuilder note = new StringBuilder(story.months().words(last));
    note.append(": ").append(middleName()).append(' ').append(scale.text(middle()[last]));
    for (int i = bands.size() - 1; i >= 0; i--) {
      Band band = bands.get(i);
      note.append("; ")
          .append(band.share())
          .append(" of paths from ")
          .append(scale.text(band.lowValues[last]))
          .append(" to ")
          .append(scale.text(band.highValues[last]));
    }
    return note.append(' ').append(scale.unit()).toString().strip() + ".";
  }

  private Table table() {
    List<String> head = new ArrayList<>(List.of("Month", "mean", "standard error"));
    series.percentiles().keySet().forEach(p -> head.add(p + Amounts.NO_BREAK + "%"));
    Table table = Table.of(head.toArray(String[]::new));
    for (int month : story.months().rows()) {
      List<String> cells = new ArrayList<>();
      cells.add(scale.text(series.mean()[month]));
      cells.add(Amounts.decimal(series.se()[month] / scale.divisor(), scale.decimals() + 2));
      series.percentiles().values().forEach(values -> cells.add(scale.text(values[month])));
      table.add(story.months().shortWords(month), cells);
    }
    return table;
  }

  private Map<String, Object> chart() {
    Map<String, Object> chart = new LinkedHashMap<>();
    chart.put("kind", "fan");
    chart.put("unit", scale.unit());
    chart.put("middleName", middleName());
    chart.put("middle", Rounded.of(middle(), scale.divisor()));
    List<Object> shown = new ArrayList<>();
    for (Band band : bands) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("name", band.share());
      values.put("low", Rounded.of(band.lowValues, scale.divisor()));
      values.put("high", Rounded.of(band.highValues, scale.divisor()));
      shown.add(values);
    }
    chart.put("bands", shown);
    chart.put("targets", targets());
    chart.put(
        "paths",
        story.data().samples().metrics().getOrDefault(metric, List.of()).stream()
            .map(values -> Rounded.of(values, scale.divisor()))
            .toList());
    return chart;
  }

  /** The values that questions ask about, each once. */
  private List<Double> targets() {
    return story.data().questions().values().stream()
        .filter(question -> question.metric().equals(metric))
        .map(ReportData.Asked::thresholds)
        .flatMap(List::stream)
        .map(value -> Rounded.of(value / scale.divisor()))
        .distinct()
        .toList();
  }
}
