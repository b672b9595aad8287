package io.corridor.report.internal.page;

import io.corridor.evidence.fit.Fit;
import io.corridor.evidence.fit.FittedCorrelation;
import io.corridor.evidence.fit.Prior;
import io.corridor.model.Scenario;
import io.corridor.report.internal.chart.DotChart;
import io.corridor.report.internal.chart.Ink;
import io.corridor.report.internal.chart.Mark;
import io.corridor.report.internal.chart.MonthAxis;
import io.corridor.report.internal.chart.Plot;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.CauseWords;
import io.corridor.report.words.Digits;
import io.corridor.report.words.FitTable;
import io.corridor.report.words.Magnitude;
import io.corridor.report.words.Sentences;
import java.io.IOException;
import java.io.Writer;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The page {@code fit.html}: data with what the fit says of them, priors beside posteriors. */
public final class FitPage {
  private static final double LARGE = 3;

  private final CauseWords words;
  private final List<Integer> horizons;

  private FitPage(Scenario scenario, List<Integer> horizons) {
    this.words = new CauseWords(scenario);
    this.horizons = horizons;
  }

  /**
   * Writes the page.
   *
   * @param scenario that was fitted
   * @param fits what data made of it
   * @param correlations those that were fitted
   * @param horizons of the scenario's backtest, in months, for variance ratios
   * @param out takes the text
   * @throws IOException if {@code out} does
   */
  public static void write(
      Scenario scenario,
      List<Fit> fits,
      List<FittedCorrelation> correlations,
      List<Integer> horizons,
      Writer out)
      throws IOException {
    FitPage page = new FitPage(scenario, horizons);
    List<PageSection> sections = new ArrayList<>(fits.stream().map(page::section).toList());
    sections.add(
        PageSection.of(
            "correlations",
            "Correlations of monthly shocks",
            "",
            page.correlations(correlations).stream().toList()));
    int numbers = fits.stream().mapToInt(fit -> fit.posterior().names().size()).sum();
    sections.add(PageSection.ofData(Map.of()));
    HtmlPage.ofData(
            scenario.name() + ": fit",
            "What the data say: "
                + numbers
                + (numbers == 1 ? " number is" : " numbers are")
                + " measured",
            "Each number’s prior is what the file says; the posterior is that and the data.",
            List.of(),
            sections)
        .write(out);
  }

  private PageSection section(Fit fit) {
    List<Figure> figures = new ArrayList<>();
    if (!fit.posterior().names().isEmpty()) {
      figures.add(numbers(fit));
    }
    if (!fit.fitted().isEmpty()) {
      figures.add(0, data(fit));
      figures.add(residuals(fit));
    }
    List<String> warnings = new ArrayList<>();
    fit.counted().forEach(counted -> warnings.add(" " + counted + "."));
    fit.warnings().forEach(warning -> warnings.add(" " + Sentences.capitalised(warning) + "."));
    FitTable.sums(fit.varianceRatios(horizons))
        .ifPresent(told -> warnings.add(" " + Sentences.capitalised(told) + "."));
    return new PageSection(
        "fit-" + fit.key(),
        Sentences.capitalised(words.key(fit.key())),
        fit.n()
            + " observations of "
            + fit.series()
            + ", "
            + fit.from()
            + " to "
            + fit.to()
            + "."
            + String.join("", warnings),
        List.of(PageSection.Group.of(figures)));
  }

  private Figure data(Fit fit) {
    Magnitude magnitude =
        Magnitude.of(
            fit.fitted().stream().mapToDouble(one -> Math.abs(one.actual())).max().orElse(0));
    YearMonth first = fit.fitted().get(0).period().first();
    int count = months(fit, first);
    List<double[]> bands = new ArrayList<>(Collections.nCopies(count, new double[0]));
    double[] middle = Plot.nowhere(count);
    double[] actual = Plot.nowhere(count);
    Table table = Table.of("Period", "observed", "forecast, 5 %", "median", "95 %");
    for (Fit.Fitted one : fit.fitted()) {
      int from = at(first, one.period().first());
      int to = at(first, one.period().last());
      for (int month = from; month <= to; month++) {
        bands.set(
            month, new double[] {one.low() / magnitude.size(), one.high() / magnitude.size()});
        middle[month] = one.median() / magnitude.size();
      }
      actual[(from + to) / 2] = one.actual() / magnitude.size();
      table.add(
          one.period().toString(),
          List.of(
              Digits.three(one.actual()),
              Digits.three(one.low()),
              Digits.three(one.median()),
              Digits.three(one.high())));
    }
    return new Figure(
            "data-" + fit.key(),
            "Each observation and its forecast from those before it"
                + (magnitude.word().isEmpty() ? "" : ", " + magnitude.word()),
            "Black: the data. Blue: the forecasts, by the posterior medians, with their 90 %"
                + " bands.",
            Figure.Place.WIDE,
            table,
            new Plot(
                new MonthAxis(first, count),
                List.of(
                    new Mark.Band("90 % of the forecast", Ink.MIDDLE, 1, bands),
                    new Mark.Past("observed", 0, actual),
                    new Mark.Line("median of the forecast", Ink.MIDDLE, middle, ""))))
        .about(words.key(fit.key()));
  }

