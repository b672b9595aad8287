package io.corridor.report.internal.evidence;

import io.corridor.evidence.fit.Fit;
import io.corridor.evidence.fit.FittedCorrelation;
import io.corridor.evidence.fit.Prior;
import java.io.IOException;
import java.io.Writer;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The page {@code fit.html}: data with what the fit says of them, priors beside posteriors. */
public final class FitPage {
  private static final int WIDTH = 860;
  private static final int MOST_YEARS_NAMED = 12;

  private FitPage() {}

  /**
   * Writes the page.
   *
   * @param name of the scenario
   * @param fits what data made of it
   * @param correlations those that were fitted
   * @param out takes the text
   * @throws IOException if {@code out} does
   */
  public static void write(
      String name, List<Fit> fits, List<FittedCorrelation> correlations, Writer out)
      throws IOException {
    StringBuilder body = new StringBuilder();
    for (Fit fit : fits) {
      body.append(section(fit));
    }
    if (!correlations.isEmpty()) {
      body.append("<h2>Correlations of monthly shocks</h2>\n");
      List<List<String>> rows = new ArrayList<>();
      correlations.forEach(
          c ->
              rows.add(
                  List.of(
                      c.first() + " and " + c.second(),
                      String.format(Locale.ROOT, "%.2f", c.rho()).replace("-", "−"),
                      Integer.toString(c.n()))));
      body.append(Html.table(List.of("between", "ρ", "months"), rows));
    }
    Html.write(
        name + ": what the data say",
        "Each number's prior is what the file says; the posterior is that and the data.",
        body.toString(),
        out);
  }

  private static String section(Fit fit) {
    StringBuilder html = new StringBuilder();
    html.append("<h2>")
        .append(Html.text(fit.key()))
        .append("</h2>\n<p>")
        .append(fit.n())
        .append(" observations of <b>")
        .append(Html.text(fit.series()))
        .append("</b>, ")
        .append(fit.from())
        .append(" to ")
        .append(fit.to())
        .append(".</p>\n");
    fit.warnings()
        .forEach(w -> html.append("<p class=\"warn\">").append(Html.text(w)).append("</p>\n"));
    html.append(
        Html.figure(
            data(fit),
            "Black: the data. Blue: the forecast of each from those before it, by the posterior medians, with its 90 % band."));
    html.append(numbers(fit));
    html.append(Html.figure(residuals(fit), residualsSay(fit)));
    return html.toString();
  }

  private static double time(YearMonth month) {
    return month.getYear() + (month.getMonthValue() - 0.5) / 12;
  }

  private static List<Double> years(double from, double to) {
    int step = Math.max(1, (int) Math.ceil((to - from) / MOST_YEARS_NAMED));
    List<Double> years = new ArrayList<>();
    for (int year = (int) Math.ceil(from); year <= to; year += step) {
      years.add((double) year);
    }
    return years;
  }

  private static List<String> names(List<Double> years) {
    return years.stream().map(year -> Integer.toString(year.intValue())).toList();
  }

  private static String data(Fit fit) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    List<double[]> bands = new ArrayList<>();
    List<double[]> line = new ArrayList<>();
    List<double[]> data = new ArrayList<>();
    for (Fit.Fitted f : fit.fitted()) {
      double t = time(f.period().last());
      low = Math.min(low, Math.min(f.low(), f.actual()));
      high = Math.max(high, Math.max(f.high(), f.actual()));
      bands.add(new double[] {t, f.low(), f.high()});
      line.add(new double[] {t, f.median()});
      data.add(new double[] {t, f.actual()});
    }
    double from = data.get(0)[0];
    double to = data.get(data.size() - 1)[0];
    Chart chart =
        new Chart("data and fitted line of " + fit.key(), WIDTH, 300, from, to, low, high, low > 0);
    chart.band(bands, "wide");
    chart.line(line, "fit");
    chart.line(data, "data");
    List<Double> years = years(from, to);
    return chart.svg(years, names(years));
  }

  private static String residuals(Fit fit) {
    double from = time(fit.fitted().get(0).period().last());
    double to = time(fit.to().last());
    double most = fit.fitted().stream().mapToDouble(f -> Math.abs(f.residual())).max().orElse(1);
    double most3 = Math.max(3, most);
    Chart chart =
        new Chart("residuals of " + fit.key(), WIDTH, 150, from, to, -most3, most3, false);
    for (Fit.Fitted f : fit.fitted()) {
      double t = time(f.period().last());
      String style = Math.abs(f.residual()) > 3 ? "miss" : "median";
      chart.bar(t, t, 0, f.residual(), style);
    }
    List<Double> years = years(from, to);
    return chart.svg(years, names(years));
  }

  private static String residualsSay(Fit fit) {
    return String.format(
        Locale.ROOT,
        "What is left over, in standard deviations. Ljung–Box (%d lags) p %s, Jarque–Bera p %s: small values tell of dependence, and of shocks that aren’t normal.",
        fit.residuals().lags(),
        probability(fit.residuals().ljungBoxP()),
        probability(fit.residuals().jarqueBeraP()));
  }

  private static String probability(double p) {
    return p < 0.001 ? "below 0.001" : "= " + Html.number(p);
  }

  private static String numbers(Fit fit) {
    StringBuilder table = new StringBuilder("<table>\n");
    table.append(
        "<tr><th>number</th><th>before, 90 %</th><th>with the data, 90 %</th><th>median</th><th>narrowed</th><th>grey before, blue with the data</th></tr>\n");
    for (String name : fit.posterior().names()) {
      Prior prior = fit.priors().get(name);
      double low = fit.posterior().percentile(name, 5);
      double high = fit.posterior().percentile(name, 95);
      table
          .append("<tr><td>")
          .append(Html.text(name))
          .append("</td><td>")
          .append(prior == null ? "" : span(prior.percentile(5), prior.percentile(95)))
          .append("</td><td>")
          .append(span(low, high))
          .append("</td><td>")
          .append(Html.number(fit.posterior().percentile(name, 50)))
          .append("</td><td>")
          .append(
              fit.narrowed(name)
                  .map(x -> String.format(Locale.ROOT, "%.0f %%", 100 * x))
                  .orElse(""))
          .append("</td><td>")
          .append(prior == null ? "" : bars(prior, low, high))
          .append("</td></tr>\n");
    }
    return table.append("</table>\n").toString();
  }

  private static String span(double low, double high) {
    return Html.number(low) + " to " + Html.number(high);
  }

  private static String bars(Prior prior, double low, double high) {
    double from = Math.min(prior.percentile(5), low);
    double to = Math.max(prior.percentile(95), high);
    int width = 220;
    return "<svg style=\"width:"
        + width
        + "px\" viewBox=\"0 0 "
        + width
        + " 20\" role=\"img\" aria-label=\"intervals\">"
        + bar(prior.percentile(5), prior.percentile(95), from, to, width, 3, "prior")
        + bar(low, high, from, to, width, 11, "posterior")
        + "</svg>";
  }

  private static String bar(
      double low, double high, double from, double to, int width, int y, String style) {
    double scale = width / Math.max(to - from, 1e-300);
    return String.format(
        Locale.ROOT,
        "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"6\"/>",
        style,
        (low - from) * scale,
        y,
        Math.max(2, (high - low) * scale));
  }
}
