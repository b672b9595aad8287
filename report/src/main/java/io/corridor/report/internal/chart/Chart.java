package io.corridor.report.internal.chart;

/** What a chart shows. */
public sealed interface Chart permits Plot, StripChart, HeatChart, DotChart {

  /** Returns the drawing, an {@code svg} element. */
  String svg(Format format);

  /** Returns the numbers that are shown, to be downloaded and, by month, read out. */
  ChartData numbers();
}
