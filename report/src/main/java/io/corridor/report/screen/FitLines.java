package io.corridor.report.screen;

import io.corridor.evidence.fit.Fit;
import io.corridor.evidence.fit.FittedCorrelation;
import io.corridor.evidence.fit.Posterior;
import io.corridor.evidence.fit.Prior;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Digits;
import io.corridor.report.words.TableColumn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
   */
  public static List<String> of(List<Fit> fits, List<FittedCorrelation> correlations) {
    List<String> lines = new ArrayList<>();
    for (Fit fit : fits) {
      lines.add(
          "%s, fitted to %d observations of %s, %s to %s"
              .formatted(fit.key(), fit.n(), fit.series(), fit.from(), fit.to()));
      fit.counted().forEach(counted -> lines.add("  " + counted));
      lines.addAll(TextTable.lines(table(fit)));
      fit.warnings().forEach(warning -> lines.add("  ! " + warning));
      lines.add("");
    }
    correlations.forEach(
        c ->
            lines.add(
                "%s and %s: correlation %s, over %d months that both have"
                    .formatted(c.first(), c.second(), Amounts.decimal(c.rho(), 2), c.n())));
    return lines;
  }

  private static List<TableColumn> table(Fit fit) {
    Posterior posterior = fit.posterior();
    List<String> names = posterior.names();
    return List.of(
        TableColumn.text("number", names, name -> name),
        TableColumn.number("before (90 %)", names, name -> prior(fit.priors().get(name))),
        TableColumn.number(
            "with the data (90 %)",
            names, name -> span(posterior.percentile(name, 5), posterior.percentile(name, 95))),
        TableColumn.number("median", names, name -> Digits.three(posterior.percentile(name, 50))),
        TableColumn.number(
            "narrowed", names, name -> fit.narrowed(name).map(Digits::percent).orElse("")));
  }

  private static String prior(@Nullable Prior prior) {
    return prior == null ? "" : span(prior.percentile(5), prior.percentile(95));
  }

  private static String span(double low, double high) {
    return Digits.three(low) + " to " + Digits.three(high);
  }
}
