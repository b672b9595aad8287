package io.corridor.report.internal.page;

import java.util.Map;

/**
 * A chart with the words and numbers that stand for it.
 *
 * @param id unique in the page
 * @param title what one sees
 * @param note what it says, in a sentence or two; also what a screen reader says of the chart
 * @param wide whether it takes the full width
 * @param table the numbers
 * @param chart data for the script: {@code kind}, and what that kind takes
 */
record Figure(
    String id, String title, String note, boolean wide, Table table, Map<String, Object> chart) {}
