package io.corridor.report.words;

import io.corridor.evidence.fit.Fit;
import io.corridor.evidence.fit.Posterior;
import java.util.List;
import java.util.Optional;

/** What data made of the numbers of a key. */
public final class FitTable {
  private FitTable() {}

  /** Returns a row for each number: 90 % intervals without and with the data, and the median. */
  public static List<TableColumn> of(Fit fit) {
    Posterior posterior = fit.posterior();
    List<String> names = posterior.names();
    return List.of(
        TableColumn.text("number", names, name -> name),
        TableColumn.number(
            "before (90 %)",
            names,
            name ->
                Optional.ofNullable(fit.priors().get(name))
                    .map(prior -> span(prior.percentile(5), prior.percentile(95)))
                    .orElse(Digits.NONE)),
        TableColumn.number(
            "with the data (90 %)",
            names, name -> span(posterior.percentile(name, 5), posterior.percentile(name, 95))),
        TableColumn.number("median", names, name -> Digits.three(posterior.percentile(name, 50))),
        TableColumn.number(
            "narrowed",
            names,
            name -> fit.narrowed(name).map(Digits::percent).orElse(Digits.NONE)));
  }

  /** Returns an interval: {@code 0.111 to 0.505}. */
  public static String span(double low, double high) {
    return Digits.three(low) + " to " + Digits.three(high);
  }
}
