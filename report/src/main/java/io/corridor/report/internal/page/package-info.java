/**
 * The page {@code report.html}: one file that needs nothing else, made of what {@code result.json}
 * holds.
 *
 * <p>A {@link io.corridor.report.internal.page.Page} is a template filled with figures. Each figure
 * is words, a table of numbers, and data that the script in the page hands to the chart library.
 * Everything a reader must know is in the words and tables; charts show it.
 */
package io.corridor.report.internal.page;