  private static int months(Fit fit, YearMonth first) {
    return 1 + at(first, fit.fitted().get(fit.fitted().size() - 1).period().last());
  }

  private static int at(YearMonth first, YearMonth month) {
    return (int) first.until(month, ChronoUnit.MONTHS);
  }

  /** Where in the prior's 90 % the data put each number. */
  private Figure numbers(Fit fit) {
    List<DotChart.Row> rows = new ArrayList<>();
    for (String name : fit.posterior().names()) {
      double low = fit.posterior().percentile(name, 5);
      double median = fit.posterior().percentile(name, 50);
      double high = fit.posterior().percentile(name, 95);
      Prior prior = fit.priors().get(name);
      if (prior != null) {
        double from = prior.percentile(5);
        double size = (prior.percentile(95) - from) / 100;
        rows.add(
            new DotChart.Row(
                name.replace('-', ' '),
                List.of(
                    new DotChart.Dot(
                        "with the data",
                        0,
                        (median - from) / size,
                        (low - from) / size,
                        (high - from) / size)),
                FitTable.span(low, high),
                false));
      }
    }
    return new Figure(
            "numbers-" + fit.key(),
            "What the data make of each number",
            "Median and 90 % interval with the data, on a scale from 0 to 100 between the ends of"
                + " the prior’s 90 %; at the right, in the number’s own unit.",
            Figure.Place.HALF,
            Table.of(FitTable.of(fit)),
            new DotChart(rows, scale(rows)))
        .about(words.key(fit.key()));
  }

  private static List<Double> scale(List<DotChart.Row> rows) {
    double low = rows.stream().mapToDouble(row -> row.dots().get(0).low()).min().orElse(0);
    double high = rows.stream().mapToDouble(row -> row.dots().get(0).high()).max().orElse(100);
    return List.of(Math.min(0, low), Math.max(100, high));
  }

  private Figure residuals(Fit fit) {
    YearMonth first = fit.fitted().get(0).period().first();
    int count = months(fit, first);
    double[] left = Plot.nowhere(count);
    double most =
        fit.fitted().stream().mapToDouble(one -> Math.abs(one.residual())).max().orElse(LARGE);
    Table table = Table.of("Period", "standard deviations");
    for (Fit.Fitted one : fit.fitted()) {
      left[at(first, one.period().last())] = one.residual();
      table.add(one.period().toString(), List.of(Amounts.decimal(one.residual(), 2)));
    }
    return new Figure(
            "left-" + fit.key(),
            "What is left over, in standard deviations",
            String.format(
                Locale.ROOT,
                "Ljung–Box (%d lags) p %s, lag 1 alone p %s, Jarque–Bera p %s: small values tell of"
                    + " dependence, and of shocks that aren’t normal.",
                fit.residuals().lags(),
                FitTable.probability(fit.residuals().ljungBoxP()),
                FitTable.probability(fit.residuals().lag1P()),
                FitTable.probability(fit.residuals().jarqueBeraP())),
            Figure.Place.HALF,
            table,
            new Plot(
                new MonthAxis(first, count),
                List.of(new Mark.Past("left over", 0, left)),
                List.of(-most, most)))
        .about(words.key(fit.key()));
  }

  private Optional<Figure> correlations(List<FittedCorrelation> correlations) {
    if (correlations.isEmpty()) {
      return Optional.empty();
    }
    List<DotChart.Row> rows = new ArrayList<>();
    Table table = Table.of("Between", "ρ", "months");
    for (FittedCorrelation one : correlations) {
      String name = one.first() + " and " + one.second();
      String rho = Amounts.decimal(one.rho(), 2);
      rows.add(new DotChart.Row(name, new DotChart.Dot("ρ", 0, one.rho()), rho));
      table.add(name, List.of(rho, Integer.toString(one.n())));
    }
    return Optional.of(
        new Figure(
            "correlations-fitted",
            "Correlation of the shocks, ρ",
            "Pearson’s, of the standardised residuals of the months that both have.",
            Figure.Place.WIDE,
            table,
            new DotChart(rows, List.of(-1.0, 1.0))));
  }
}
