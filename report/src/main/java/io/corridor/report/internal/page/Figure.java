package io.corridor.report.internal.page;

import io.corridor.report.internal.chart.Chart;
import io.corridor.report.internal.chart.Format;

/**
 * A chart with the words and numbers that stand for it.
 *
 * @param id unique in the page
 * @param title what one sees
 * @param name what it is called where its place in the page doesn't tell what it is about, as to
 *     those who hear the page: unique in it
 * @param note what it says, in a sentence or two; also what a screen reader says of the chart
 * @param place how much room it takes
 * @param table the numbers
 * @param chart what is drawn
 * @param isNothing whether that is zero on almost all paths: it isn't shown, unless a reader's
 *     change makes it something
 */
record Figure(
    String id,
    String title,
    String name,
    String note,
    Place place,
    Table table,
    Chart chart,
    boolean isNothing) {

  /** Metrics, keys and names in its id are written as an id may be. */
  Figure {
    id = id(id);
  }

  /** Returns a text with nothing in it that an id may not hold. */
  static String id(String text) {
    return text.replaceAll("[^\\w-]", "-");
  }

  /** Its title is its name. */
  Figure(String id, String title, String note, Place place, Table table, Chart chart) {
    this(id, title, title, note, place, table, chart, false);
  }

  Figure withNote(String other) {
    return new Figure(id, title, name, other, place, table, chart, isNothing);
  }

  /** Returns the figure in half of the page. */
  Figure halved() {
    return new Figure(id, title, name, note, Place.HALF, table, chart, isNothing);
  }

  /** Returns the figure among those of several scenarios, of which it is one's. */
  Figure of(String scenario, String subject) {
    return new Figure(scenario + "-" + id, title, note, place, table, chart).about(subject);
  }

  /** Returns the figure with a name that says what it is about. */
  Figure about(String subject) {
    return new Figure(id, title, title + ": " + subject, note, place, table, chart, isNothing);
  }

  /** Returns the drawings of which the style sheet shows the one that has room. */
  String svg() {
    String narrow = chart.svg(Format.NARROW);
    return place == Place.WIDE ? chart.svg(Format.WIDE) + narrow : narrow;
  }

  /** How much room a figure takes. */
  enum Place {
    /** The width of the page. */
    WIDE,
    /** Half of it. */
    HALF;

    /** Returns the word for the style sheet. */
    @Override
    public String toString() {
      return this == WIDE ? "wide" : "half";
    }
  }
}
