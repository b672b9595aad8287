/**
 * What the report needs and a summary doesn't hold: words, sample paths, balances of single years,
 * and what moved the outcome. It goes into {@code result.json} under {@code report}, so that the
 * page can be made again from that file alone.
 *
 * <p>{@link io.corridor.report.data.ReportData} is made by {@link
 * io.corridor.report.data.ReportData#of}; {@link io.corridor.report.data.RunResults} reads it back.
 */
package io.corridor.report.data;
