/**
 * Charts: records that say what is shown, and drawings that make SVG of them. The colours are left
 * to the style sheet of the page, so that one drawing serves light and dark; everything else is
 * decided here, so that a page is whole without a script.
 *
 * <p>Each {@link io.corridor.report.internal.chart.Chart} is drawn twice, for a wide place and a
 * narrow one. To add a kind of chart: a record that implements it, and a drawing beside it.
 */
package io.corridor.report.internal.chart;
