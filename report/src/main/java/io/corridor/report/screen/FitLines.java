package io.corridor.report.screen;

import io.corridor.evidence.fit.Fit;
import io.corridor.evidence.fit.FittedCorrelation;
import io.corridor.evidence.fit.Prior;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
          "%s, by %d observations of %s, %s to %s"
              .formatted(fit.key(), fit.n(), fit.series(), fit.from(), fit.to()));
      fit.counted().forEach(counted -> lines.add("  " + counted));
      lines.addAll(TextColumn.lines(table(fit)));
      fit.warnings().forEach(warning -> lines.add("  ! " + warning));
      lines.add("");
    }
    correlations.forEach(
        c ->
            lines.add(
                String.format(
                    Locale.ROOT,
                    "%s and %s: correlation %.2f, by %d months that both have",
                    c.first(),
                    c.second(),
                    c.rho(),
                    c.n())));
    return lines;
  }

  private static List<TextColumn> table(Fit fit) {
    List<String> names = new ArrayList<>(List.of("number"));
    List<String> priors = new ArrayList<>(List.of("before (90 %)"));
    List<String> posteriors = new ArrayList<>(List.of("with the data (90 %)"));
    List<String> medians = new ArrayList<>(List.of("median"));
    List<String> narrowed = new ArrayList<>(List.of("narrowed"));
    for (String name : fit.posterior().names()) {
      Prior prior = fit.priors().get(name);
      names.add(name);
      priors.add(prior == null ? "" : span(prior.percentile(5), prior.percentile(95)));
      posteriors.add(
          span(fit.posterior().percentile(name, 5), fit.posterior().percentile(name, 95)));
      medians.add(number(fit.posterior().percentile(name, 50)));
      narrowed.add(
          fit.narrowed(name).map(x -> String.format(Locale.ROOT, "%.0f %%", 100 * x)).orElse(""));
    }
    return List.of(
        TextColumn.left(names),
        TextColumn.right(priors),
        TextColumn.right(posteriors),
        TextColumn.right(medians),
        TextColumn.right(narrowed));
  }

  private static String span(double low, double high) {
    return number(low) + " to " + number(high);
  }

  /** Three digits that mean something; of millions and billions in these. */
  static String number(double value) {
    double size = Math.abs(value);
    if (size >= 1e6) {
      return size >= 1e9 ? number(value / 1e9) + " bn" : number(value / 1e6) + " mn";
    }
    int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
    String text = String.format(Locale.ROOT, "%,." + decimals + "f", value).replace(',', ' ');
    return text.replaceFirst("^-(?=0\\.?0*$)", "");
  }
}
