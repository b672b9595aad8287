package io.corridor.scenarios.internal.csv;

/**
 * What stands between two separators of a CSV text.
 *
 * @param text without quotes and blanks about it
 * @param line where it begins, from 1
 * @param column where it begins, from 1
 */
public record CsvCell(String text, int line, int column) {}
