/**
 * The pages {@code report.html}, {@code comparison.html} and {@code sweep.html}: each one file that
 * needs nothing else.
 *
 * <p>A page is a template filled with {@link io.corridor.report.internal.page.PageSection
 * sections}, which hold answers and figures. A figure is words, a table of numbers, and a {@link
 * io.corridor.report.internal.chart.Chart}. Everything a reader must know is in the words and
 * tables; charts show it, and are there without a script.
 */
package io.corridor.report.internal.page;
