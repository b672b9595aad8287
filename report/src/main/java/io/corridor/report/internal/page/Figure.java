package io.corridor.report.internal.page;

import io.corridor.report.internal.chart.Chart;

/**
 * A chart with the words and numbers that stand for it.
 *
 * @param id unique in the page
 * @param title what one sees
 * @param note what it says, in a sentence or two; also what a screen reader says of the chart
 * @param place how much room it takes
 * @param table the numbers
 * @param chart what is drawn
 */
record Figure(String id, String title, String note, Place place, Table table, Chart chart) {

  Figure withNote(String other) {
    return new Figure(id, title, other, place, table, chart);
  }

  /** How much room a figure takes. */
  enum Place {
    /** The width of the page. */
    WIDE,
    /** Half of it. */
    HALF
  }
}
