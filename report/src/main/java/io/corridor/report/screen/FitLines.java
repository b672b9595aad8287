package io.corridor.report.screen;

import io.corridor.evidence.fit.Fit;
import io.corridor.evidence.fit.FittedCorrelation;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.FitTable;
import io.corridor.scenarios.Evidence;
import java.util.ArrayList;
import java.util.List;

/**
 * What data made of a scenario's numbers, on the screen: a table for each fit, then what is odd.
 */
public final class FitLines {

  private FitLines() {}

  /**
   * Returns the lines.
   *
   * @param fits what data made of the scenario
   * @param correlations those that were fitted
   * @param horizons of the scenario's backtest, in months, for variance ratios
   */
  public static List<String> of(
      List<Fit> fits, List<FittedCorrelation> correlations, List<Integer> horizons) {
    List<String> lines = new ArrayList<>();
    for (Fit fit : fits) {
      lines.add(
          "%s, fitted to %d observations of %s, %s to %s"
              .formatted(fit.key(), fit.n(), fit.series(), fit.from(), fit.to()));
      fit.counted().forEach(counted -> lines.add("  " + counted));
      if (fit.posterior().names().isEmpty()) {
        lines.add("  every number is stated, so that nothing of it is fitted");
      } else {
        lines.addAll(TextTable.lines(FitTable.of(fit)));
      }
      fit.warnings().forEach(warning -> lines.add("  ! " + warning));
      FitTable.sums(fit.varianceRatios(horizons)).ifPresent(told -> lines.add("  " + told));
      lines.add("");
    }
    correlations.forEach(
        c ->
            lines.add(
                "%s and %s: correlation %s, over %d months that both have"
                    .formatted(c.first(), c.second(), Amounts.decimal(c.rho(), 2), c.n())));
    return lines;
  }

  /**
   * Returns a sentence for each section that is fitted: what data decided, what is held, what
   * stays.
   *
   * @param sections those that are fitted
   * @param screen where they go
   */
  public static List<String> treated(List<Evidence.Treated> sections, Screen screen) {
    List<String> lines = new ArrayList<>();
    for (Evidence.Treated section : sections) {
      List<String> parts = new ArrayList<>();
      add("fitted ", section.fitted(), parts);
      add("held as stated: ", section.held(), parts);
      add("left as it is: ", section.left(), parts);
      String all = section.key() + " by " + section.series() + ": " + String.join("; ", parts);
      lines.addAll(screen.wrapped("", all));
    }
    return lines;
  }

  private static void add(String what, List<String> names, List<String> parts) {
    if (!names.isEmpty()) {
      parts.add(what + String.join(", ", names));
    }
  }
}
