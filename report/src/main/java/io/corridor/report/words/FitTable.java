package io.corridor.report.words;

import io.corridor.evidence.fit.Fit;
import io.corridor.evidence.fit.Posterior;
import io.corridor.evidence.fit.VarianceRatio;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
            "width", names, name -> fit.narrowed(name).map(FitTable::width).orElse(Digits.NONE)));
  }

  /**
   * Returns how wide an interval is with the data, before which it was one: {@code 29 % narrower},
   * {@code 36 % wider}, {@code 2.4 times as wide}.
   */
  static String width(double narrowed) {
    double wider = -narrowed;
    if (wider >= 1) {
      return Digits.three(Math.rint(10 * (1 + wider)) / 10) + " times as wide";
    }
    long percent = Math.round(100 * wider);
    return percent == 0
        ? "as wide"
        : Digits.percent(Math.abs(wider)) + (percent > 0 ? " wider" : " narrower");
  }

  /**
   * Returns how what a fit leaves over adds up, beside shocks without memory; empty if there are no
   * ratios.
   */
  public static Optional<String> sums(Map<Integer, VarianceRatio> ratios) {
    if (ratios.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        ratios.entrySet().stream()
            .map(one -> over(one.getKey(), one.getValue()))
            .collect(
                Collectors.joining(
                    ", ",
                    "what is left over adds up, in variance, as shocks without memory times ",
                    "")));
  }

  private static String over(int months, VarianceRatio ratio) {
    return "%s over %d months (p %s%s)"
        .formatted(
            Amounts.decimal(ratio.ratio(), 2), months, probability(ratio.p()), consequence(ratio));
  }

  private static String consequence(VarianceRatio ratio) {
    String off = ratio.ratio() > 1 ? "narrow" : "wide";
    return ratio.isOdd() ? "; bands so far ahead are too " + off : "";
  }

  /** Returns a test's p in words: {@code = 0.03}. */
  public static String probability(double p) {
    return p < 0.001 ? "below 0.001" : "= " + Digits.three(p);
  }

  /** Returns an interval: {@code 0.111 to 0.505}. */
  public static String span(double low, double high) {
    return Digits.three(low) + " to " + Digits.three(high);
  }
}
